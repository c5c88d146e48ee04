import { make, specFor } from '@app/event-sourcing/testing';
import { NarrativeSubmitted } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id, orderPlaced } from '../contract.testing';
import { SubmitNarrative, submitNarrative } from './submit-narrative.command';

const given = specFor(contractStream, submitNarrative, { now: '2023-11-03', actor, id });
const body = { month: '2023-10-12', submittedOn: '2023-11-02', narrative: 'What was done' };
const command = (change: Partial<typeof body> = {}) => make(SubmitNarrative, { ...body, ...change });
const submitted = NarrativeSubmitted({ ...body, monthEndsOn: '2023-10-31' });

describe('submitting a narrative (C9, reading 16)', () => {
  it('is another thing than the report, once a month', () => {
    given(...bound)
      .when(command())
      .then(submitted);
    given(...bound, submitted)
      .when(command())
      .thenRefused('narrative-already-submitted', 'month');
  });
  it('takes a month of the term that has begun', () => {
    given(...bound)
      .when(command({ month: '2023-10-01' }))
      .thenRefused('report-period-unknown', 'month');
    given(...bound)
      .when(command({ month: '2023-12-01' }))
      .thenRefused('report-period-not-begun', 'month');
    given(...bound)
      .when(command({ month: '2025-04-01' }), { now: '2025-04-02' })
      .thenRefused('report-period-unknown', 'month');
    given(...bound)
      .when(command({ month: '2025-03-01', submittedOn: '2025-04-02' }), { now: '2025-04-02' })
      .then(NarrativeSubmitted({ ...body, month: '2025-03-01', monthEndsOn: '2025-03-31', submittedOn: '2025-04-02' }));
  });
  it('takes the day on which it came', () => {
    given(...bound)
      .when(command({ submittedOn: '2023-11-04' }))
      .thenRefused('contract-day-in-future', 'submittedOn');
    given(...bound)
      .when(command({ submittedOn: '2023-10-11' }))
      .thenRefused('report-period-not-begun', 'submittedOn');
  });
  it('takes a binding contract', () => given(orderPlaced).when(command()).thenRefused('contract-not-binding'));
});
