import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { aBody } from './bench-stream';
import { busFor } from './bus';
import { medianOf, table, writers } from './measuring';

const CONNECTIONS = 64;
const SECONDS = 4;
const STREAMS = 1_000;

interface Ready {
  readonly port: number;
  readonly token: string;
}

/** The same command over HTTP beside what its parts allow: the route with an in-memory handler, and the bus alone. */
export async function httpBench(rounds: number): Promise<void> {
  const server: ChildProcess = fork(join(__dirname, 'http-server.ts'), { execArgv: ['-r', join(__dirname, '../from-sources.cjs')] });
  const [ready] = (await once(server, 'message')) as [Ready];
  const bus = await busFor(5_000);
  const command = aBody();
  const results: Record<'memory' | 'bus' | 'http', number[]> = { memory: [], bus: [], http: [] };
  const requests = (collection: string): Promise<number> => load(ready, collection);
  for (let round = 0; round < rounds; round += 1) {
    results.memory.push(await requests('in-memory'));
    results.bus.push(await writers(CONNECTIONS, 20_000, (turn) => bus.send(`s${turn % STREAMS}`, command)));
    results.http.push(await requests('benches'));
  }
  server.kill();
  await bus.close();
  const [h, c, http] = [medianOf(results.memory), medianOf(results.bus), medianOf(results.http)];
  const allowed = 1 / (1 / h + 1 / c);
  table(
    `Commands a second over HTTP, ${CONNECTIONS} connections, token and DTO checked`,
    ['route, handler in memory (h)', 'bus alone (c)', 'what they allow, 1/(1/h + 1/c)', 'over HTTP', 'ratio (asked ≥ 0.8)'],
    [[h, c, allowed, http, http / allowed]],
  );
}

async function load({ port, token }: Ready, collection: string): Promise<number> {
  let next = 0;
  const body = JSON.stringify(aBody());
  const result = await autocannon({
    url: `http://127.0.0.1:${port}`,
    connections: CONNECTIONS,
    duration: SECONDS,
    requests: [
      {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body,
        setupRequest: (request) => ({ ...request, path: `/v1/${collection}/s${(next += 1) % STREAMS}/note-down` }),
      },
    ],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${result.non2xx} answers were no success, ${result.errors} errors`);
  return result.requests.average;
}
