import { make, specFor } from '@app/event-sourcing/testing';
import { VisitsAgreed } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor } from '../contract.testing';
import { AgreeVisits, agreeVisits } from './agree-visits.command';

const given = specFor(contractStream, agreeVisits, { now: '2023-10-20', actor, id });
const body = { area: '931', visitsPerMonth: 2, from: '2023-11-01', reason: 'Regularly, within reason' };
const command = (change: Partial<typeof body> = {}) => make(AgreeVisits, { ...body, ...change });

describe('agreeing visits (C19)', () => {
  it('holds for an area from a day on, until others are agreed', () => {
    given(...bound)
      .when(command())
      .then(VisitsAgreed(body));
    given(...bound, VisitsAgreed(body))
      .when(command())
      .thenNothing();
    given(...bound, VisitsAgreed(body))
      .when(command({ visitsPerMonth: 1 }))
      .then(VisitsAgreed({ ...body, visitsPerMonth: 1 }));
    given(...bound, VisitsAgreed(body))
      .when(command({ from: '2023-12-01' }))
      .then(VisitsAgreed({ ...body, from: '2023-12-01' }));
    given(...bound, VisitsAgreed(body))
      .when(command({ area: '887' }))
      .then(VisitsAgreed({ ...body, area: '887' }));
  });
  it('takes an area and a day of the contract, while it runs', () => {
    given(...bound)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
    given(...bound)
      .when(command({ from: '2025-04-01' }))
      .thenRefused('contract-day-outside-term', 'from');
    given(...bound)
      .when(command(), { now: '2025-04-01' })
      .thenRefused('contract-over');
  });
});
