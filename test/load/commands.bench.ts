import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedEventStore } from '@app/event-store';
import { aBody } from './bench-stream';
import { busFor, type Bus } from './bus';
import { medianOf, table, writers } from './measuring';
import { openPlainLog } from './peer-libsql-log';

/** How many streams, how long they are when measuring begins, and how many commands a measurement takes. */
const STREAMS = 1_000;
const LENGTH = 18;
const COMMANDS = 4_000;

/** Commands through the CommandBus beside a plain hand-written log doing the same: load about 20 events, decide, append. */
export async function commandsBench(rounds: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casework-bench-'));
  const store = openEmbeddedEventStore(folder);
  const plain = openPlainLog(join(folder, 'plain.db'));
  const buses = { 'every load read from the store': await busFor(0, store), 'states kept': await busFor(5_000, store) };
  const command = aBody();
  const data = { number: 0, day: command.day, notes: command.notes };
  const plainCommand = async (stream: string): Promise<unknown> => {
    const events = plain.load(stream);
    const count = events.reduce((sum, { type }) => sum + (type === 'BenchNoted' ? 1 : 0), 0);
    return plain.append(stream, (events.at(-1)?.revision ?? -1) + 1, 'BenchNoted', { ...data, number: count });
  };
  const ourCommand = (bus: Bus) => (stream: string) => bus.send(stream, command);
  const all: Readonly<Record<string, (stream: string) => Promise<unknown>>> = {
    'plain log': plainCommand,
    ...Object.fromEntries(Object.entries(buses).map(([name, each]) => [name, ourCommand(each)])),
  };
  const act = (name: string, turn: number) => all[name]!(`${name.replaceAll(' ', '_')}${turn % STREAMS}`);
  for (const name of Object.keys(all)) await writers(64, STREAMS * LENGTH, (turn) => act(name, turn));
  const rows: Record<string, number[]> = {};
  const note = (name: string, value: number): void => void (rows[name] ??= []).push(value);
  for (let round = 0; round < rounds; round += 1) {
    for (const [count, commands] of [
      [64, COMMANDS],
      [1, COMMANDS / 8],
    ] as const) {
      for (const name of Object.keys(all))
        note(`${name}, ${count}`, await writers(count, commands, (turn) => act(name, turn + round * COMMANDS)));
    }
  }
  const median = (name: string): number => medianOf(rows[name]!);
  table(
    'Commands a second through the CommandBus, 1 KB events, durable, beside a plain libsql log',
    ['writers', 'plain log', 'every load read', 'ratio (asked ≥ 0.8)', 'states kept', 'ratio (asked ≥ 0.8)'],
    [64, 1].map((count) => {
      const peer = median(`plain log, ${count}`);
      const [read, kept] = Object.keys(buses).map((name) => median(`${name}, ${count}`)) as [number, number];
      return [count, peer, read, read / peer, kept, kept / peer];
    }),
  );
  await store.close();
  plain.close();
  rmSync(folder, { recursive: true, force: true });
}
