import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStore, EventStoreError, NewEvent } from '@app/event-store';
import { openEventStoreDb } from '@app/event-store/eventstoredb';

const WRITERS = 16;
const KILLS = Number(process.env['KILLS'] ?? 5);

/** A server, and what befalls it. */
export interface Befallen<Server extends { readonly url: string; stop(): Promise<void> }> {
  readonly where: string;
  start(): Promise<Server>;
  /** Milliseconds for one call. */
  readonly deadline?: number;
  /** Milliseconds in which it is back. */
  readonly backWithin: number;
  readonly faults: readonly (readonly [
    what: string,
    fail: (server: Server) => Promise<void>,
    recover: (server: Server) => Promise<void>,
  ])[];
}

/** Appends one to three events at a time, each until it is acknowledged, for as long as `going`. */
async function write(store: EventStore, stream: string, going: () => boolean, onAcknowledged: () => void): Promise<string[]> {
  const written: string[] = [];
  while (going()) {
    const events: NewEvent[] = Array.from({ length: 1 + (written.length % 3) }, () => ({
      id: randomUUID(),
      type: 'DeepDiveRecorded',
      data: {},
      metadata: {},
    }));
    const expected = written.length === 0 ? 'no-stream' : written.length - 1;
    for (let acknowledged = false; !acknowledged;) {
      try {
        const { revision } = await store.append(stream, expected, events, { giveUpAt: Date.now() + 2_000 });
        expect(revision).toBe(written.length + events.length - 1);
        acknowledged = true;
      } catch (error) {
        expect((error as EventStoreError).code).toMatch(/^(outcome-unknown|store-unavailable)$/);
      }
    }
    written.push(...events.map(({ id }) => id));
    onAcknowledged();
  }
  return written;
}

/** Many writers and a subscriber on a server that fails and recovers, again and again. */
export function eventStoreDbKillSuite<Server extends { readonly url: string; stop(): Promise<void> }>({
  where,
  start,
  deadline,
  backWithin,
  faults,
}: Befallen<Server>): void {
  describe(where, () => {
    let server: Server;
    let store: EventStore;
    beforeAll(async () => {
      server = await start();
      store = openEventStoreDb(server.url, { ...(deadline !== undefined && { deadline }) });
    }, 60_000);
    afterAll(async () => {
      await store?.close();
      await server?.stop();
    });

    it.each(faults)(
      'a server that is %s, again and again under 16 writers, loses nothing and doubles nothing, and a subscriber sees each event once',
      async (_what, fail, recover) => {
        const after = await store.end();
        const [run, stop, seen] = [randomUUID().slice(0, 8), new AbortController(), [] as string[]];
        let [going, acknowledged] = [true, 0];
        const writing = Promise.all(
          Array.from({ length: WRITERS }, (_nothing, writer) =>
            write(
              store,
              `improvementCase-${run}.${writer}`,
              () => going,
              () => (acknowledged += 1),
            ),
          ),
        );
        const following = (async () => {
          const next = new Map<string, number>();
          for await (const { events } of store.subscribe({ after, signal: stop.signal })) {
            for (const { stream, revision, id } of events) {
              expect(revision).toBe(next.get(stream) ?? 0);
              next.set(stream, revision + 1);
              seen.push(id);
            }
          }
        })();
        const progress = async (): Promise<void> => {
          for (const before = acknowledged; acknowledged < before + 2 * WRITERS;) await pause(5);
        };
        for (let kill = 0; kill < KILLS; kill += 1) {
          await progress();
          await fail(server);
          await pause(kill * 30);
          await recover(server);
        }
        await progress();
        going = false;
        const written = await writing;
        while (seen.length < written.flat().length) await pause(5);
        stop.abort();
        await following;
        for (const [writer, ids] of written.entries()) {
          expect((await store.readStream(`improvementCase-${run}.${writer}`)).map(({ id }) => id)).toEqual(ids);
        }
        expect([...seen].sort()).toEqual(written.flat().sort());
      },
      30_000 + KILLS * (5_000 + backWithin),
    );
  });
}
