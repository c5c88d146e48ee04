import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresPool } from '@app/read-store';
import { Logger } from '@nestjs/common';
import { openKeptTablesFile, openKeptTablesSchema, type KeptTables } from '../outbox/kept-tables';
import { GAP, type NotedRead, type ReadPlace } from './read-entry';
import { ReadLog, type ReadLogOptions } from './read-log';

const read = (at: number, change: Partial<NotedRead> = {}): NotedRead => ({
  at,
  who: 'u-1',
  role: 'case-lead',
  what: '/v1/contracts/CON_1',
  rows: 1,
  redacted: 0,
  ...change,
});
const seen = ({ id: _id, ...noted }: NotedRead & { id: string }): NotedRead => noted;

/** Tables that do nothing while they are away. */
function mortal(tables: KeptTables): KeptTables & { away: boolean; writes: number } {
  const able = {
    ...tables,
    away: false,
    writes: 0,
    all: async (statements: Parameters<KeptTables['all']>[0]) => {
      if (able.away) throw new Error('The database is away');
      able.writes += statements.some(([text]) => text.startsWith('INSERT')) ? 1 : 0;
      return tables.all(statements);
    },
  };
  return able;
}

beforeAll(() => Logger.overrideLogger(false));

function logs(place: () => KeptTables): void {
  const opened: ReadLog[] = [];
  const open = async (options: ReadLogOptions = {}, tables = place()): Promise<ReadLog> => {
    const log = await ReadLog.open(tables, { every: 60_000, ...options });
    opened.push(log);
    return log;
  };
  const all = async (log: ReadLog): Promise<NotedRead[]> => (await log.list({ limit: 10_000 })).reads.map(seen);
  afterEach(() => Promise.all(opened.splice(0).map((log) => log.close())));

  it('keeps who looked at what, in which role, as of when, how much was shown and withheld, and is there after a restart', async () => {
    const full = read(1_700_000_000_000, {
      onBehalfOf: 'u-2',
      question: { area: ['931', '887'], q: [] },
      recordedAt: '2023-10-23',
      effectiveAt: '2023-10-20',
      rows: 12,
      redacted: 30,
    });
    const log = await open();
    log.note(full);
    log.note(read(1_700_000_000_001));
    await log.close();
    opened.pop();
    expect(await all(await open())).toEqual([read(1_700_000_000_001), full]);
  });

  it('is found by who, role, what and below it, and when, the newest first', async () => {
    const log = await open();
    const entries = [
      read(1, { who: 'u-1', what: '/v1/contracts' }),
      read(2, { who: 'u-2', what: '/v1/contracts/CON_1' }),
      read(3, { who: 'u-2', role: 'auditor', what: '/v1/contracts/CON_1/compare' }),
      read(4, { who: 'u-1', what: '/v1/contracts/CON_11' }),
    ];
    for (const entry of entries) log.note(entry);
    const found = async (asked: object): Promise<number[]> => (await log.list({ limit: 10, ...asked })).reads.map(({ at }) => at);
    expect(await found({})).toEqual([4, 3, 2, 1]);
    expect(await found({ who: 'u-2' })).toEqual([3, 2]);
    expect(await found({ role: 'auditor' })).toEqual([3]);
    expect(await found({ what: '/v1/contracts/CON_1' })).toEqual([3, 2]);
    expect(await found({ what: '/v1/contracts' })).toEqual([4, 3, 2, 1]);
    expect(await found({ from: 2, to: 3 })).toEqual([3, 2]);
    expect(await found({ from: 4, who: 'u-2' })).toEqual([]);
  });

  it('comes in pages that nothing shifts and nothing is missing from, also within one millisecond', async () => {
    const log = await open();
    for (let number = 0; number < 25; number += 1) log.note(read(7, { rows: number }));
    const rows: number[] = [];
    let before: ReadPlace | undefined;
    do {
      const { reads, next } = await log.list({ limit: 10, ...(before && { before }) });
      rows.push(...reads.map((entry) => entry.rows));
      log.note(read(8));
      before = next;
    } while (before);
    expect(rows).toEqual(Array.from({ length: 25 }, (_none, index) => 24 - index));
  });

  it('writes what waits together, by itself', async () => {
    const tables = mortal(place());
    const log = await open({ every: 1 }, tables);
    for (let number = 0; number < 1_500; number += 1) log.note(read(number));
    while (tables.writes < 2) await new Promise((resolve) => setImmediate(resolve));
    expect(await all(log)).toHaveLength(1_500);
    expect(tables.writes).toBe(2);
  });

  it('holds what cannot be written, writes it once when the tables are back, and says how many found no place', async () => {
    const tables = mortal(place());
    const lost: number[] = [];
    const log = await open({ most: 3, lost: (count) => lost.push(count) }, tables);
    tables.away = true;
    log.note(read(1));
    expect(await log.flush()).toBe(false);
    for (const at of [2, 3, 4, 5]) log.note(read(at));
    expect(await log.flush()).toBe(false);
    expect(lost).toEqual([1, 1]);
    tables.away = false;
    const entries = await all(log);
    expect(entries.filter(({ role }) => role !== GAP)).toEqual([read(3), read(2), read(1)]);
    expect(entries.filter(({ role }) => role === GAP)).toMatchObject([{ who: 'process:reads', rows: 2 }]);
    expect(await all(log)).toHaveLength(4);
  });

  it('writes nothing twice where the answer to a write was lost', async () => {
    const tables = place();
    let loses = true;
    const log = await open(
      {},
      {
        ...tables,
        all: async (statements) => {
          const answer = await tables.all(statements);
          if (loses && statements[0]![0].startsWith('INSERT')) throw new Error('The connection was lost');
          return answer;
        },
      },
    );
    log.note(read(1));
    expect(await log.flush()).toBe(false);
    loses = false;
    expect(await all(log)).toEqual([read(1)]);
  });

  it('tells what could not be written before the end', async () => {
    const tables = mortal(place());
    const lost: number[] = [];
    const log = await open({ lost: (count) => lost.push(count) }, tables);
    opened.pop();
    log.note(read(1));
    tables.away = true;
    await log.close();
    expect(lost).toEqual([1]);
  });

  it('takes away what is older than it is to be kept, and nothing where nobody says so', async () => {
    const old = Date.now() - 3 * 86_400_000;
    const log = await open();
    log.note(read(old));
    log.note(read(old + 2 * 86_400_000));
    expect(await all(log)).toHaveLength(2);
    const forgetting = await open({ keptDays: 2 });
    expect((await all(forgetting)).map(({ at }) => at)).toEqual([old + 2 * 86_400_000]);
  });
}

