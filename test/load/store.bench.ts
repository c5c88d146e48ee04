import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventStore, JsonObject, openEmbeddedEventStore, Position } from '@app/event-store';
import { openPlainLog } from './peer-libsql-log';

/** node -r ./test/from-sources.cjs test/load/store.bench.ts [rounds] [commands a round] */
const ROUNDS = Number(process.argv[2] ?? 3);
const COMMANDS = Number(process.argv[3] ?? 6_000);
const STREAMS = 4_000;
const LENGTH = 18;

const data: JsonObject = Object.fromEntries(
  Array.from({ length: 16 }, (_nothing, index) => [`field${index}`, `what was said about number ${index} at the deep dive`]),
);
const digest = `sha256:${'0a'.repeat(32)}`;
const metadata: JsonObject = {
  v: 1,
  who: 'u-4711',
  role: 'case-lead',
  recordedAt: '2023-10-23T10:00:00.000Z',
  effectiveOn: '2023-10-23',
  commandId: randomUUID(),
  bodyDigest: digest,
  $correlationId: randomUUID(),
  $causationId: randomUUID(),
  schemaVersion: 1,
  build: '0.1.0',
  hash: digest,
};
const streamName = (number: number) => `improvementCase-area${number}`;
const anEvent = () => ({ id: randomUUID(), type: 'DeepDiveRecorded', data, metadata });

interface Subject {
  name: string;
  /** Loads the stream, touches every event as a fold does, and returns the last revision. */
  load(stream: string): Promise<number>;
  append(stream: string, last: number): Promise<unknown>;
  /** Reads the whole log and parses data; returns how many events that were. */
  replay(): Promise<number>;
}

function theStore(store: EventStore): Subject {
  return {
    name: 'embedded store',
    load: async (stream) => {
      const events = await store.readStream(stream);
      for (const event of events) if (event.data['field0'] === undefined) throw new Error('not what was written');
      return events.at(-1)?.revision ?? -1;
    },
    append: (stream, last) => store.append(stream, last === -1 ? 'no-stream' : last, [anEvent()]),
    replay: async () => {
      let count = 0;
      for (let from: Position | undefined; ;) {
        const page = await store.readAll({ from, limit: 1_000 });
        for (const event of page) if (event.data['field0'] === undefined) throw new Error('not what was written');
        count += page.length - (from === undefined ? 0 : 1);
        const last = page.at(-1)?.position;
        if (last === from) return count;
        from = last;
      }
    },
  };
}

function thePeer(log: ReturnType<typeof openPlainLog>): Subject {
  return {
    name: 'plain libsql log',
    load: async (stream) => log.load(stream).at(-1)?.revision ?? -1,
    append: (stream, last) => log.append(stream, last + 1, 'DeepDiveRecorded', data),
    replay: async () => {
      let count = 0;
      for (let page = log.replay(0, 1_000); page.length > 0; page = log.replay(page.at(-1)?.position ?? 0, 1_000)) count += page.length;
      return count;
    },
  };
}

/** Units of `act` a second. */
async function rate(units: number, act: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await act();
  return units / ((performance.now() - started) / 1_000);
}

async function writers(count: number, commands: number, act: (stream: string) => Promise<unknown>): Promise<void> {
  let done = 0;
  await Promise.all(
    Array.from({ length: count }, async (_nothing, writer) => {
      for (let turn = 0; done < commands; turn += 1) {
        done += 1;
        await act(streamName((writer + turn * count) % STREAMS));
      }
    }),
  );
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'store-bench-'));
  const store = openEmbeddedEventStore(folder);
  const subjects = [theStore(store), thePeer(openPlainLog(join(folder, 'plain.db')))];
  const results = new Map<string, Map<string, number[]>>();
  const note = (what: string, name: string, value: number) => {
    const row = results.get(what) ?? new Map<string, number[]>();
    results.set(what, row.set(name, [...(row.get(name) ?? []), value]));
  };
  for (const { append } of subjects) {
    await Promise.all(
      Array.from({ length: STREAMS }, async (_nothing, stream) => {
        for (let revision = -1; revision < LENGTH - 1; revision += 1) await append(streamName(stream), revision);
      }),
    );
  }
  let fresh = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, load, append, replay } of subjects) {
      const command = async (stream: string) => append(stream, await load(stream));
      const start = async () => append(`improvementCase-fresh${(fresh += 1)}`, -1);
      note(`loads of about 20 events`, name, await rate(COMMANDS, () => writers(1, COMMANDS, load)));
      note('appends, 1 writer', name, await rate(COMMANDS / 10, () => writers(1, COMMANDS / 10, start)));
      note('appends, 64 writers', name, await rate(COMMANDS, () => writers(64, COMMANDS, start)));
      note('load and append, 1 writer', name, await rate(COMMANDS / 10, () => writers(1, COMMANDS / 10, command)));
      note('load and append, 64 writers', name, await rate(COMMANDS, () => writers(64, COMMANDS, command)));
      let count = 0;
      const started = performance.now();
      count = await replay();
      note('events replayed', name, count / ((performance.now() - started) / 1_000));
    }
  }
  const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
  const table = Object.fromEntries(
    [...results].map(([what, row]) => {
      const [ours, peer] = subjects.map(({ name }) => median(row.get(name) ?? []));
      return [
        what,
        {
          'embedded store': Math.round(ours ?? 0),
          'plain libsql log': Math.round(peer ?? 0),
          ratio: Number(((ours ?? 0) / (peer ?? 1)).toFixed(2)),
        },
      ];
    }),
  );
  console.log(
    `a second, medians of ${ROUNDS} rounds; ${JSON.stringify(data).length} bytes of data an event, the store keeps ${JSON.stringify(metadata).length} of metadata besides`,
  );
  for (const [what, row] of Object.entries(table)) console.log(what, JSON.stringify(row));
  await store.close();
  rmSync(folder, { recursive: true, force: true });
}

void main();
