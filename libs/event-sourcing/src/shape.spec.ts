import { plainToInstance } from 'class-transformer';
import { IsArray, IsOptional, IsString } from 'class-validator';
import { assertShape, Confidential, fieldsOf, FreeText, Nested, Personal, ShapeError } from './shape';

class Person {
  @IsString() subject!: string;
  @Personal('subject', 'la-personnel') @IsString() name!: string;
}
class Meeting {
  @IsString() heldOn!: string;
  @Confidential('management-information') @IsString() figure!: string;
  @FreeText() @IsString() notes!: string;
  @IsArray() @Nested(() => Person, { each: true }) present!: Person[];
}
class LongMeeting extends Meeting {
  @FreeText('designated') @IsString() minutes!: string;
}

const meeting = { heldOn: '2024-03-27', figure: '3', notes: 'n', present: [{ subject: 's_1', name: 'n' }] };

describe('a shape', () => {
  it('knows which of its fields are closed, and why (P1, P2)', () => {
    expect([...fieldsOf(Meeting)].map(([name, { classification }]) => [name, classification])).toEqual([
      ['figure', { kind: 'confidential', category: 'management-information' }],
      ['notes', { kind: 'free-text', category: 'free-text' }],
      ['present', undefined],
    ]);
    expect(fieldsOf(Meeting).get('present')!.nested!()).toBe(Person);
    expect(fieldsOf(Person).get('name')!.classification).toEqual({ kind: 'personal', category: 'la-personnel', subject: 'subject' });
  });
  it('inherits the classes of its parent and adds its own', () => {
    expect([...fieldsOf(LongMeeting).keys()]).toEqual(['figure', 'notes', 'present', 'minutes']);
    expect([...fieldsOf(Meeting).keys()]).not.toContain('minutes');
  });
  it('is refused with the path of every field at fault', () => {
    expect(() => assertShape(plainToInstance(Meeting, meeting))).not.toThrow();
    const broken = { ...meeting, figure: 3, present: [{ subject: 's_1', name: 7 }], extra: true };
    let problems: ShapeError['problems'] = [];
    try {
      assertShape(plainToInstance(Meeting, broken));
    } catch (error) {
      problems = (error as ShapeError).problems;
    }
    expect(problems.map(({ field }) => field).sort()).toEqual(['extra', 'figure', 'present.0.name']);
  });
  it('takes one part where it asks for one, a list of parts where it asks for a list, and neither is nothing', () => {
    class Report {
      @Nested(() => Person) author!: Person;
      @IsOptional() @Nested(() => Person) reader?: Person;
      @Nested(() => Person, { each: true }) present!: Person[];
    }
    const person = { subject: 's_1', name: 'n' };
    const faults = (change: object): string[] => {
      try {
        assertShape(plainToInstance(Report, { author: person, present: [person], ...change }));
        return [];
      } catch (error) {
        return [...new Set((error as ShapeError).problems.map(({ field }) => field))];
      }
    };
    expect(faults({})).toEqual([]);
    expect(faults({ reader: person, present: [] })).toEqual([]);
    for (const author of [undefined, [person], [], 'n', 7, [[person]]]) expect(faults({ author })).toEqual(['author']);
    for (const reader of [[person], 'n']) expect(faults({ reader })).toEqual(['reader']);
    for (const present of [undefined, person, 'n', [[person]], [person, 'n']]) expect(faults({ present })[0]).toMatch(/^present/);
  });
});
