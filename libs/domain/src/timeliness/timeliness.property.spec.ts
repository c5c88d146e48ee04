import fc from 'fast-check';
import { tryAnySequence } from '../sequences.testing';
import { timelinessFeatures } from './features';
import type { TimelinessEvent } from './timeliness.events';
import { caseLead, council, counted, oxfordshire, published, sen2, sen2Revised } from './timeliness.stories';
import { timelinessStream, type TimelinessState } from './timeliness.stream';

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 4 });
const record = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> => fc.record(fields);
const revisions = (state: TimelinessState): readonly number[] =>
  Object.values(state.sources).flatMap((sources) => sources.flatMap((figures) => figures.map(({ revision }) => revision)));
const one = fc.nat(20).map((n) => (state: TimelinessState) => revisions(state)[n % (revisions(state).length || 1)] ?? 99);
const reason = fc.constant('Because');
const source = fc.constantFrom(sen2, sen2Revised, council);
const publishedOn = fc.constantFrom('2022-12-30', '2022-12-31', '2023-06-08', '2024-06-13', '2024-07-01', '2024-07-02');
const counts = record({ issued: optional(fc.integer({ min: 0, max: 40 })), withinTwentyWeeks: fc.integer({ min: 0, max: 40 }) });
const figure = fc.oneof(counts, record({ published: fc.constantFrom('4.0', '100', 'x', 'z') }));
const saying = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> =>
  fc.tuple(figure, record({ source, publishedOn, ...fields })).map(([one, other]) => ({ ...one, ...other }));

describe('any sequence of commands on a year’s figures (J7)', () => {
  it('keeps each source once and in order, every rate a rate, and one that the year goes by (reading 20)', () =>
    tryAnySequence<TimelinessState, TimelinessEvent>({
      stream: timelinessStream,
      features: timelinessFeatures,
      id: '931~2022',
      now: '2024-07-01T12:00:00.000Z',
      past: [counted, published],
      actors: [caseLead],
      found: () => oxfordshire,
      bodies: {
        RecordTimeliness: saying({
          area: fc.constant('931'),
          year: fc.constant(2022),
          basis: fc.constantFrom('no-exceptions', 'with-exceptions'),
        }),
        ReviseTimeliness: saying({ revises: one }),
        CorrectTimeliness: saying({ corrects: one, reason }),
        WithdrawTimeliness: record({ corrects: one, reason }),
        PreferTimelinessSource: record({ prefers: one, reason }),
      },
      holds: (state, revision) => {
        expect(new Set(revisions(state)).size).toBe(revisions(state).length);
        expect(Math.max(-1, ...revisions(state))).toBeLessThanOrEqual(revision);
        for (const sources of Object.values(state.sources)) {
          const publications = sources.map((figures) => new Set(figures.map(({ publisher, title }) => `${publisher}: ${title}`)));
          expect(new Set(publications.flatMap((titles) => [...titles])).size).toBe(publications.reduce((sum, { size }) => sum + size, 0));
          for (const figures of sources) {
            expect(figures.length).toBeGreaterThan(0);
            expect(new Set(figures.map(({ publisher }) => publisher)).size).toBe(1);
            expect(figures.map(({ publishedOn: day }) => day)).toEqual(figures.map(({ publishedOn: day }) => day).sort());
            for (const { rate } of figures) expect(rate).toMatch(/^(x|z|100(\.0)?|\d\d?\.\d)$/);
          }
        }
      },
    }));
});
