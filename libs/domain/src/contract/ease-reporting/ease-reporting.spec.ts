import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import { ReportingEased, ReportingIncreased } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor } from '../contract.testing';
import { areaPeriodOf } from '../reporting-period';
import { EaseReporting, easeReporting } from './ease-reporting.command';

const given = specFor(contractStream, easeReporting, { now: '2024-02-10', actor, id });
const body = { area: '931', rhythm: 'monthly' as const, reason: 'The pace is sufficient again' };
const command = (change: Partial<EaseReporting> = {}) => make(EaseReporting, { ...body, ...change });
const weekly = ReportingIncreased({ area: '931', cause: 'pace', rhythm: 'weekly', periodDays: 7, from: '2024-02-01', reason: 'Slow' });

describe('easing reporting (C10)', () => {
  it('starts the day after the running week, whose due date stays', () => {
    given(...bound, weekly)
      .when(command())
      .then(ReportingEased({ ...body, from: '2024-02-15' }));
    given(...bound, weekly)
      .when(command({ rhythm: 'fortnightly' }))
      .then(ReportingEased({ ...body, rhythm: 'fortnightly', periodDays: 14, from: '2024-02-15' }));
  });

  it('takes back an increase that has not begun', () => {
    const eased = ReportingEased({ ...body, from: '2024-02-01' });
    given(...bound, weekly)
      .when(command(), { now: '2024-01-20' })
      .then(eased);
    expect(stateAfter(contractStream, [...bound, weekly, eased]).rhythms).toEqual({
      '931': [{ from: '2024-02-01', rhythm: 'monthly', cause: 'pace' }],
    });
  });

  it('leaves the periods before it as they were, and monthly ones after it', () => {
    const state = stateAfter(contractStream, [...bound, weekly, ReportingEased({ ...body, from: '2024-02-15' })]);
    const on = (day: string) => areaPeriodOf(state, state.terms!, '931', day);
    expect(on('2024-01-31')).toEqual({ from: '2024-01-01', to: '2024-01-31', rhythm: 'monthly' });
    expect(on('2024-02-14')).toEqual({ from: '2024-02-08', to: '2024-02-14', rhythm: 'weekly' });
    expect(on('2024-02-15')).toEqual({ from: '2024-02-15', to: '2024-02-29', rhythm: 'monthly' });
    expect(on('2024-03-10')).toEqual({ from: '2024-03-01', to: '2024-03-31', rhythm: 'monthly' });
  });

  it('makes it less frequent, not more', () => {
    given(...bound)
      .when(command())
      .thenNothing();
    given(...bound)
      .when(command({ rhythm: 'weekly' }))
      .thenRefused('reporting-not-less-frequent', 'rhythm');
    given(...bound, weekly)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown');
  });
});
