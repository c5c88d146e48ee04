import type { Projection } from '@app/event-sourcing';
import fc from 'fast-check';
import { Aside } from './aside';
import { areas, catalogue, register, timeline, type MemoryLog, type MomentRow } from './conformance/fixture';
import { histories } from './conformance/histories';
import { replay } from './replay';
import { SkipDecisions } from './skipping';

const skipped = new SkipDecisions();

/** Folded aside in stretches of a few events each. */
function aside(fold: Projection, { events }: MemoryLog, stretch: number, keys?: readonly string[]): Aside {
  const folded = new Aside({ fold, catalogue, skipped, keys });
  for (let first = 0; first < events.length; first += stretch) folded.fold(events.slice(first, first + stretch));
  return folded;
}

describe('rows folded aside from any history', () => {
  const folds: [string, Projection][] = [
    ['one row a case', register],
    ['rows that go and come back', areas],
    ['entries that follow other streams', timeline],
  ];

  it.each(folds)('are byte for byte those of a replay, wherever it stops: %s', async (_what, fold) => {
    await fc.assert(
      fc.asyncProperty(histories({ poison: true }), fc.integer({ min: 1, max: 9 }), fc.nat(), async (log, stretch, stop) => {
        const until = log.events.slice(0, 1 + (stop % log.events.length));
        const expected = (await replay(fold, catalogue, log, { upTo: until.at(-1)!.position })).rows;
        const rows = aside(fold, { events: until } as MemoryLog, stretch).rows();
        expect(rows.map((row) => [row.key, JSON.stringify(row.row)])).toEqual([...expected]);
      }),
      { numRuns: 60 },
    );
  });

  const keysOf = ({ rows }: Projection, [key, row]: readonly [string, string]): readonly string[] =>
    rows === 'entry' ? (JSON.parse(row) as MomentRow).cases : [key];

  it.each(folds)('under one key are the same alone: %s', async (_what, fold) => {
    await fc.assert(
      fc.asyncProperty(histories({ poison: true }), fc.integer({ min: 1, max: 9 }), async (log, stretch) => {
        const all = [...(await replay(fold, catalogue, log)).rows];
        for (const key of new Set(all.flatMap((row) => keysOf(fold, row)))) {
          const own = all.filter((row) => keysOf(fold, row).includes(key));
          const alone = aside(fold, log, stretch, [key]);
          expect(alone.rows().map((one) => [one.key, JSON.stringify(one.row)])).toEqual(own);
          for (const [identity, row] of own) expect(JSON.stringify(alone.row(identity))).toBe(row);
        }
      }),
      { numRuns: 20 },
    );
  });

  it.each(folds)('go on twice from one place, each by itself: %s', async (_what, fold) => {
    await fc.assert(
      fc.asyncProperty(histories({ poison: true }), fc.nat(), async ({ events }, place) => {
        const parted = place % (events.length + 1);
        const base = aside(fold, { events: events.slice(0, parted) } as MemoryLog, 5);
        const [stays, goesOn] = [base.rows(), base.fork()];
        goesOn.fold(events.slice(parted));
        expect(base.rows()).toEqual(stays);
        base.fold(events.slice(parted));
        const whole = aside(fold, { events } as MemoryLog, 5).rows();
        expect([goesOn.rows(), base.rows()]).toEqual([whole, whole]);
      }),
      { numRuns: 20 },
    );
  });

  it('are none under a key that nothing concerns', () => expect(aside(register, { events: [] } as never, 1).row('c1')).toBeUndefined());
});
