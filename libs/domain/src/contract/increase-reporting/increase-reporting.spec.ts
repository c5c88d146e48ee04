import { make, specFor } from '@app/event-sourcing/testing';
import { ReportingEased, ReportingIncreased } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, orderPlaced } from '../contract.testing';
import { IncreaseReporting, increaseReporting } from './increase-reporting.command';

const given = specFor(contractStream, increaseReporting, { now: '2024-01-10', actor, id });
const body = { area: '931', cause: 'pace' as const, rhythm: 'weekly' as const, reason: 'The pace is not sufficient' };
const command = (change: Partial<IncreaseReporting> = {}) => make(IncreaseReporting, { ...body, ...change });
const weekly = ReportingIncreased({ ...body, periodDays: 7, from: '2024-02-01' });
const fortnightly = ReportingIncreased({ ...body, rhythm: 'fortnightly', periodDays: 14, from: '2024-02-01' });

describe('increasing reporting (C10)', () => {
  it('starts the day after the running month, whose due date stays', () =>
    given(...bound)
      .when(command())
      .then(weekly));

  it('can be required by the Minister', () =>
    given(...bound)
      .when(command({ cause: 'minister' }))
      .then(ReportingIncreased({ ...weekly.data, cause: 'minister' })));

  it('starts the day after the running fortnight once that is the rhythm', () => {
    const from = (now: string) =>
      given(...bound, fortnightly)
        .when(command(), { now })
        .happened()[0]?.data;
    expect(from('2024-01-31')).toMatchObject({ from: '2024-02-01' });
    expect(from('2024-02-01')).toMatchObject({ from: '2024-02-15' });
    expect(from('2024-02-14')).toMatchObject({ from: '2024-02-15' });
    expect(from('2024-02-15')).toMatchObject({ from: '2024-02-29' });
  });

  it('starts after the first month where it is decided before commencement', () =>
    given(...bound)
      .when(command(), { now: '2023-10-01' })
      .then(ReportingIncreased({ ...weekly.data, from: '2023-11-01' })));

  it('holds for the area concerned only (reading 21)', () => {
    given(...bound, weekly)
      .when(command())
      .thenNothing();
    given(...bound, weekly)
      .when(command({ area: '887' }))
      .then(ReportingIncreased({ ...weekly.data, area: '887' }));
    given(...bound)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
  });

  it('makes it more frequent, not less', () => {
    given(...bound, weekly)
      .when(command({ rhythm: 'fortnightly' }))
      .thenRefused('reporting-not-more-frequent', 'rhythm');
    given(...bound)
      .when(command({ rhythm: 'monthly' }))
      .thenNothing();
    const eased = ReportingEased({ area: '931', rhythm: 'monthly', from: '2024-03-01', reason: 'Better' });
    given(...bound, weekly, eased)
      .when(command(), { now: '2024-03-05' })
      .then(ReportingIncreased({ ...weekly.data, from: '2024-04-01' }));
  });

  it('is refused where no period begins before the end, or the contract is over or not binding', () => {
    given(...bound)
      .when(command(), { now: '2025-02-28' })
      .then(ReportingIncreased({ ...weekly.data, from: '2025-03-01' }));
    given(...bound)
      .when(command(), { now: '2025-03-01' })
      .thenRefused('reporting-no-later-period');
    given(...bound)
      .when(command(), { now: '2025-04-01' })
      .thenRefused('contract-over');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
  });
});
