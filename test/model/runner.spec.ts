import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedEventStore } from '@app/event-store';
import fc from 'fast-check';
import { actual, doubled, expected } from './comparing';
import { histories } from './histories';
import { Machine } from './machine';
import { MortalWorker, Place } from './mortal-worker';
import { World } from './world';

/** The same few histories each time; others with `RUNNER_HISTORIES`. `MODEL_SEED` shows a failure again. */
const HISTORIES = Number(process.env.RUNNER_HISTORIES ?? 3);
const seed = Number(process.env.MODEL_SEED ?? (process.env.RUNNER_HISTORIES === undefined ? 22_889 : Date.now() % 2 ** 31));
const DAY = 86_400_000;

/** What the real stores hold after a history in which one worker after another has died. */
async function played({ world, looked }: Machine, deaths: readonly { after: number; stored: boolean }[]): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'casework-model-'));
  const store = openEmbeddedEventStore(folder);
  const place = new Place(folder, store);
  let died = 0;
  const another = () => {
    const { after = Infinity, stored = true } = deaths[died++] ?? {};
    return MortalWorker.start(place, after, stored);
  };
  try {
    await place.begin(world);
    let worker = await another();
    let asked = 0;
    for (const { now, taken } of looked) {
      for (; asked < taken; asked += 1) await place.ask(world.taken[asked]!);
      place.clock.at = now;
      while (!(await worker.settled())) {
        await worker.gone();
        worker = await another();
      }
    }
    await worker.gone();
    const seen = new World(world.now);
    for (const entry of await place.entries()) seen.takeIn(entry);
    for (const telling of place.told.values()) seen.tell(telling);
    return seen;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

describe(`the worker on its stores, killed between a command and its note of it (E4, E5; MODEL_SEED=${seed})`, () => {
  it('leaves on record what the oracle says, nothing twice and nothing forgotten', async () => {
    const death = fc.record({ after: fc.integer({ min: 1, max: 25 }), stored: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(histories(25), fc.boolean(), fc.array(death, { minLength: 3, maxLength: 12 }), async (steps, begun, deaths) => {
        const machine = new Machine(begun);
        fc.modelRun(() => ({ model: {}, real: machine }), steps);
        machine.starts();
        machine.passes(5 * DAY);
        fc.pre(!machine.raced);
        const seen = await played(machine, deaths);
        expect(actual(seen, machine.oracle)).toEqual(expected(machine.oracle));
        expect(doubled(seen)).toEqual([]);
      }),
      { numRuns: HISTORIES, seed, interruptAfterTimeLimit: 3_600_000, endOnFailure: true },
    );
  }, 3_600_000);
});
