import { Confidential, FreeText, Nested } from '@app/event-sourcing';
import { differencesBetween } from './differences';

class Finding {
  /** Never the name of a place, although it tells them apart. */
  @Confidential('management-information') rating!: string;
  on!: string;
}
class Step {
  step!: string;
  due!: string;
  @Nested(() => Finding, { each: true }) findings!: Finding[];
}
class Plan {
  title!: string;
  words!: string[];
  @FreeText() why?: string;
  @Nested(() => Step, { each: true }) steps!: Step[];
}

const step = (name: string, due = '2024-01-01', findings: Finding[] = []): Step => ({ step: name, due, findings });
const plan = (change: Partial<Plan> = {}): Plan => ({ title: 't', words: ['a'], steps: [step('s1'), step('s2')], ...change });
const between = (before: object | undefined, after: object | undefined) => differencesBetween(Plan, before, after);
const sealed = (ct: string) => ({ $sealed: 1, alg: 'A256GCM', key: 'k', iv: 'i', ct });

describe('what differs between two rows (P6)', () => {
  it('is nothing where they say the same', () => expect(between(plan(), JSON.parse(JSON.stringify(plan())) as Plan)).toEqual([]));

  it('is told by the field, with its place in each row', () =>
    expect(between(plan(), plan({ title: 'u' }))).toEqual([{ path: 'title', before: ['title'], after: ['title'] }]));

  it('is every field of what was not there, or is not any more', () => {
    expect(between(undefined, plan()).map(({ path, ...places }) => [path, Object.keys(places)])).toEqual([
      ['title', ['after']],
      ['words', ['after']],
      ['steps', ['after']],
    ]);
    expect(between(plan(), undefined).map(({ path, ...places }) => [path, Object.keys(places)])).toEqual([
      ['title', ['before']],
      ['words', ['before']],
      ['steps', ['before']],
    ]);
  });

  it('calls the entries of a list by what tells them apart, wherever they stand', () =>
    expect(between(plan(), plan({ steps: [step('s0'), step('s1'), step('s2', '2024-02-02')] }))).toEqual([
      { path: 'steps[s0]', after: ['steps', 0] },
      { path: 'steps[s2].due', before: ['steps', 1, 'due'], after: ['steps', 2, 'due'] },
    ]));

  it('tells of an entry that has gone', () =>
    expect(between(plan(), plan({ steps: [step('s2')] }))).toEqual([{ path: 'steps[s1]', before: ['steps', 0] }]));

  it('calls no entry by a closed field, even where that alone would come first', () => {
    const [one, other] = [
      [{ rating: 'on-track', on: '2024-01-01' }],
      [
        { rating: 'at-risk', on: '2024-01-01' },
        { rating: 'on-track', on: '2024-02-01' },
      ],
    ];
    expect(between(plan({ steps: [step('s', 'd', one)] }), plan({ steps: [step('s', 'd', other)] })).map(({ path }) => path)).toEqual([
      'steps[s].findings[2024-01-01].rating',
      'steps[s].findings[2024-02-01]',
    ]);
  });

  it('is the list as a whole where nothing tells its entries apart', () => {
    expect(between(plan(), plan({ words: ['a', 'b'] })).map(({ path }) => path)).toEqual(['words']);
    expect(between(plan({ steps: [step('s'), step('s')] }), plan({ steps: [step('s')] })).map(({ path }) => path)).toEqual(['steps']);
  });

  it('is the sealed value as a whole', () =>
    expect(between(plan({ why: sealed('1') as never }), plan({ why: sealed('2') as never }))).toEqual([
      { path: 'why', before: ['why'], after: ['why'] },
    ]));
});
