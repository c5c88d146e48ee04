import { join } from 'node:path';
import { processes } from '@app/automation';
import { lastInstantOf, laterBy } from '@app/calendar';
import { LAPSE_AFTER } from '@app/domain/requirement/lapse-requirement/lapse-requirement.command';
import { ChainCheck, comparePositions, type EventStore, type Position, type RecordedEvent } from '@app/event-store';
import { openReadStore, replay, type ReadStore } from '@app/read-store';
import { catalogue, folds } from '../../apps/casework/src/runtime';
import type { Acknowledged } from './caller';

export async function wholeLog(store: EventStore): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  let from: Position | undefined;
  for (;;) {
    const page = (await store.readAll({ ...(from !== undefined && { from }), limit: 1_000 })).filter(
      ({ position }) => comparePositions(position, from) > 0,
    );
    if (page.length === 0) return events;
    events.push(...page);
    from = page.at(-1)!.position;
  }
}

/** No event twice, no gap in a stream, every hash chain whole (P6), every command carried out once. */
export function expectWhole(log: readonly RecordedEvent[]): void {
  expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  const chains = new Map<string, ChainCheck>();
  const faults = log.map((event) => {
    const chain = chains.get(event.stream) ?? new ChainCheck();
    chains.set(event.stream, chain);
    return chain.follow(event);
  });
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
  const ended = new Set<string>();
  let last = '';
  for (const command of [...byStream(log).values()].flat().map(({ stream, metadata }) => `${stream} ${String(metadata.commandId)}`)) {
    if (command !== last) {
      expect(ended).not.toContain(command);
      ended.add(command);
    }
    last = command;
  }
}

/** What was acknowledged is there, once, where it was said to be; and of these streams nothing else is. */
export function expectAcknowledged(log: readonly RecordedEvent[], acknowledged: readonly Acknowledged[]): void {
  const streams = byStream(log);
  const expected = new Map<string, string[]>();
  for (const { stream, revision, ids } of acknowledged) {
    const events = expected.get(stream) ?? [];
    expected.set(stream, events);
    ids.forEach((id, index) => (events[revision - ids.length + 1 + index] = id));
  }
  for (const [stream, ids] of expected) expect({ stream, ids: (streams.get(stream) ?? []).map(({ id }) => id) }).toEqual({ stream, ids });
}

/**
 * Every review of a risk that fell due by `now` has lapsed exactly once, or was met in time, or is still open (E2, E4, C15); worked out from
 * the risks' own events and nothing else. @returns how many have lapsed
 */
export function expectLapses(log: readonly RecordedEvent[], now: string): number {
  const streams = byStream(log);
  const wrong: object[] = [];
  let lapsed = 0;
  for (const [stream, events] of streams) {
    if (!stream.startsWith('risk-')) continue;
    events.forEach(({ data, revision }, index) => {
      const due = lastInstantOf(data.nextReviewOn as string);
      const next = events[index + 1];
      const inTime = next !== undefined && String(next.metadata.recordedAt) <= due;
      const shouldLapse = !inTime && laterBy(due, LAPSE_AFTER) < now;
      const requirement = (streams.get(`requirement-risk_review~${stream.slice('risk-'.length)}~r${revision}`) ?? []).map(
        ({ type }) => type,
      );
      const escalation = streams.get(`escalation-risk_review~${stream.slice('risk-'.length)}~r${revision}`) ?? [];
      const lapses = requirement.filter((type) => type === 'RequirementLapsed').length;
      const imposed = requirement.filter((type) => type === 'RequirementImposed').length;
      const raised = escalation.filter(({ type }) => type === 'EscalationRaised').length;
      lapsed += lapses;
      const expected = shouldLapse ? 1 : 0;
      if (imposed !== 1 || lapses !== expected || raised !== expected)
        wrong.push({ stream, revision, due, next: next?.metadata.recordedAt, requirement, raised });
    });
  }
  expect(wrong).toEqual([]);
  return lapsed;
}

/** Every read model and process holds what a fresh fold gives as far as it came, with nothing parked, stopped or refused. */
export async function expectFreshFold(readStore: ReadStore, store: EventStore, { atEnd }: { readonly atEnd: boolean }): Promise<void> {
  await readStore.prepare(folds);
  const end = await store.end();
  expect(await readStore.parked()).toEqual([]);
  for (const fold of folds) {
    const { position, stopped } = await readStore.checkpoint(fold.name);
    expect({ fold: fold.name, stopped, atEnd: position === end || !atEnd }).toEqual({ fold: fold.name, stopped: undefined, atEnd: true });
    const { checksum } = await replay(fold, catalogue, store, { upTo: position });
    expect({ fold: fold.name, ...(await readStore.checksum(fold.name)) }).toEqual({ fold: fold.name, position, ...checksum });
  }
  for (const process of processes) expect((await readStore.refusedInstances(process)).instances).toEqual([]);
}

export const openReading = (folder: string): Promise<ReadStore> => openReadStore({ sqlite: join(folder, 'reading.db'), catalogue });

export function byStream(log: readonly RecordedEvent[]): Map<string, RecordedEvent[]> {
  const streams = new Map<string, RecordedEvent[]>();
  for (const event of log) {
    const events = streams.get(event.stream);
    if (events) events.push(event);
    else streams.set(event.stream, [event]);
  }
  return streams;
}
