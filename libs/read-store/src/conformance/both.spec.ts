import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { areas, diary, directory, register, timeline, watch } from './fixture';
import { histories } from './histories';
import { foldToEnd, Opened } from './place';

const postgres = process.env['CASEWORK_TEST_POSTGRES'];
const folds = [register, areas, timeline, directory, diary, watch];

jest.setTimeout(60_000);

describe('SQLite and PostgreSQL', () => {
  if (postgres === undefined) {
    it('PostgreSQL was not found on this machine: this half did not run', () => {
      process.stderr.write('HALF NOT RUN: SQLite and PostgreSQL compared (its binaries were not found)\n');
    });
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'casework-reading-'));
  const opened = new Opened();
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  afterEach(() => opened.closeAll());

  it('hold the same rows byte by byte, park the same events and list everything in the same order', async () => {
    let place = 0;
    await fc.assert(
      fc.asyncProperty(histories({ poison: true }), fc.integer({ min: 1, max: 30 }), async (log, batch) => {
        place += 1;
        const here = await opened.with({ sqlite: join(folder, `${place}.db`) }, folds);
        const there = await opened.with({ postgres, schema: `both_${process.pid}_${Date.now()}_${place}` }, folds);
        const seen = [];
        for (const store of [here, there]) {
          await foldToEnd(store, log, folds, batch);
          seen.push({
            checksums: await Promise.all(folds.map(({ name }) => store.checksum(name))),
            parked: await store.parked(),
            status: await store.status(),
            register: await store.find(register, { orderBy: 'area', direction: 'desc', limit: 3 }),
            areas: await store.find(areas),
            timeline: await store.find(timeline, { orderBy: 'type', limit: 10 }),
            tagged: await store.find(directory, { where: { tags: { in: ['rated-3', 'rated-5'] } }, orderBy: 'title', direction: 'desc' }),
            untagged: await store.count(directory, { except: { where: { tags: { in: ['rated-3', 'rated-5'] } } } }),
            worded: await store.find(directory, { words: [{ begins: 'OPEN' }, { begins: 'a' }] }),
            diary: await store.find(diary, { words: [{ begins: 'rated' }], where: { tags: { in: ['rated-3'] } }, limit: 4 }),
            keys: await store.keys(directory, { any: [{ words: [{ begins: '2024' }] }, { where: { tags: { isNull: true } } }] }),
            due: await store.dueInstances(watch, '2030-01-01T00:00:00.000Z'),
          });
        }
        expect(JSON.stringify(seen[0])).toBe(JSON.stringify(seen[1]));
        await opened.closeAll();
      }),
      { numRuns: 15 },
    );
  });
});
