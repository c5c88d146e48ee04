import { randomUUID } from 'node:crypto';
import { openEventStoreDb } from '@app/event-store/eventstoredb';
import { EventStoreDBClient, jsonEvent, NO_STREAM } from '@eventstore/db-client';
import { UNARY } from '../protocol-double/callers';
import { startProtocolDoubleProcess } from '../protocol-double/process';
import { aBody } from './bench-stream';
import { busFor } from './bus';
import { medianOf, table, writers } from './measuring';

const STREAMS = 500;
const COMMANDS = 4_000;
const WRITERS = 64;

/** Commands through the CommandBus with kept states beside the bare client's unary appends of the same data, on the same server. */
export async function eventStoreDbBench(rounds: number): Promise<void> {
  const double = await startProtocolDoubleProcess();
  const rows = [await against('protocol double', double.url, rounds)];
  await double.stop();
  const real = process.env.EVENTSTORE_URL;
  if (real !== undefined) rows.push(await against('a real server', real, rounds));
  table(
    `Commands a second on EventStoreDB, ${WRITERS} writers, 1 KB events, states kept`,
    ['server', 'bare client, unary appends', 'through the CommandBus', 'ratio (asked ≥ 0.7)'],
    rows,
  );
}

async function against(name: string, url: string, rounds: number): Promise<[string, number, number, number]> {
  const run = randomUUID().slice(0, 8);
  const client = EventStoreDBClient.connectionString(url);
  const store = openEventStoreDb(url, { streamPrefix: `bench${run}~` });
  const bus = await busFor(5_000, store);
  const command = aBody();
  const last = new Map<string, bigint>();
  const bare = async (turn: number): Promise<void> => {
    const stream = `bench${run}~bare-${turn % STREAMS}`;
    const revision = last.get(stream);
    const data = { number: Number(revision ?? 0n), day: command.day, notes: command.notes };
    const { nextExpectedRevision } = await client.appendToStream(stream, jsonEvent({ type: 'BenchNoted', data }), {
      ...UNARY,
      expectedRevision: revision ?? NO_STREAM,
      requiresLeader: true,
    });
    last.set(stream, nextExpectedRevision);
  };
  const command64 = (turn: number): Promise<unknown> => bus.send(`s${turn % STREAMS}`, command);
  for (const act of [bare, command64]) await writers(WRITERS, STREAMS * 2, act);
  const [bares, ours]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    bares.push(await writers(WRITERS, COMMANDS, bare));
    ours.push(await writers(WRITERS, COMMANDS, command64));
  }
  await bus.close();
  await store.close();
  await client.dispose();
  const [theirs, mine] = [medianOf(bares), medianOf(ours)];
  return [name, theirs, mine, mine / theirs];
}
