import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { medianOf, quantile, table } from './measuring';

const READERS = 50;
const SECONDS = 4;
const MEGABYTE = 1_048_576;

interface Ready {
  readonly port: number;
  readonly token: string;
}

const QUESTIONS: readonly (readonly [says: string, question: string])[] = [
  ['one status, by due day', 'status=open'],
  ['several areas', 'areas=1&areas=2&sort=-due'],
  ['a region', 'region=Region%201'],
  ['overdue, due in a month, counted', 'overdue=true&dueFrom=2023-03-01&dueTo=2023-03-31&count=true'],
  ['words of an area', 'q=oxford'],
];

/** Lists of 100,000 rows for 50 readers at once, and all of them as CSV, while 100 commands a second are written. */
export async function listsBench(rounds: number): Promise<void> {
  const server: ChildProcess = fork(join(__dirname, 'lists-server.ts'), { execArgv: ['-r', join(__dirname, '../from-sources.cjs')] });
  const [ready] = (await once(server, 'message')) as [Ready];
  const rows: (string | number)[][] = [];
  for (const [says, question] of QUESTIONS) {
    const seen: Awaited<ReturnType<typeof read>>[] = [];
    for (let round = 0; round < rounds; round += 1) seen.push(await read(ready, question));
    const medians = (['rate', 'p50', 'p99'] as const).map((name) => medianOf(seen.map((one) => one[name])));
    rows.push([says, ...medians]);
  }
  table(
    `Lists: pages of 50 out of 100,000 rows, ${READERS} readers at once, 100 commands a second beside them`,
    ['question', 'pages a second', 'p50 in ms', 'p99 in ms'],
    rows,
  );
  const files: Awaited<ReturnType<typeof csv>>[] = [];
  for (let round = 0; round < rounds; round += 1) files.push(await csv(ready, server));
  table(
    'The same rows as CSV',
    ['rows', 'seconds', 'MB', 'MB of memory more at most'],
    [[files[0]!.rows, ...(['seconds', 'megabytes', 'memory'] as const).map((name) => medianOf(files.map((one) => one[name])))]],
  );
  server.kill();
}

/** Readers who ask again as soon as they are answered. Measuring begins when each has been answered once: a busy server takes in new connections one by one. */
async function read(ready: Ready, question: string): Promise<{ rate: number; p50: number; p99: number }> {
  const agents = Array.from({ length: READERS }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  await Promise.all(agents.map((agent) => ask(ready, question, agent)));
  const taken: number[] = [];
  const started = performance.now();
  const end = started + SECONDS * 1_000;
  await Promise.all(
    agents.map(async (agent) => {
      for (let asked = performance.now(); asked < end; asked = performance.now()) {
        await ask(ready, question, agent);
        taken.push(performance.now() - asked);
      }
      agent.destroy();
    }),
  );
  const rate = taken.length / ((performance.now() - started) / 1_000);
  return { rate, p50: quantile(taken, 0.5), p99: quantile(taken, 0.99) };
}

async function ask({ port, token }: Ready, question: string, agent: Agent): Promise<void> {
  const headers = { authorization: `Bearer ${token}` };
  const asking = request({ port, path: `/v1/requirements?${question}`, headers, agent }).end();
  const [response] = (await once(asking, 'response')) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`${question} was answered ${response.statusCode}`);
  response.resume();
  await once(response, 'end');
}

async function memoryOf(server: ChildProcess): Promise<number> {
  server.send('memory');
  const [{ memory }] = (await once(server, 'message')) as [{ memory: number }];
  return memory;
}

async function csv({ port, token }: Ready, server: ChildProcess) {
  const before = await memoryOf(server);
  const started = performance.now();
  const asking = request({ port, path: '/v1/requirements', headers: { authorization: `Bearer ${token}`, accept: 'text/csv' } }).end();
  const [response] = (await once(asking, 'response')) as [AsyncIterable<Buffer>];
  let [rows, bytes, most] = [-1, 0, before];
  let looked = started;
  for await (const part of response) {
    bytes += part.length;
    for (const byte of part) if (byte === 10) rows += 1;
    if (performance.now() - looked < 200) continue;
    looked = performance.now();
    most = Math.max(most, await memoryOf(server));
  }
  return { rows, seconds: (performance.now() - started) / 1_000, megabytes: bytes / MEGABYTE, memory: (most - before) / MEGABYTE };
}
