import { assertShape, ShapeError } from '@app/event-sourcing';
import { make } from '@app/event-sourcing/testing';
import { IsCount, IsDay, IsEventRef, IsExactDecimal, IsFigure, IsId, IsInstant, IsPence, IsPersonId, IsStreamName, IsText } from './fields';

class Fields {
  @IsDay() day!: string;
  @IsDay({ each: true }) days!: string[];
  @IsInstant() instant!: string;
  @IsExactDecimal() decimal!: string;
  @IsFigure() figure!: string;
  @IsPence() pence!: number;
  @IsPence(1) somePence!: number;
  @IsCount() count!: number;
  @IsCount(1, 25) score!: number;
  @IsId() id!: string;
  @IsId({ each: true }) ids!: string[];
  @IsPersonId() person!: string;
  @IsEventRef() event!: string;
  @IsStreamName() stream!: string;
  @IsText() text!: string;
  @IsText(3) word!: string;
  @IsText(3, { each: true }) words!: string[];
}

const right: Record<keyof Fields, unknown> = {
  day: '2024-02-29',
  days: ['2024-02-29'],
  instant: '2021-11-01T12:00:00.000Z',
  decimal: '-4.26',
  figure: 'x',
  pence: 0,
  somePence: 1,
  count: 0,
  score: 1,
  id: '931',
  ids: ['931~inspection'],
  person: 'auth0|u-1',
  event: 'localArea-931@7',
  stream: 'localArea-931',
  text: 'Words',
  word: 'abc',
  words: ['abc'],
};
const problemWith = (change: object): { field: string; says: string } | undefined => {
  try {
    assertShape(make(Fields, { ...right, ...change }));
    return undefined;
  } catch (error) {
    if (error instanceof ShapeError) return error.problems[0];
    throw error;
  }
};

const taken: Partial<Record<keyof Fields, unknown[]>> = {
  day: ['2023-12-31', '2024-01-01', '1900-01-01', '2199-12-31'],
  days: [[], ['2024-01-01', '2024-01-02']],
  instant: ['2024-02-29T00:00:00.000Z', '2024-02-29T23:59:59.999Z', '2024-02-29T19:09:09.099Z'],
  decimal: ['0', '0.5', '-0.5', '10', '123456789012', '1.123456789012', '-1.00'],
  figure: ['x', 'z', '0', '-1.00', '97.4', '123456789012', '1.123456789012'],
  pence: [1, 100_000_000_000],
  somePence: [100_000_000_000],
  count: [1_000_000_000],
  score: [25],
  id: ['a', 'A_b.c~1', 'x'.repeat(120)],
  ids: [[], ['a', 'b']],
  person: ['a', 'u-1:x|y.z_', 'x'.repeat(120)],
  event: ['a-b@0', 'improvementCase-931~inspection@123456789', `localArea-${'x'.repeat(120)}@1`],
  stream: ['a-b', 'improvementCase-931~inspection', `localArea-${'x'.repeat(120)}`],
  text: ['a', 'x'.repeat(4_000)],
  word: ['a'],
  words: [[], ['a', 'abc']],
};
const refused: Partial<Record<keyof Fields, unknown[]>> = {
  day: ['1899-12-31', '2200-01-01', '9999-12-31', '2023-02-29', '2024-2-29', '2024-02-29T00:00:00.000Z', '', 20240229, null],
  days: [['2024-01-01', '2023-02-29'], '2024-01-0'],
  instant: [
    '2021-11-01T12:00:00Z',
    '2021-11-01T12:00:00.00Z',
    '2021-11-01T12:00:00.0000Z',
    '2021-11-01T12:00:00.000',
    '2021-11-01T12:00:00.000ZZ',
    ' 2021-11-01T12:00:00.000Z',
    '2021-11-01T24:00:00.000Z',
    '2021-11-01T3:00:00.000Z',
    '2021-11-01T12:60:00.000Z',
    '2021-11-01T12:00:60.000Z',
    '2021-02-29T12:00:00.000Z',
    '9999-12-31T12:00:00.000Z',
    '20211101T12:00:00.000Z',
    '2021-11-01 12:00:00.000Z',
    1_635_768_000_000,
  ],
  decimal: ['', '-', '.5', '5.', '01', '00', '+1', '1e3', '1,000', ' 1', '1 ', '--1', '1234567890123', '1.1234567890123', '1.2.3', 'x', 1],
  figure: ['', 'y', 'xx', 'xz', '-x', '01', '1.', '.5', '1234567890123', '1.1234567890123', 'x1', '1x', 1],
  pence: [-1, 0.5, 100_000_000_001, '1'],
  somePence: [0],
  count: [-1, 0.5, 1_000_000_001, '1'],
  score: [0, 26, 1.5],
  id: ['', 'x'.repeat(121), 'a b', 'a-b', 'a/b', 'é', ' a', 'a\n', 931],
  ids: [['a', 'a-b'], [1]],
  person: ['', 'x'.repeat(121), 'A Person', 'a/b', 'a@b', 7],
  event: [
    'localArea-931',
    'localArea-931@',
    'LocalArea-931@1',
    '1a-931@1',
    '-931@1',
    'localArea-@1',
    'local_area-931@1',
    'localArea-931@1234567890',
    'localArea-931@x',
    'localArea-931@1 ',
    ' localArea-931@1',
    `localArea-${'x'.repeat(121)}@1`,
  ],
  stream: [
    'localArea',
    'localArea-',
    'LocalArea-931',
    '-931',
    '1a-931',
    'local_area-931',
    'localArea-931@1',
    ' localArea-931',
    `localArea-${'x'.repeat(121)}`,
  ],
  text: ['', ' ', '\n\t', '\u00a0', 'x'.repeat(4_001), 1, ['a']],
  word: ['abcd'],
  words: [['abc', 'abcd'], ['']],
};
const each = (values: Partial<Record<keyof Fields, unknown[]>>) =>
  Object.entries(values).flatMap(([field, cases]) => cases.map((value) => [field, value] as const));

describe('fields of commands and events', () => {
  it.each(each(taken))('%s may be %j', (field, value) => expect(problemWith({ [field]: value })).toBeUndefined());
  it.each(each(refused))('%s may not be %j', (field, value) => expect(problemWith({ [field]: value })?.field).toBe(field));

  it.each<[keyof Fields, string]>([
    ['day', 'day must be a day that exists, written YYYY-MM-DD'],
    ['days', 'each value in days must be a day that exists, written YYYY-MM-DD'],
    ['instant', 'instant must be an instant, written like 2021-11-01T12:00:00.000Z'],
    ['decimal', 'decimal must be a decimal number as text, like "-4.26"'],
    ['figure', 'figure must be a decimal number as text, or the marker x (suppressed) or z (not applicable)'],
    ['id', 'id must be an id of letters, digits, "_", "." and "~", at most 120 of them'],
    ['person', 'person must be the opaque id of a person, not a name'],
    ['event', 'event must be a recorded event, written stream@revision'],
    ['stream', 'stream must be a stream, written category-id'],
  ])('say what is asked of %s', (field, says) => expect(problemWith({ [field]: field === 'days' ? [' '] : ' ' })).toEqual({ field, says }));

  it.each([7, ''])('say what is asked of a text in one sentence, be it %j', (text) => {
    expect(problemWith({ text })).toEqual({ field: 'text', says: 'text must be text of 1 to 4,000 characters' });
    expect(problemWith({ words: [text] })).toEqual({ field: 'words', says: 'words must be text of 1 to 3 characters' });
  });
});
