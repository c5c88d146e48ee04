import { openSqlite } from '@app/event-store/embedded/sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReadStoreUnusable } from '../errors';
import { CaseOpened, CaseRated, MemoryLog, register, watch } from './fixture';
import { foldToEnd, Opened } from './place';
import { describeReadStore } from './read-store.suite';

jest.setTimeout(60_000);

describe('the read store on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casework-reading-'));
  let places = 0;
  const freshPlace = () => ({ sqlite: join(folder, `${(places += 1)}.db`) });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describeReadStore({ freshPlace });

  describe('in its file', () => {
    const opened = new Opened();
    afterEach(() => opened.closeAll());

    const asked = (path: string, sql: string): unknown[] => {
      const file = openSqlite(path);
      try {
        return file.prepare(sql).all();
      } finally {
        file.close();
      }
    };
    const someLog = (): MemoryLog => {
      const log = new MemoryLog();
      for (let number = 0; number < 50; number += 1) {
        log.append(`case-c${number}`, CaseOpened({ area: 'A', openedOn: '2024-01-01' }));
        log.append(`case-c${number}`, CaseRated({ rating: 1, poison: number === 3 }));
      }
      return log;
    };

    it('leaves nothing of replaced tables behind', async () => {
      const place = freshPlace();
      const log = someLog();
      const store = await opened.with(place, [register]);
      await foldToEnd(store, log, [register]);
      await store.rebuild(register.name, log);
      await store.verify(register.name, log);
      const tables = asked(
        place.sqlite,
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'case_register%' ORDER BY name`,
      );
      expect(tables).toEqual([{ name: 'case_register_v1_2' }, { name: 'case_register_v1_2_links' }]);
      expect(asked(place.sqlite, 'SELECT build, key FROM parked')).toEqual([{ build: 2, key: 'c3' }]);
      expect(asked(place.sqlite, 'SELECT DISTINCT build FROM waiting')).toEqual([{ build: 2 }]);
    });

    it('finds what is due by an index, so that it costs what is due and not what there is', async () => {
      const place = freshPlace();
      await foldToEnd(await opened.with(place, [watch]), someLog(), [watch]);
      const plan = asked(
        place.sqlite,
        `EXPLAIN QUERY PLAN SELECT key FROM watch_v1_1 WHERE attention <= '2024' ORDER BY attention, key LIMIT 9`,
      );
      expect(plan).toEqual([
        expect.objectContaining({ detail: expect.stringMatching(/^SEARCH watch_v1_1 USING (COVERING )?INDEX watch_v1_1_i0/) }),
      ]);
    });

    it('finds and sorts by a declared index', async () => {
      const place = freshPlace();
      await foldToEnd(await opened.with(place, [register]), someLog(), [register]);
      const plan = asked(
        place.sqlite,
        `EXPLAIN QUERY PLAN SELECT key FROM case_register_v1_1 WHERE c_status = 'open' ORDER BY c_openedOn ASC NULLS FIRST, key ASC LIMIT 9`,
      );
      expect(plan).toEqual([
        expect.objectContaining({ detail: expect.stringMatching(/^SEARCH .* INDEX case_register_v1_1_i1 \(c_status=\?\)/) }),
      ]);
    });

    it('refuses tables of a format that this build does not know', async () => {
      const place = freshPlace();
      await opened.open(place);
      await opened.closeAll();
      asked(place.sqlite, `UPDATE store SET value = '2' WHERE name = 'format' RETURNING name`);
      await expect(opened.open(place)).rejects.toThrow(ReadStoreUnusable);
    });
  });
});
