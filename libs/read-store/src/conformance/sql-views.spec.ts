import { openPostgresPool, type Pool } from '../database/postgres';
import { RebuildStopped } from '../errors';
import { openReadStore, type ReadStore } from '../read-store';
import type { SqlView } from '../sql-views';
import { areas, CaseClosed, CaseOpened, CaseRated, catalogue, MemoryLog, register } from './fixture';
import { foldToEnd } from './place';

const postgres = process.env['CASEWORK_TEST_POSTGRES'];

jest.setTimeout(60_000);

describe('views for other programs', () => {
  if (postgres === undefined) {
    it('PostgreSQL was not found on this machine: this half did not run', () => {
      process.stderr.write('HALF NOT RUN: views for other programs (the binaries of PostgreSQL were not found)\n');
    });
    return;
  }
  const run = `v${process.pid}_${Date.now()}`;
  const [low, high, operated] = ['low', 'high', 'operated'].map((name) => `${run}_${name}`) as [string, string, string];
  const cases: SqlView = {
    name: 'bi_cases_v1',
    fold: register.name,
    columns: [
      { name: 'case', type: 'text', from: 'key' },
      { name: 'opened_on', type: 'day', from: 'row', field: 'openedOn' },
      { name: 'rating', type: 'integer', from: 'row', field: 'rating' },
      { name: 'figure', type: 'decimal', from: 'row', field: 'area' },
      { name: 'marker', type: 'marker', from: 'row', field: 'area' },
      { name: 'history', type: 'list', from: 'row', field: 'history' },
      { name: 'nothing', type: 'list', from: 'row', field: 'nothing' },
    ],
    roles: [low, high],
  };
  const casesOfAreas: SqlView = {
    name: 'bi_areas_v1',
    fold: areas.name,
    columns: [{ name: 'area', type: 'text', from: 'key' }],
    roles: [high],
  };
  const folds = [register, areas];

  const log = new MemoryLog();
  log.append('case-c1', CaseOpened({ area: '-1.50', openedOn: '2023-10-01' }));
  log.append('case-c1', CaseRated({ rating: 3 }));
  log.append('case-c2', CaseOpened({ area: 'x', openedOn: '2023-11-01' }));

  let schemas = 0;
  let pool: Pool;
  const stores: ReadStore[] = [];
  const opened = async (views: readonly SqlView[], schema = `${run}_${(schemas += 1)}`, url = postgres) => {
    const store = await openReadStore({ postgres: url, schema, catalogue, views: { schema: `${schema}_bi`, views } });
    stores.push(store);
    await store.prepare(folds);
    await foldToEnd(store, log, folds);
    return { store, schema, bi: `${schema}_bi` };
  };
  const asRole = async <T>(role: string, query: string): Promise<T[]> => {
    const client = await pool.connect();
    try {
      await client.query(`SET ROLE ${role}`);
      return (await client.query(query)).rows as T[];
    } finally {
      await client.query('RESET ROLE');
      client.release();
    }
  };
  beforeAll(() => {
    pool = openPostgresPool(postgres);
  });
  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    const { rows } = await pool.query<{ nspname: string }>(`SELECT nspname FROM pg_namespace WHERE starts_with(nspname, '${run}')`);
    for (const { nspname } of rows) await pool.query(`DROP SCHEMA ${nspname} CASCADE`);
    for (const role of [low, high, operated]) {
      const { rowCount } = await pool.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
      if (rowCount) await pool.query(`DROP OWNED BY ${role}; DROP ROLE ${role}`);
    }
    await pool.end();
  });

  it('give typed columns, a number apart from the marker in its place', async () => {
    const { bi } = await opened([cases]);
    expect(
      await asRole(low, `SELECT "case", opened_on::text, rating, figure, marker, history, nothing FROM ${bi}.bi_cases_v1 ORDER BY 1`),
    ).toEqual([
      { case: 'c1', opened_on: '2023-10-01', rating: 3, figure: '-1.50', marker: null, history: ['3'], nothing: null },
      { case: 'c2', opened_on: '2023-11-01', rating: null, figure: null, marker: 'x', history: [], nothing: null },
    ]);
  });

  it('are read by the roles of their class, who reach nothing above it and change nothing (P4)', async () => {
    const { bi, schema } = await opened([cases, casesOfAreas]);
    expect(await asRole(high, `SELECT area FROM ${bi}.bi_areas_v1 ORDER BY 1`)).toEqual([
      { area: '-1.50' },
      { area: 'every-area' },
      { area: 'x' },
    ]);
    const forbidden = [
      `SELECT * FROM ${bi}.bi_areas_v1`,
      `SELECT * FROM ${schema}.builds`,
      `SELECT * FROM ${schema}.areas_v1_2`,
      `DELETE FROM ${bi}.bi_cases_v1`,
      `UPDATE ${bi}.bi_cases_v1 SET "case" = 'c3'`,
      `CREATE TABLE ${bi}.own (id integer)`,
    ];
    for (const query of forbidden) await expect(asRole(low, query)).rejects.toThrow(/permission denied|cannot (update|delete)/);
  });

  it('follow the tables that serve through a rebuild', async () => {
    const { store, bi } = await opened([cases]);
    log.append('case-c2', CaseClosed({ closedOn: '2024-01-01' }));
    await store.rebuild(register.name, log);
    expect(await asRole(low, `SELECT "case", marker FROM ${bi}.bi_cases_v1 WHERE "case" = 'c2'`)).toEqual([{ case: 'c2', marker: null }]);
  });

  it('hold a swap up only while somebody reads, and never what serves', async () => {
    const { store, bi } = await opened([cases]);
    const reader = await pool.connect();
    await reader.query(`BEGIN; SELECT * FROM ${bi}.bi_cases_v1`);
    await expect(store.rebuild(register.name, log)).rejects.toThrow(RebuildStopped);
    expect((await store.get(register, 'c1')).row?.rating).toBe(3);
    await reader.query('COMMIT');
    reader.release();
    expect(await store.rebuild(register.name, log)).toMatchObject({ rows: 2 });
  });

  it('that are no longer declared are taken away', async () => {
    const { schema, bi } = await opened([cases, casesOfAreas]);
    await opened([cases], schema);
    await expect(pool.query(`SELECT * FROM ${bi}.bi_areas_v1`)).rejects.toThrow('does not exist');
    expect(await asRole(low, `SELECT "case" FROM ${bi}.bi_cases_v1 ORDER BY 1`)).toHaveLength(2);
  });

  it('name the roles that an operator has to make where the user may not', async () => {
    await pool.query(`CREATE ROLE ${operated} LOGIN; GRANT CREATE ON DATABASE ${new URL(postgres).pathname.slice(1)} TO ${operated}`);
    const own = new URL(postgres);
    own.username = operated;
    const wanted = `${run}_wanted`;
    const { store } = await opened([{ ...cases, roles: [wanted] }], undefined, own.href);
    expect(store.missingRoles).toEqual([wanted]);
  });
});
