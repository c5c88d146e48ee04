import { addDays, endOfMonth, startOfMonth } from '@app/calendar';
import { AdviceDayCorrected, AdviceDayRecorded, type ContractEvent } from './contract.events';
import { approved, areas, bound, invoiced, professionalNamed, reported } from './contract.testing';

export const FIRST = '2023-10-12';
const DAYS = 900;
const purposes = ['advice-challenge-and-support' as const];
/** A third of a day for one area. */
export const advice = (day: string, area: string) => ({ day, area, person: 'subject_1', minutes: 140, purposes, onSite: false });

/** Every day of thirty months in each of three areas, every month reported and invoiced. */
export function longestContract(corrections: number): ContractEvent[] {
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
