import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { AdviceDayCorrected, AdviceDayRecorded } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id, professionalNamed } from '../contract.testing';
import { CorrectAdviceDay, correctAdviceDay } from './correct-advice-day.command';

const given = specFor(contractStream, correctAdviceDay, { now: '2024-02-12', actor, id });
const day = { day: '2024-01-10', area: '931', person: 'subject_1', minutes: 210, purposes: ['health-partners' as const], onSite: true };
const body = { ...day, day: '2024-02-01', area: '887', minutes: 300, corrects: 4, reason: 'Wrong day' };
const command = (change: Partial<CorrectAdviceDay> = {}) => make(CorrectAdviceDay, { ...body, ...change });
const history = [...bound, professionalNamed, AdviceDayRecorded({ ...day, dateMinutes: 210 })];
const previous = { previousDay: '2024-01-10', previousArea: '931', previousPerson: 'subject_1', previousMinutes: 210 };
const corrected = AdviceDayCorrected({ ...body, dateMinutes: 300, ...previous });

describe('correcting an advice day (C2)', () => {
  it('takes the place of the record, in another month and area too, and says what it said', () => {
    given(...history)
      .when(command())
      .then(corrected);
    const { months } = stateAfter(contractStream, [...history, corrected]);
    expect(months['2024-01']?.advice).toEqual({ '2024-01-10': {} });
    expect(months['2024-02']?.advice).toEqual({ '2024-02-01': { '887 subject_1': { revision: 5, minutes: 300 } } });
  });

  it('corrects the record that stands', () => {
    given(...history)
      .when(command({ corrects: 3 }))
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...history, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct');
    given(...history, corrected)
      .when(command({ corrects: 5, minutes: 400 }))
      .then(
        AdviceDayCorrected({
          ...body,
          corrects: 5,
          minutes: 400,
          dateMinutes: 400,
          previousDay: '2024-02-01',
          previousArea: '887',
          previousPerson: 'subject_1',
          previousMinutes: 300,
        }),
      );
  });

  it('leaves the corrected minutes aside when it counts the date (reading 25)', () => {
    const same = { day: '2024-01-10', area: '931' };
    given(...history)
      .when(command({ ...same, minutes: 839 }))
      .then(AdviceDayCorrected({ ...corrected.data, ...same, minutes: 839, dateMinutes: 839 }));
    given(...history)
      .when(command({ ...same, minutes: 840 }))
      .thenRefused('advice-day-counted-twice', 'minutes');
    const other = AdviceDayRecorded({ ...day, area: '851', minutes: 420, dateMinutes: 630 });
    given(...history, other)
      .when(command({ ...same, minutes: 419 }))
      .then(AdviceDayCorrected({ ...corrected.data, ...same, minutes: 419, dateMinutes: 839 }));
    given(...history, other)
      .when(command({ ...same, minutes: 420 }))
      .thenRefused('advice-day-counted-twice');
    given(...history, other)
      .when(command({ ...same, area: '851' }))
      .thenRefused('advice-day-already-recorded');
  });

  it('keeps to the rules of an advice day', () => {
    given(...history)
      .when(command({ day: '2024-02-13' }))
      .thenRefused('contract-day-in-future', 'day');
    given(...history)
      .when(command({ person: 'subject_2' }))
      .thenRefused('advice-by-unnamed-professional', 'person');
    given(...history)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
  });
});