describe('the log of reads in the file of the kept records (P5)', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'reads-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  logs(() => openKeptTablesFile(join(folder, 'kept.db'), { synced: false }));
});

const postgres = process.env['CASEWORK_TEST_POSTGRES'];

describe('the log of reads in the schema of the kept records of PostgreSQL (P5)', () => {
  if (postgres === undefined) {
    it('PostgreSQL was not found on this machine: this half did not run', () => {
      process.stderr.write('HALF NOT RUN: the log of reads in PostgreSQL (PostgreSQL was not found)\n');
    });
    return;
  }
  const name = `reads_${process.pid}`;
  const own = new URL(postgres);
  own.pathname = `/${name}`;
  const server = openPostgresPool(postgres, { max: 1 });
  const inside = openPostgresPool(own.href, { max: 1 });
  beforeAll(() => server.query(`CREATE DATABASE ${name}`));
  afterAll(async () => {
    await inside.end();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  });
  logs(() => openKeptTablesSchema(own.href));
  afterEach(() => inside.query('DROP SCHEMA IF EXISTS kept CASCADE'));

  it('is made by two processes that start at once', async () => {
    const both = await Promise.all([1, 2].map(() => ReadLog.open(openKeptTablesSchema(own.href))));
    both[0]!.note(read(1));
    await both[0]!.flush();
    expect((await both[1]!.list({ limit: 1 })).reads).toHaveLength(1);
    await Promise.all(both.map((log) => log.close()));
  });
});
