import { defineEvent, defineProjection, type EventOf } from '@app/event-sourcing';
import { RebuildStopped, VersionNotServing } from '../errors';
import { replay, type Log } from '../replay';
import { CaseOpened, CaseRated, CaseRow, catalogue, MemoryLog, register, timeline, watch } from './fixture';
import { foldToEnd, Opened, type Place, type Setting } from './place';

class SecondRow {
  area2!: string;
  rating!: null;
}

/** `register` in its next version. */
const second = defineProjection<SecondRow, EventOf<typeof CaseOpened>>({
  name: register.name,
  version: 2,
  view: SecondRow,
  columns: { area2: 'text', rating: 'integer' },
  indexes: [['area2']],
  key: (_event, { streamId }) => streamId,
  on: { CaseOpened: (_row, { area }) => ({ area2: `second ${area}`, rating: null }) },
});

export function rebuildSuite({ freshPlace }: Setting): void {
  const opened = new Opened();
  afterEach(() => opened.closeAll());

  const logOf = (events: number): MemoryLog => {
    const log = new MemoryLog();
    for (let number = 0; number < events; number += 1) {
      if (number < 10) log.append(`case-c${number}`, CaseOpened({ area: `A${number}`, openedOn: '2024-01-01' }));
      else log.append(`case-c${number % 10}`, CaseRated({ rating: number }));
    }
    return log;
  };
  const served = async (log: MemoryLog, place: Place = freshPlace()) => {
    const store = await opened.with(place, [register, timeline, watch]);
    await foldToEnd(store, log, [register, timeline, watch]);
    return store;
  };

  it('a new version is built beside the old one, which serves until it is swapped in', async () => {
    const log = logOf(200);
    const place = freshPlace();
    await served(log, place);
    await opened.closeAll();
    const store = await opened.open(place);
    expect(await store.prepare([second])).toEqual([{ name: register.name, state: 'rebuild', position: log.end }]);
    const seen: unknown[] = [];
    const rebuilt = await store.rebuild(register.name, log, {
      batch: 50,
      onProgress: () => void seen.push(store.get(register, 'c3').then(({ row }) => row?.area)),
    });
    expect(rebuilt).toEqual({ name: register.name, version: 2, position: log.end, rows: 10, parked: 0 });
    expect(await Promise.all(seen)).toContain('A3');
    expect((await store.find(second, { where: { area2: 'second A3' } })).rows.map(({ key }) => key)).toEqual(['c3']);
    expect(await store.status()).toMatchObject([{ version: 2, serving: { version: 2, rows: 10, position: log.end }, building: undefined }]);
    log.append('case-new', CaseOpened({ area: 'N', openedOn: '2024-01-01' }));
    await foldToEnd(store, log, [second]);
    expect((await store.get(second, 'new')).row).toMatchObject({ area2: 'second N' });
  });

  it('until then a question by a new column cannot be answered, and says so', async () => {
    const log = logOf(20);
    const place = freshPlace();
    await served(log, place);
    const store = await opened.with(place, [second]);
    await expect(store.find(second, { where: { area2: 'x' } })).rejects.toThrow(VersionNotServing);
    expect((await store.find(second, { where: { rating: 15 } })).rows.map(({ key }) => key)).toEqual(['c5']);
  });

  it('folding goes on while the same version is rebuilt, and the rows are those of a fresh fold', async () => {
    const log = logOf(3_000);
    const store = await served(log);
    for (const fold of [register, timeline, watch]) {
      let turn = 0;
      await store.rebuild(fold.name, log, {
        batch: 100,
        onProgress: () => {
          turn += 1;
          if (turn <= 20) log.append(`case-c${turn % 10}`, CaseRated({ rating: -turn }));
        },
      });
      await foldToEnd(store, log, [fold]);
      expect(await store.checksum(fold.name)).toEqual({ position: log.end, ...(await replay(fold, catalogue, log)).checksum });
    }
  });

  it('writers and a rebuild at the same time leave no event out', async () => {
    const log = logOf(1_000);
    const store = await served(log);
    let writing = true;
    const writer = (async () => {
      for (let number = 0; writing || number < 50; number += 1) {
        log.append(`case-c${number % 10}`, CaseRated({ rating: number }));
        await foldToEnd(store, log, [register]).catch((error: { code?: string }) => expect(error.code).toBe('checkpoint-moved'));
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await store.rebuild(register.name, log, { batch: 20 });
    writing = false;
    await writer;
    await foldToEnd(store, log, [register]);
    expect(await store.checksum(register.name)).toEqual({ position: log.end, ...(await replay(register, catalogue, log)).checksum });
  });

  it('a rebuild that was cut off goes on where it was', async () => {
    const log = logOf(1_000);
    const place = freshPlace();
    const cutOff = await served(log, place);
    const cut = new AbortController();
    await expect(
      cutOff.rebuild(register.name, log, {
        batch: 100,
        signal: cut.signal,
        onProgress: (position) => Number(position) >= 400 && cut.abort(),
      }),
    ).rejects.toThrow(/abort/);
    expect((await cutOff.status())[0]!.building).toMatchObject({ version: 1, rows: 10 });
    await opened.closeAll();
    const store = await opened.with(place, [register]);
    const progress: [number, number][] = [];
    expect((await store.status())[0]!.rebuiltAt).toBeUndefined();
    await store.rebuild(register.name, log, { batch: 100, onProgress: (position, folded) => progress.push([Number(position), folded]) });
    expect(progress).toEqual([500, 600, 700, 800, 900, 1_000].map((position) => [position, position - 400]));
    expect((await store.status())[0]).toMatchObject({ building: undefined, rebuiltAt: expect.stringMatching(/^20\d\d-.*Z$/) });
    expect(await store.checksum(register.name)).toMatchObject((await replay(register, catalogue, log)).checksum);
  });

  it('a build that is older than what serves leaves it alone', async () => {
    const log = logOf(30);
    const place = freshPlace();
    const store = await opened.with(place, [second]);
    await foldToEnd(store, log, [second]);
    const older = await opened.open(place);
    expect(await older.prepare([register])).toEqual([{ name: register.name, state: 'superseded', position: log.end }]);
    await expect(older.fold([register.name], [], { from: log.end, to: log.end })).rejects.toThrow(VersionNotServing);
    await expect(older.rebuild(register.name, log)).rejects.toThrow(VersionNotServing);
    expect((await store.get(second, 'c1')).row).toMatchObject({ area2: 'second A1' });
  });

  it('columns that change without a new version are noticed', async () => {
    const place = freshPlace();
    await served(logOf(20), place);
    const store = await opened.open(place);
    const changed = { ...register, indexes: [['area' as const]] };
    expect(await store.prepare([changed])).toMatchObject([{ state: 'rebuild' }]);
  });

  it('a rebuild stops before an event that is not known; what serves goes on', async () => {
    const log = logOf(50);
    const store = await served(log);
    log.append('case-c1', defineEvent('CaseMoved', class CaseMovedShape {}, { says: () => 'moved' })({}));
    await expect(store.rebuild(register.name, log)).rejects.toThrow(RebuildStopped);
    expect((await store.get(register, 'c1')).row).toMatchObject({ rating: 41 });
    expect((await store.status())[0]).toMatchObject({ serving: { version: 1 }, building: { stopped: { code: 'unknown-event' } } });
  });

  it('after an older backup of the log was restored, a rebuild shows what is in that log', async () => {
    const log = logOf(40);
    const store = await served(log);
    const restored = logOf(35);
    expect(await store.rebuild(register.name, restored)).toMatchObject({ position: restored.end, rows: 10 });
    expect((await store.get(register, 'c9')).row).toMatchObject({ rating: 29 });
  });

  it('rows can be compared with a fresh fold, and a difference is found', async () => {
    const log = logOf(500);
    const place = freshPlace();
    const store = await served(log, place);
    for (const fold of [register, timeline, watch]) {
      const verified = await store.verify(fold.name, log, { batch: 90 });
      expect(verified).toMatchObject({ name: fold.name, same: true, position: log.end });
      expect(verified.replayed).toEqual((await replay(fold, catalogue, log)).checksum);
    }
    const faulty = { ...register, on: { ...register.on, CaseRated: (row: CaseRow | undefined) => row } };
    const other = await opened.with(place, [faulty]);
    expect(await other.verify(register.name, log)).toMatchObject({ same: false, served: { rows: 10 }, replayed: { rows: 10 } });
    expect(await store.status()).toMatchObject([{ building: undefined }, {}, {}]);
  });

  /** The log, with something that happens once when its end has been read. */
  const endingWith = (log: MemoryLog, happens: () => Promise<void>): Log => {
    let happened = false;
    return {
      readAll: async (options) => {
        const page = await log.readAll(options);
        if (page.at(-1)?.position === options.from && !happened) {
          happened = true;
          await happens();
        }
        return page;
      },
    };
  };

  it('what has been folded meanwhile is never missing after the swap', async () => {
    const log = logOf(100);
    const store = await served(log);
    const late = endingWith(log, async () => {
      log.append('case-c1', CaseRated({ rating: 1_000 }));
      await foldToEnd(store, log, [register]);
    });
    expect(await store.rebuild(register.name, late)).toMatchObject({ position: log.end });
    expect((await store.get(register, 'c1')).row).toMatchObject({ rating: 1_000 });
  });

  it('rows are compared at one and the same place in the log', async () => {
    const log = logOf(100);
    const store = await served(log);
    const late = endingWith(log, async () => {
      log.append('case-c1', CaseRated({ rating: 1_000 }));
      await foldToEnd(store, log, [register]);
    });
    expect(await store.verify(register.name, late)).toMatchObject({ same: true, position: log.end });
  });

  it('a process that slept through a rebuild reads and folds what serves now', async () => {
    const log = logOf(100);
    const place = freshPlace();
    const store = await served(log, place);
    const sleeper = await opened.with(place, [register]);
    await store.rebuild(register.name, log);
    log.append('case-c1', CaseRated({ rating: 1_000 }));
    expect((await sleeper.get(register, 'c2')).row).toMatchObject({ rating: 92 });
    await store.rebuild(register.name, log);
    const stale = sleeper.fold([register.name], [], { from: log.end, to: log.end });
    await expect(stale).rejects.toMatchObject({ code: 'checkpoint-moved' });
    await foldToEnd(sleeper, log, [register]);
    expect((await store.get(register, 'c1')).row).toMatchObject({ rating: 1_000 });
  });

  it('what was never folded is compared as empty', async () => {
    const store = await opened.with(freshPlace(), [register]);
    expect(await store.verify(register.name, logOf(5))).toMatchObject({ same: true, position: undefined, served: { rows: 0 } });
  });

  it('who reads while tables are swapped gets an answer from the one or the other', async () => {
    const log = logOf(300);
    const place = freshPlace();
    const store = await served(log, place);
    const reader = 'sqlite' in place ? store : await opened.with(place, [register]);
    let rebuilding = true;
    const reading = (async () => {
      let reads = 0;
      for (; rebuilding; reads += 1) {
        expect((await reader.find(register, { orderBy: 'rating', limit: 5 })).rows).toHaveLength(5);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return reads;
    })();
    for (let times = 0; times < 5; times += 1) await store.rebuild(register.name, log);
    rebuilding = false;
    expect(await reading).toBeGreaterThan(5);
    if (reader !== store) expect((await reader.get(register, 'c1')).row).toMatchObject({ rating: 291 });
  });
}
