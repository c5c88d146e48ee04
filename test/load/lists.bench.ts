import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { medianOf, table } from './measuring';

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

async function read({ port, token }: Ready, question: string): Promise<{ rate: number; p50: number; p99: number }> {
  const result = await autocannon({
    url: `http://127.0.0.1:${port}/v1/requirements?${question}`,
    connections: READERS,
    duration: SECONDS,
    headers: { authorization: `Bearer ${token}` },
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} answers were no success, ${result.errors} errors`);
  return { rate: result.requests.average, p50: result.latency.p50, p99: result.latency.p99 };
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
