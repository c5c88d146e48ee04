import { Confidential, FreeText, Nested, Personal, type Classification } from '@app/event-sourcing';
import { closedFieldsOf, leaksBetween, marked } from './taint';

class Person {
  subject!: string;
  @Personal('subject', 'la-personnel') name!: string;
}
class Fact {
  open!: string;
  @FreeText() words?: string;
  @Confidential('unpublished-dsg') balance!: string;
  @Confidential('management-information') sufficient!: boolean;
  @Confidential('management-information') count!: number;
  @Nested(() => Person, { each: true }) people!: Person[];
  @Nested(() => Person) chair?: Person;
}
class Row {
  open?: unknown;
  @FreeText() words?: unknown;
  @Confidential('employment') closer?: unknown;
  @Confidential('management-information') wider?: unknown;
  @Confidential('unpublished-dsg') same?: unknown;
  @Confidential('unpublished-dsg') @Nested(() => Person) closed?: unknown;
  @Nested(() => Person, { each: true }) people?: unknown[];
}

const fact = {
  open: 'x',
  balance: '-1.00',
  sufficient: true,
  count: 3,
  people: [
    { subject: 's_1', name: 'A' },
    { subject: 's_2', name: 'B' },
  ],
};
const dsg: Classification = { kind: 'confidential', category: 'unpublished-dsg' };
const words: Classification = { kind: 'free-text', category: 'free-text' };
const person: Classification = { kind: 'personal', category: 'la-personnel', subject: 'subject' };

describe('marking what is closed (P2)', () => {
  const fields = closedFieldsOf(Fact);
  const field = (...path: string[]) => fields.find((known) => known.path.join() === path.join())!;

  it('knows every closed field, in parts as well', () =>
    expect(fields.map(({ path, classification }) => `${path.join('.')} ${classification.kind} ${classification.category}`)).toEqual([
      'words free-text free-text',
      'balance confidential unpublished-dsg',
      'sufficient confidential management-information',
      'count confidential management-information',
      'people.name personal la-personnel',
      'chair.name personal la-personnel',
    ]));

  it('puts a marked envelope where a value is sealed, and a value of the same kind where it is stored open', () => {
    expect(marked(fact, field('words'), 1)).toEqual({
      ...fact,
      words: { $sealed: 1, alg: 'A256GCM', key: 'marked', iv: '', ct: 'marker-1' },
    });
    expect(marked(fact, field('balance'), 1)).toEqual({ ...fact, balance: '90001.5' });
    expect(marked(fact, field('sufficient'), 0)).toEqual({ ...fact, sufficient: true });
    expect(marked(fact, field('sufficient'), 1)).toEqual({ ...fact, sufficient: false });
    expect(marked(fact, field('count'), 1)).toEqual({ ...fact, count: 1_004 });
    expect(marked({ ...fact, balance: 'text' }, field('balance'), 2)).toEqual({ ...fact, balance: 'marker-2' });
    expect((marked(fact, field('people', 'name'), 1)!['people'] as object[]).map((part) => Object.keys(part))).toEqual([
      ['subject', 'name'],
      ['subject', 'name'],
    ]);
    expect(marked(fact, field('chair', 'name'), 1)).toBeUndefined();
    expect(marked({ ...fact, people: [] }, field('people', 'name'), 1)).toBeUndefined();
  });
});

describe('what comes out in a row (P2)', () => {
  const leaks = (name: string, one: unknown, other: unknown, source: Classification): string[] =>
    leaksBetween(Row, { [name]: one } as never, { [name]: other } as never, source);

  it('is no leak where nothing differs', () => expect(leaks('open', { a: [1, { b: 2 }] }, { a: [1, { b: 2 }] }, dsg)).toEqual([]));
  it('leaks in an open field, however deep, whatever became of it', () => {
    expect(leaks('open', '1', '2', dsg)).toEqual(['open']);
    expect(leaks('open', { a: [{ b: 1 }] }, { a: [{ b: 2 }] }, dsg)).toEqual(['open.a.0.b']);
    expect(leaks('open', [1], [1, 2], dsg)).toEqual(['open']);
    expect(leaks('open', true, undefined, dsg)).toEqual(['open']);
    expect(leaks('open', { $sealed: 1, ct: 'a' }, { $sealed: 1, ct: 'b' }, words)).toEqual(['open']);
  });
  it('may be closed to more readers than its source, not to fewer', () => {
    expect(leaks('same', '1', '2', dsg)).toEqual([]);
    expect(leaks('closer', '1', '2', dsg)).toEqual([]);
    expect(leaks('wider', '1', '2', dsg)).toEqual(['wider']);
    expect(leaks('closed', { name: '1' }, { name: '2' }, dsg)).toEqual([]);
  });
  it('stays sealed under its own category, or does not open', () => {
    expect(leaks('words', '1', '2', words)).toEqual([]);
    expect(leaks('words', '1', '2', person)).toEqual(['words']);
    expect(leaks('closer', '1', '2', words)).toEqual(['closer']);
    expect(leaks('people', [{ name: '1' }], [{ name: '2' }], person)).toEqual([]);
    expect(leaks('people', [{ subject: '1' }], [{ subject: '2' }], person)).toEqual(['people.0.subject']);
  });
  it('leaks as a whole where a row comes and goes', () =>
    expect(leaksBetween(Row, { open: 1 }, undefined, dsg)).toEqual(['(the whole row)']));
});
