import { defineProcess } from '@app/event-sourcing';
import { VersionNotServing } from '../errors';
import type { Asked } from '../instances';
import type { ReadStore } from '../read-store';
import { CaseOpened, CaseRated, MemoryLog, ReportReceived, watch } from './fixture';
import { foldToEnd, Opened, type Setting } from './place';

const day = (number: number): string => `2024-01-${String(number).padStart(2, '0')}T09:00:00.000Z`;

export function instancesSuite({ freshPlace }: Setting): void {
  const opened = new Opened();
  afterEach(() => opened.closeAll());

  const logOf = (cases: number): MemoryLog => {
    const log = new MemoryLog();
    for (let number = 1; number <= cases; number += 1) {
      log.append(`case-c${number}`, CaseOpened({ area: 'A', openedOn: '2024-01-01' }));
    }
    return log;
  };
  const due = async (store: ReadStore, now: string, limit?: number): Promise<string[]> =>
    (await store.dueInstances(watch, now, limit)).instances.map(({ instance }) => instance);

  it('an instance that an event has touched is to be asked at once, also after a restart before anybody asked', async () => {
    const log = logOf(2);
    const place = freshPlace();
    await foldToEnd(await opened.with(place, [watch]), log, [watch]);
    await opened.closeAll();
    const store = await opened.with(place, [watch]);
    expect(await store.dueInstances(watch, day(1))).toEqual({
      position: log.end,
      instances: ['c1', 'c2'].map((instance, index) => ({
        instance,
        state: { ratings: 0, openedOn: '2024-01-01' },
        seen: log.events[index]!.position,
        attention: '',
        answered: {},
        refused: undefined,
      })),
    });
    expect(await store.nextAttention(watch)).toBe('');
  });

  it('an event that is of no interest to it touches no instance', async () => {
    const log = logOf(1);
    const store = await opened.with(freshPlace(), [watch]);
    await foldToEnd(store, log, [watch]);
    await store.settle(watch, [{ instance: 'c1', seen: log.end, remindAt: null }]);
    log.append('contract-k1', ReportReceived({ month: '2024-01' }));
    await foldToEnd(store, log, [watch]);
    expect(await due(store, day(30))).toEqual([]);
    expect(await store.nextAttention(watch)).toBeUndefined();
  });

  it('settled instances are asked again at their moments, the longest due first (E5)', async () => {
    const log = logOf(4);
    const store = await opened.with(freshPlace(), [watch]);
    await foldToEnd(store, log, [watch]);
    const moments = [day(9), day(5), null, day(5)];
    for (const [index, remindAt] of moments.entries()) {
      const seen = log.events[index]!.position;
      expect(await store.settle(watch, [{ instance: `c${index + 1}`, seen, remindAt }])).toEqual(new Set([`c${index + 1}`]));
    }
    expect(await store.nextAttention(watch)).toBe(day(5));
    expect(await due(store, day(4))).toEqual([]);
    expect(await due(store, day(5))).toEqual(['c2', 'c4']);
    expect(await due(store, day(30))).toEqual(['c2', 'c4', 'c1']);
    expect(await due(store, day(30), 1)).toEqual(['c2']);
  });

  it('the due are listed page by page, and what was touched meanwhile is not among those that follow', async () => {
    const log = logOf(5);
    const store = await opened.with(freshPlace(), [watch]);
    await foldToEnd(store, log, [watch]);
    const moments = [day(9), day(5), '', day(5), ''];
    await store.settle(
      watch,
      moments.map((remindAt, index) => ({ instance: `c${index + 1}`, seen: log.events[index]!.position, remindAt })),
    );
    const pages: string[][] = [];
    let last: Asked | undefined;
    for (;;) {
      const { instances } = await store.dueInstances(watch, day(30), 2, last);
      if (instances.length === 0) break;
      pages.push(instances.map(({ instance }) => instance));
      last = instances.at(-1);
      log.append(`case-${pages[0]![0]}`, CaseRated({ rating: 1 }));
      await foldToEnd(store, log, [watch]);
    }
    expect(pages).toEqual([['c3', 'c5'], ['c2', 'c4'], ['c1']]);
    expect(await due(store, day(1))).toEqual(['c3', 'c5']);
  });

  it('a moment settled on what has been overtaken by an event is not taken: the instance is asked at once', async () => {
    const log = logOf(1);
    const store = await opened.with(freshPlace(), [watch]);
    await foldToEnd(store, log, [watch]);
    const seen = log.end;
    log.append('case-c1', CaseRated({ rating: 1 }));
    await foldToEnd(store, log, [watch]);
    expect(await store.settle(watch, [{ instance: 'c1', seen, remindAt: day(9), answered: { 'step~1': 'accepted' } }])).toEqual(new Set());
    expect(await due(store, day(1))).toEqual(['c1']);
    const { instance } = await store.instance(watch, 'c1');
    expect(instance).toMatchObject({ answered: { 'step~1': 'accepted' }, state: { ratings: 1 } });
  });

  it('what an instance was answered is kept over later events, and so is a refusal until it is cleared', async () => {
    const log = logOf(2);
    const store = await opened.with(freshPlace(), [watch]);
    await foldToEnd(store, log, [watch]);
    const seen = log.events[0]!.position;
    const refused = { step: 'lapse~2', code: 'requirement-met', says: 'It was met.' };
    await store.settle(watch, [{ instance: 'c1', seen, remindAt: null, answered: { 'lapse~1': 'accepted' } }]);
    await store.settle(watch, [{ instance: 'c1', seen, remindAt: null, answered: { 'lapse~2': { refused: 'requirement-met' } }, refused }]);
    log.append('case-c1', CaseRated({ rating: 1 }));
    await foldToEnd(store, log, [watch]);
    const { instances, position } = await store.refusedInstances(watch);
    expect(position).toBe(log.end);
    expect(instances).toMatchObject([
      { instance: 'c1', refused, attention: '', answered: { 'lapse~1': 'accepted', 'lapse~2': { refused: 'requirement-met' } } },
    ]);
    await store.settle(watch, [{ instance: 'c1', seen: log.end, remindAt: null, refused: null, answered: { 'lapse~2': 'nothing' } }]);
    expect((await store.refusedInstances(watch)).instances).toEqual([]);
    expect((await store.instance(watch, 'c1')).instance).toMatchObject({ answered: { 'lapse~1': 'accepted', 'lapse~2': 'nothing' } });
  });

  it('an instance that does not exist settles nothing', async () => {
    const store = await opened.with(freshPlace(), [watch]);
    expect(await store.settle(watch, [{ instance: 'nobody', seen: logOf(1).end, remindAt: day(1) }])).toEqual(new Set());
    expect((await store.instance(watch, 'nobody')).instance).toBeUndefined();
  });

  it('a process of a new version is mute until it has been folded from the start, then asks for what is outstanding', async () => {
    const log = logOf(2);
    const place = freshPlace();
    const store = await opened.with(place, [watch]);
    await foldToEnd(store, log, [watch]);
    await opened.closeAll();
    const second = defineProcess({ ...watch, version: 2, initial: () => ({ ratings: 100 }) });
    const newer = await opened.open(place);
    expect(await newer.prepare([second])).toEqual([{ name: 'watch', state: 'rebuild', position: log.end }]);
    await expect(newer.dueInstances(second, day(1))).rejects.toThrow(VersionNotServing);
    await expect(newer.nextAttention(second)).rejects.toThrow(VersionNotServing);
    await expect(newer.fold(['watch'], [], { from: log.end, to: log.end })).rejects.toThrow(VersionNotServing);
    await newer.rebuild('watch', log);
    const { instances } = await newer.dueInstances(second, day(1));
    expect(instances.map(({ instance, state }) => [instance, state.ratings])).toEqual([
      ['c1', 100],
      ['c2', 100],
    ]);
  });
}
