import { defineEvent, defineProjection, EventCatalogue } from '@app/event-sourcing';
import type { Position } from '@app/event-store/port';
import fc from 'fast-check';
import { CheckpointMoved, InstallationMismatch, UnknownFold } from '../errors';
import type { Fold } from '../layout';
import { replay } from '../replay';
import {
  areas,
  CaseClosed,
  CaseOpened,
  CaseRated,
  catalogue,
  ContractSigned,
  MemoryLog,
  register,
  ReportReceived,
  timeline,
  watch,
} from './fixture';
import { histories } from './histories';
import { foldToEnd, Opened, type Setting } from './place';

const every: readonly Fold[] = [register, areas, timeline, watch];

export function foldingSuite({ freshPlace }: Setting): void {
  const opened = new Opened();
  afterEach(() => opened.closeAll());

  const smallLog = (): MemoryLog => {
    const log = new MemoryLog();
    log.append('case-c1', CaseOpened({ area: 'Oxfordshire', openedOn: '2023-10-01' }));
    log.append('case-c1', CaseRated({ rating: 3 }));
    log.append('case-c2', CaseOpened({ area: 'Medway', openedOn: '2023-11-01' }));
    return log;
  };

  it('a row is read with the place in the log that it is current to', async () => {
    const log = smallLog();
    const store = await opened.with(freshPlace(), [register]);
    expect(await store.get(register, 'c1')).toEqual({ row: undefined, position: undefined });
    await store.fold([register.name], log.after(undefined), { from: undefined, to: log.end });
    expect(await store.get(register, 'c1')).toEqual({
      row: { case: 'c1', area: 'Oxfordshire', status: 'open', openedOn: '2023-10-01', rating: 3, history: [3], lastBy: 'user-2' },
      position: log.end,
    });
  });

  it('rows and checkpoints are there again after a restart', async () => {
    const log = smallLog();
    const place = freshPlace();
    const before = await opened.with(place, every);
    await foldToEnd(before, log, every);
    await opened.closeAll();
    const after = await opened.with(place, every);
    for (const { name } of every) expect((await after.checkpoint(name)).position).toBe(log.end);
    expect((await after.get(register, 'c2')).row).toMatchObject({ area: 'Medway' });
  });

  it('however the log is cut into batches, the rows are those of a fresh fold', async () => {
    await fc.assert(
      fc.asyncProperty(histories({ poison: true }), fc.integer({ min: 1, max: 30 }), async (log, batch) => {
        const store = await opened.with(freshPlace(), every);
        await foldToEnd(store, log, every, batch);
        for (const fold of every) {
          const { checksum } = await replay(fold, catalogue, log);
          expect({ name: fold.name, ...(await store.checksum(fold.name)) }).toEqual({ name: fold.name, position: log.end, ...checksum });
        }
        await opened.closeAll();
      }),
      { numRuns: 12 },
    );
  });

  it('who folds from a checkpoint that has moved writes nothing', async () => {
    const log = smallLog();
    const store = await opened.with(freshPlace(), [register, areas]);
    await store.fold([register.name], log.after(undefined, 1), { from: undefined, to: log.events[0]!.position });
    await expect(store.fold([register.name, areas.name], log.after(undefined), { from: undefined, to: log.end })).rejects.toMatchObject({
      code: 'checkpoint-moved',
      names: [register.name],
    });
    expect((await store.get(register, 'c1')).row).toMatchObject({ rating: null });
    expect((await store.get(areas, 'Oxfordshire')).row).toBeUndefined();
    expect((await store.checkpoint(areas.name)).position).toBeUndefined();
  });

  it('of two workers that fold the same batch at once, one writes', async () => {
    const log = smallLog();
    const place = freshPlace();
    const stores =
      'sqlite' in place ? [await opened.with(place, [areas])] : [await opened.with(place, [areas]), await opened.with(place, [areas])];
    const fold = (turn: number) => stores[turn % stores.length]!.fold([areas.name], log.after(undefined), { from: undefined, to: log.end });
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, (_, turn) => fold(turn)));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(CheckpointMoved);
    expect((await stores[0]!.get(areas, 'every-area')).row).toEqual({ cases: ['c1', 'c2'] });
  });

  it('the checkpoint advances over events of no interest', async () => {
    const log = new MemoryLog();
    log.append('contract-k1', ReportReceived({ month: '2023-10' }));
    const store = await opened.with(freshPlace(), [areas]);
    await store.fold([areas.name], log.events, { from: undefined, to: log.end });
    const beyond = '00000000000000000009' as Position;
    await store.fold([areas.name], [], { from: log.end, to: beyond });
    expect(await store.count(areas)).toEqual({ count: 0, position: beyond });
  });

  it('a row that is taken away is gone, and comes back new', async () => {
    const log = smallLog();
    const store = await opened.with(freshPlace(), [areas]);
    log.append('case-c1', CaseClosed({ closedOn: '2024-01-01' }));
    log.append('case-c2', CaseClosed({ closedOn: '2024-01-01' }));
    await foldToEnd(store, log, [areas], 2);
    expect((await store.get(areas, 'every-area')).row).toBeUndefined();
    expect((await store.count(areas)).count).toBe(2);
    log.append('case-c1', CaseOpened({ area: 'Oxfordshire', openedOn: '2024-02-01' }));
    await foldToEnd(store, log, [areas]);
    expect((await store.get(areas, 'every-area')).row).toEqual({ cases: ['c1'] });
    expect((await store.count(areas)).count).toBe(3);
  });

  it('a stream that concerns a case from some event on concerns it in later batches too', async () => {
    const log = smallLog();
    log.append('contract-k1', ReportReceived({ month: 'too early' }));
    log.append('contract-k1', ContractSigned({ cases: ['c1', 'c2'] }));
    log.append('contract-k1', ReportReceived({ month: '2023-11' }));
    const store = await opened.with(freshPlace(), [timeline]);
    await foldToEnd(store, log, [timeline], 1);
    const { rows } = await store.find(timeline, { where: { cases: { in: ['c2'] } } });
    expect(rows.map(({ key, row }) => [key, row.type, row.what])).toEqual([
      [log.events[2]!.position, 'opened', 'Medway'],
      [log.end, 'report', '2023-11'],
    ]);
    expect((await store.get(timeline, log.end)).row).toMatchObject({ cases: ['c1', 'c2'], what: '2023-11' });
  });

  it('an event that this build does not know stops the fold before it, visibly, and a build that knows it goes on', async () => {
    const CaseMoved = defineEvent('CaseMoved', class CaseMovedShape {}, { says: () => 'moved' });
    const log = smallLog();
    log.append('case-c1', CaseMoved({}));
    log.append('case-c1', CaseRated({ rating: 1 }));
    const place = freshPlace();
    const store = await opened.with(place, [register, areas]);
    const before = log.events[2]!.position;
    const outcomes = await store.fold([register.name, areas.name], log.events, { from: undefined, to: log.end });
    for (const { position, stopped } of outcomes) {
      expect(position).toBe(before);
      expect(stopped).toMatchObject({ type: 'CaseMoved', stream: 'case-c1', revision: 2, code: 'unknown-event' });
    }
    expect((await store.get(register, 'c1')).row).toMatchObject({ rating: 3 });
    expect((await store.status())[0]!.serving).toMatchObject({ position: before, stopped: { code: 'unknown-event' } });
    await opened.closeAll();

    const newer = await opened.with(place, [register, areas], new EventCatalogue([...catalogue.declarations, CaseMoved as never]));
    await foldToEnd(newer, log, [register]);
    expect((await newer.get(register, 'c1')).row).toMatchObject({ rating: 1 });
    expect(await newer.checkpoint(register.name)).toEqual({ position: log.end, stopped: undefined });
  });

  it('an event whose keys cannot be told stops that fold and no other', async () => {
    const lost = defineProjection<{ n: number }, ReturnType<typeof CaseRated>>({
      name: 'lost',
      version: 1,
      view: class {
        n = 0;
      },
      key: (_event, { revision }) => {
        if (revision === 1) throw new Error('Whose is this?');
        return 'all';
      },
      on: { CaseRated: (row) => ({ n: (row?.n ?? 0) + 1 }) },
    });
    const log = smallLog();
    const store = await opened.with(freshPlace(), [register, lost]);
    const [ofRegister, ofLost] = await store.fold([register.name, lost.name], log.events, { from: undefined, to: log.end });
    expect(ofRegister).toMatchObject({ position: log.end, stopped: undefined });
    expect(ofLost).toMatchObject({ position: log.events[0]!.position, stopped: { message: 'Whose is this?', revision: 1 } });
  });

  it('a reader never sees rows of one moment with the checkpoint of another', async () => {
    const log = new MemoryLog();
    for (let number = 0; number < 300; number += 1) log.append(`case-c${number}`, CaseOpened({ area: 'A', openedOn: '2024-01-01' }));
    const store = await opened.with(freshPlace(), [areas]);
    let folding = true;
    const reading = (async () => {
      let reads = 0;
      while (folding) {
        const { row, position } = await store.get(areas, 'A');
        expect(row?.cases.length ?? 0).toBe(Number(position ?? 0));
        const { rows, position: listedAt } = await store.find(areas, { keys: ['every-area'] });
        expect(rows[0]?.row.cases.length ?? 0).toBe(Number(listedAt ?? 0));
        reads += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
      return reads;
    })();
    await foldToEnd(store, log, [areas], 7);
    folding = false;
    expect(await reading).toBeGreaterThan(5);
  });

  it('who waits for an event to be folded is told when it is, or that it was not in time', async () => {
    const log = smallLog();
    const store = await opened.with(freshPlace(), [areas]);
    expect(await store.waitFor(areas.name, log.end, 20)).toBe(false);
    const waiting = store.waitFor(areas.name, log.end, 10_000);
    await foldToEnd(store, log, [areas], 1);
    expect(await waiting).toBe(true);
    expect(await store.waitFor(areas.name, log.events[0]!.position, 0)).toBe(true);
  });

  it('rows of one installation are refused to another', async () => {
    const place = freshPlace();
    const store = await opened.open(place);
    expect(await store.installation()).toBeUndefined();
    await store.claim('installation-1');
    await store.claim('installation-1');
    const again = await opened.open(place);
    expect(await again.installation()).toBe('installation-1');
    await expect(again.claim('installation-2')).rejects.toThrow(InstallationMismatch);
  });

  it('a fold that was never prepared is not known', async () => {
    const store = await opened.with(freshPlace(), [areas]);
    await expect(store.fold(['nothing'], [], { from: undefined, to: '1' as Position })).rejects.toThrow(UnknownFold);
    await expect(store.get(register, 'c1')).rejects.toThrow(UnknownFold);
  });
}
