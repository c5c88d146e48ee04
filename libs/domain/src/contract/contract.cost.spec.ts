import { addDays, endOfMonth, startOfMonth } from '@app/calendar';
import type { EventMeta } from '@app/event-sourcing';
import { make, stateAfter } from '@app/event-sourcing/testing';
import { AdviceDayCorrected, AdviceDayRecorded, type ContractEvent } from './contract.events';
import type { ContractState } from './contract.state';
import { contractStream } from './contract.stream';
import { adviser as actor, approved, areas, bound, contractId, invoiced, professionalNamed, reported } from './contract.testing';
import { RecordAdviceDay, recordAdviceDay } from './record-advice-day/record-advice-day.command';

const FIRST = '2023-10-12';
const DAYS = 900;
const purposes = ['advice-challenge-and-support' as const];
const advice = (day: string, area: string) => ({ day, area, person: 'subject_1', minutes: 140, purposes, onSite: false });

/** Every day of thirty months in each of three areas, every month reported and invoiced. */
function longestContract(corrections: number): ContractEvent[] {
  const events: ContractEvent[] = [...bound, professionalNamed];
  for (let count = 0; count < DAYS; count += 1) {
    const day = addDays(FIRST, count);
    for (const [index, area] of areas.entries()) {
      events.push(AdviceDayRecorded({ ...advice(day, area), dateMinutes: 140 * (index + 1) }));
      for (let correction = 0; correction < corrections; correction += 1) {
        const now = advice(day, area);
        events.push(
          AdviceDayCorrected({
            ...now,
            dateMinutes: 140,
            corrects: events.length - 1,
            previousDay: day,
            previousArea: area,
            previousPerson: 'subject_1',
            previousMinutes: 140,
            reason: 'Misread',
          }),
        );
      }
    }
    if (day === endOfMonth(day)) {
      const month = day < '2023-11-01' ? FIRST : startOfMonth(day);
      events.push(...reported(month, day), invoiced(month, day, 100_000), approved(month, 100_000));
    }
  }
  return events;
}

const fold = (events: readonly ContractEvent[]): ContractState =>
  events.reduce(
    (state, event, revision) => contractStream.evolve(state, event, { revision, who: 'somebody' } as EventMeta),
    contractStream.initial(),
  );

const bytes = (state: ContractState): number => JSON.stringify(state).length;

describe('the longest contract: thirty months with daily records in three areas', () => {
  const events = longestContract(0);
  const state = fold(events);

  it('has a state that grows with the months, not with what was corrected in them', () => {
    const perMonth = bytes(state) / Object.keys(state.months).length;
    expect(events.length).toBeGreaterThan(2_700);
    expect(Object.keys(state.months)).toHaveLength(30);
    expect(perMonth).toBeLessThan(31 * areas.length * 70);
    expect(bytes(fold(longestContract(3)))).toBeLessThan(bytes(state) * 1.05);
  });

  it('is decided on in less than a millisecond', () => {
    const day = addDays(FIRST, 500);
    const month = state.months[day.slice(0, 7)]!;
    const { [day]: _free, ...left } = month.advice;
    const open = { ...state, months: { ...state.months, [day.slice(0, 7)]: { ...month, advice: left } } };
    const command = make(RecordAdviceDay, advice(day, '931'));
    const facts = { now: '2026-04-10T12:00:00.000Z', actor, stream: { id: contractId, revision: events.length - 1 }, found: {} };
    const rounds = Array.from({ length: 200 }, () => {
      // eslint-disable-next-line no-restricted-syntax -- the machine's time is what is measured
      const started = performance.now();
      const [happened] = recordAdviceDay(command, open, facts);
      contractStream.evolve(open, happened!, { revision: events.length, who: 'somebody' } as EventMeta);
      // eslint-disable-next-line no-restricted-syntax -- the machine's time is what is measured
      return performance.now() - started;
    }).sort((a, b) => a - b);
    expect(rounds[100]).toBeLessThan(1);
  });

  it('folds to the same state from what is stored', () =>
    expect(stateAfter(contractStream, (JSON.parse(JSON.stringify(events)) as ContractEvent[]).slice(0, 300))).toEqual(
      fold(events.slice(0, 300)),
    ));
});
