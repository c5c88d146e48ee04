import { defineProcess, defineProjection, type EventMeta } from '@app/event-sourcing';
import { NotParked } from '../errors';
import { replay } from '../replay';
import { CaseOpened, CaseRated, catalogue, ContractSigned, MemoryLog, register, ReportReceived, timeline, watch } from './fixture';
import { foldToEnd, Opened, type Setting } from './place';

const NOW = '2030-01-01T00:00:00.000Z';

/** `register` with its fault repaired. */
const repaired = defineProjection({
  ...register,
  on: { ...register.on, CaseRated: (row, { rating }) => row && { ...row, rating, history: [...row.history, rating] } },
});

export function parkingSuite({ freshPlace }: Setting): void {
  const opened = new Opened();
  afterEach(() => opened.closeAll());

  const poisonedLog = (): MemoryLog => {
    const log = new MemoryLog();
    log.append('case-c1', CaseOpened({ area: 'A', openedOn: '2024-01-01' }));
    log.append('case-c2', CaseOpened({ area: 'B', openedOn: '2024-01-02' }));
    log.append('case-c1', CaseRated({ rating: 2, poison: true }));
    log.append('case-c1', CaseRated({ rating: 3 }));
    log.append('case-c2', CaseRated({ rating: 4 }));
    log.append('case-c1', CaseRated({ rating: 5 }));
    return log;
  };
  const ratings = async (store: Awaited<ReturnType<Opened['open']>>): Promise<unknown[]> =>
    Promise.all(['c1', 'c2'].map(async (key) => (await store.get(register, key)).row?.history));

  for (const batch of [1, 100]) {
    it(`an event that cannot be folded parks its case only, later ones of that case wait, others go on (batches of ${batch})`, async () => {
      const log = poisonedLog();
      const store = await opened.with(freshPlace(), [register]);
      await foldToEnd(store, log, [register], batch);
      expect(await ratings(store)).toEqual([[], [4]]);
      expect(await store.checkpoint(register.name)).toEqual({ position: log.end, stopped: undefined });
      expect(await store.parked()).toEqual([
        {
          fold: 'case-register',
          key: 'c1',
          waiting: 3,
          position: log.events[2]!.position,
          stream: 'case-c1',
          revision: 1,
          eventId: 'event-3',
          type: 'CaseRated',
          code: 'RangeError',
          message: 'This rating cannot be taken',
        },
      ]);
      expect((await store.status())[0]!.serving.parked).toBe(1);
    });
  }

  it.each([1, 2, 100])(
    'an entry that cannot be folded holds up those of its own stream, until it is tried again (batches of %d)',
    async (batch) => {
      const strict = (taken: boolean) => ({
        ...timeline,
        on: {
          ...timeline.on,
          CaseRated: (...[row, data, meta, key, keys]: Parameters<NonNullable<typeof timeline.on.CaseRated>>) => {
            if (data.poison && !taken) throw new RangeError('This rating cannot be taken');
            return timeline.on.CaseRated!(row, data, meta, key, keys);
          },
        },
      });
      const log = poisonedLog();
      const place = freshPlace();
      const before = await opened.with(place, [strict(false)]);
      await foldToEnd(before, log, [strict(false)], batch);
      const shown = async (store: typeof before): Promise<unknown[]> =>
        (await store.find(timeline)).rows.map(({ row: { cases, what } }) => [...cases, what]);
      expect(await shown(before)).toEqual([
        ['c1', 'A'],
        ['c2', 'B'],
        ['c2', '4'],
      ]);
      expect(await before.parked()).toMatchObject([{ fold: 'timeline', key: 'case-c1', waiting: 3 }]);
      await before.close();
      const store = await opened.with(place, [strict(true)]);
      expect(await store.retry('timeline', 'case-c1', log)).toEqual({ folded: 3, parked: undefined });
      expect(await store.checksum('timeline')).toEqual({ ...(await replay(timeline, catalogue, log)).checksum, position: log.end });
    },
  );

  it.each([1, 2, 100])('an entry that waited says what was known at its place, and no more (batches of %d)', async (batch) => {
    const strict = (taken: boolean) => ({
      ...timeline,
      on: {
        ...timeline.on,
        ContractSigned: (_row: unknown, _data: object, { recordedAt }: EventMeta, _key: string, cases: readonly string[]) => ({
          cases,
          type: 'signed',
          at: recordedAt,
        }),
        ReportReceived: (...[row, data, meta, key, keys]: Parameters<NonNullable<typeof timeline.on.ReportReceived>>) => {
          if (data.month === '2024-02' && !taken) throw new RangeError('This report cannot be taken');
          return timeline.on.ReportReceived!(row, data, meta, key, keys);
        },
      },
    });
    const log = new MemoryLog();
    log.append('contract-k1', ContractSigned({ cases: ['c1'] }));
    for (const month of ['2024-01', '2024-02', '2024-03']) log.append('contract-k1', ReportReceived({ month }));
    log.append('contract-k1', ContractSigned({ cases: ['c1', 'c2'] }));
    log.append('contract-k1', ReportReceived({ month: '2024-04' }));
    const place = freshPlace();
    const before = await opened.with(place, [strict(false)]);
    await foldToEnd(before, log, [strict(false)], batch);
    expect(await before.parked()).toMatchObject([{ fold: 'timeline', key: 'contract-k1' }]);
    await before.close();
    const store = await opened.with(place, [strict(true)]);
    expect(await store.retry('timeline', 'contract-k1', log)).toMatchObject({ parked: undefined });
    expect(await store.checksum('timeline')).toEqual({ ...(await replay(strict(true), catalogue, log)).checksum, position: log.end });
    const { rows } = await store.find(timeline);
    expect(rows.map(({ row: { cases, type, what } }) => [what ?? type, ...cases])).toEqual([
      ['signed', 'c1'],
      ['2024-01', 'c1'],
      ['2024-02', 'c1'],
      ['2024-03', 'c1'],
      ['signed', 'c1', 'c2'],
      ['2024-04', 'c1', 'c2'],
    ]);
  });

  it('a case that is tried again after the repair catches up in order and goes on', async () => {
    const log = poisonedLog();
    const place = freshPlace();
    await foldToEnd(await opened.with(place, [register]), log, [register]);
    await opened.closeAll();
    const store = await opened.with(place, [repaired]);
    expect(await store.retry(register.name, 'c1', log)).toEqual({ folded: 3, parked: undefined });
    log.append('case-c1', CaseRated({ rating: 6 }));
    await foldToEnd(store, log, [repaired]);
    expect(await ratings(store)).toEqual([[2, 3, 5, 6], [4]]);
    expect(await store.parked()).toEqual([]);
    const { checksum } = await replay(repaired, catalogue, log);
    expect(checksum.rows).toBe(2);
    await expect(store.retry(register.name, 'c1', log)).rejects.toThrow(NotParked);
  });

  it('a case that is tried again without a repair stays as it was', async () => {
    const log = poisonedLog();
    const store = await opened.with(freshPlace(), [register]);
    await foldToEnd(store, log, [register]);
    expect(await store.retry(register.name, 'c1', log)).toMatchObject({ folded: 0, parked: { eventId: 'event-3' } });
    expect(await store.parked()).toMatchObject([{ key: 'c1', waiting: 3 }]);
    expect(await ratings(store)).toEqual([[], [4]]);
  });

  it('two people try a case again at once: every waiting event is folded once', async () => {
    const log = poisonedLog();
    const place = freshPlace();
    await foldToEnd(await opened.with(place, [watch]), log, [watch]);
    await opened.closeAll();
    const healed = defineProcess({ ...watch, on: { ...watch.on, CaseRated: (state) => ({ ...state, ratings: state.ratings + 1 }) } });
    const store = await opened.with(place, [healed]);
    const tries = await Promise.allSettled([1, 2, 3].map(() => store.retry(watch.name, 'c1', log)));
    const folded = tries.map((one) => (one.status === 'fulfilled' ? one.value.folded : one.reason instanceof NotParked ? 0 : one.reason));
    expect(folded.sort()).toEqual([0, 0, 3]);
    expect((await store.instance(healed, 'c1')).instance).toMatchObject({ state: { ratings: 3 }, attention: '' });
    expect(await store.parked()).toEqual([]);
    expect((await store.status())[0]!.serving.parked).toBe(0);
  });

  it('a skipped event is left out for its case, the rest is folded up to the next one that cannot be', async () => {
    const log = poisonedLog();
    log.append('case-c1', CaseRated({ rating: 7, poison: true }));
    log.append('case-c1', CaseRated({ rating: 8 }));
    const place = freshPlace();
    const store = await opened.with(place, [register]);
    await foldToEnd(store, log, [register]);
    const { decision, ...resumed } = await store.skip(register.name, 'c1', log);
    expect(resumed).toMatchObject({ folded: 3, parked: { eventId: 'event-7' } });
    expect(decision).toEqual({ fold: register.name, key: 'c1', eventId: 'event-3' });
    expect(await store.parked()).toMatchObject([{ key: 'c1', waiting: 2, eventId: 'event-7' }]);
    const second = await store.skip(register.name, 'c1', log);
    expect(second).toMatchObject({ folded: 2, parked: undefined });
    expect(await ratings(store)).toEqual([[3, 5, 8], [4]]);
    expect(await store.parked()).toEqual([]);
    await opened.closeAll();

    const again = await opened.open(place, { skipped: [decision, second.decision] });
    await again.prepare([register]);
    expect(await again.verify(register.name, log)).toMatchObject({ same: true });
    await again.rebuild(register.name, log);
    expect(await ratings(again)).toEqual([[3, 5, 8], [4]]);
  });

  it('more events than are read at a time wait for a case and are all folded', async () => {
    const log = poisonedLog();
    for (let number = 0; number < 450; number += 1) log.append('case-c1', CaseRated({ rating: number }));
    const store = await opened.with(freshPlace(), [register]);
    await foldToEnd(store, log, [register]);
    expect(await store.skip(register.name, 'c1', log)).toMatchObject({ folded: 453, parked: undefined });
    expect((await store.get(register, 'c1')).row).toMatchObject({ rating: 449 });
  });

  it('events go on arriving while a case is tried again, and none is lost or folded twice', async () => {
    const log = poisonedLog();
    for (let number = 0; number < 300; number += 1) log.append('case-c1', CaseRated({ rating: number }));
    const place = freshPlace();
    const store = await opened.with(place, [register, watch]);
    await foldToEnd(store, log, [register, watch]);
    for (let number = 0; number < 100; number += 1) log.append('case-c1', CaseRated({ rating: number }));
    await Promise.all([store.skip(watch.name, 'c1', log), foldToEnd(store, log, [watch], 9)]);
    if ((await store.parked([watch.name])).length > 0) await store.retry(watch.name, 'c1', log);
    expect((await store.instance(watch, 'c1')).instance).toMatchObject({ state: { ratings: 402 } });
  });

  it('a process instance with an event that cannot be folded asks for nothing until it goes on', async () => {
    const log = poisonedLog();
    const store = await opened.with(freshPlace(), [watch]);
    await foldToEnd(store, log, [watch], 1);
    expect((await store.dueInstances(watch, NOW)).instances.map(({ instance }) => instance)).toEqual(['c2']);
    const { instance } = await store.instance(watch, 'c1');
    expect(await store.settle(watch, [{ instance: 'c1', seen: log.events[0]!.position, remindAt: NOW }])).toEqual(new Set());
    expect(instance).toMatchObject({ attention: undefined, state: { ratings: 0 } });
    expect(await store.retry(watch.name, 'c1', log)).toMatchObject({ folded: 0 });
    expect((await store.dueInstances(watch, NOW)).instances.map((one) => one.instance)).toEqual(['c2']);
    expect(await store.skip(watch.name, 'c1', log)).toMatchObject({ folded: 3 });
    const due = await store.dueInstances(watch, NOW);
    expect(due.instances.map((one) => [one.instance, one.state.ratings])).toEqual([
      ['c1', 2],
      ['c2', 1],
    ]);
  });
}
