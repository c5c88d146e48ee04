import { rmSync } from 'node:fs';
import { Country } from './country';
import { medianOf, quantile, table } from './measuring';
import { ServerProcess } from './server-process';

const LENGTHS = (process.env.BENCH_LENGTHS ?? '10000,100000,1000000').split(',').map(Number);
const CONTRACTS = 20;
const COMMANDS = 400;
const QUESTIONS = 50;
const FLAT = 1.2;
const MOST_MEMORY = 200;
const FIRST_QUESTION = '/v1/local-areas/931/journey?limit=1';

interface Measured {
  readonly length: number;
  readonly command: number;
  /** Of each kind of page its median. */
  readonly queries: Readonly<Record<string, number>>;
  readonly start: number;
  readonly memory: number;
  readonly folding: { readonly seconds: number; readonly memory: number };
}

/** The built server on logs of growing length: what a command, a query and a start take, and how much memory it holds. */
export async function flatnessBench(rounds: number): Promise<void> {
  const country = await Country.found();
  const measured: Measured[] = [];
  for (const length of LENGTHS) {
    country.growTo(length);
    measured.push(await measure(country, rounds));
  }
  rmSync(country.folder, { recursive: true, force: true });
  const [first] = measured;
  const query = ({ queries }: Measured): number => Object.values(queries).reduce((sum, one) => sum + one, 0) / Object.keys(queries).length;
  const beside = (value: number, least: number): string => `${Math.round(value * 10) / 10} (${(value / least).toFixed(2)})`;
  table(
    `A server on logs of growing length: milliseconds, and in brackets how often the shortest log’s (asked ≤ ${FLAT}; memory < ${MOST_MEMORY} MB)`,
    [
      'events',
      'command, median',
      'query, mean of the medians below',
      'start to first answer',
      'memory in MB',
      'folded anew in s',
      'memory meanwhile',
    ],
    measured.map((one) => [
      String(one.length),
      beside(one.command, first!.command),
      beside(query(one), query(first!)),
      beside(one.start, first!.start),
      beside(one.memory, first!.memory),
      Math.round(one.folding.seconds),
      Math.round(one.folding.memory),
    ]),
  );
  table(
    'The same queries one by one, milliseconds',
    ['events', ...Object.keys(first!.queries)],
    measured.map(({ length, queries }) => [
      String(length),
      ...Object.entries(queries).map(([kind, value]) => beside(value, first!.queries[kind]!)),
    ]),
  );
}

async function measure(country: Country, rounds: number): Promise<Measured> {
  const began = performance.now();
  const folding = await ServerProcess.start(country.folder, FIRST_QUESTION);
  await folding.idle();
  const folded = { seconds: (performance.now() - began) / 1_000, memory: folding.memory.most };
  await folding.stop();
  const starts: number[] = [];
  for (let round = 1; round < rounds; round += 1) {
    const server = await ServerProcess.start(country.folder, FIRST_QUESTION);
    starts.push(server.firstAnswerAfter);
    await server.stop();
  }
  const server = await ServerProcess.start(country.folder, FIRST_QUESTION);
  starts.push(server.firstAnswerAfter);
  await server.idle();
  const command = quantile(await commands(server, country), 0.5);
  await server.idle();
  const queries = await pages(server, country);
  const memory = server.memory.now;
  await server.stop();
  return { length: country.length, command, queries, start: medianOf(starts), memory, folding: folded };
}

/** One command after another, on contracts that nothing was asked of before. */
async function commands(server: ServerProcess, country: Country): Promise<number[]> {
  const took: number[] = [];
  for (let turn = 0; turn < COMMANDS; turn += 1) {
    const copy = country.copies - 1 - (turn % Math.min(CONTRACTS, country.copies));
    const day = new Date(Date.UTC(2024, 0, 8 + Math.floor(turn / CONTRACTS))).toISOString().slice(0, 10);
    const body = { area: country.named('931', copy), programme: 'safety-valve', day };
    took.push(await server.ask(`/v1/contracts/${country.named('CON_22889', copy)}/record-programme-liaison`, body));
  }
  return took;
}

/** What people open, of one area after another. @returns the median of each kind */
async function pages(server: ServerProcess, country: Country): Promise<Record<string, number>> {
  const kinds: Readonly<Record<string, (area: string) => string>> = {
    'journey of an area': (area) => `/v1/local-areas/${area}/journey`,
    'an area': (area) => `/v1/local-areas/${area}`,
    'its timeline': (area) => `/v1/timeline?subjects=localArea-${area}&limit=50`,
    areas: () => '/v1/local-areas?limit=50',
    requirements: () => '/v1/requirements?limit=50',
    contracts: () => '/v1/contracts?limit=50',
    metrics: () => '/metrics',
  };
  const medians: Record<string, number> = {};
  for (const [kind, path] of Object.entries(kinds)) {
    const took: number[] = [];
    for (let turn = 0; turn < QUESTIONS; turn += 1) took.push(await server.ask(path(country.named('931', turn % country.copies))));
    medians[kind] = medianOf(took);
  }
  return medians;
}
