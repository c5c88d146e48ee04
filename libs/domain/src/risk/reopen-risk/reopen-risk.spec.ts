import { make, specFor } from '@app/event-sourcing/testing';
import { RiskReopened } from '../risk.events';
import { riskStream } from '../risk.stream';
import { caseLead as actor, closed, raised } from '../risk.testing';
import { ReopenRisk, reopenRisk } from './reopen-risk.command';

const given = specFor(riskStream, reopenRisk, { now: '2024-02-05', actor });
const body = { reopenedOn: '2024-02-01', nextReviewOn: '2024-03-01', reason: 'The owner left' };
const command = (change: Partial<typeof body> = {}) => make(ReopenRisk, { ...body, ...change });

describe('opening a risk again (E1)', () => {
  it('takes a closed one', () => {
    given(raised, closed).when(command()).then(RiskReopened(body));
    given(raised).when(command()).thenRefused('risk-not-closed');
    given().when(command()).thenRefused('risk-unknown');
    given(raised, closed, RiskReopened(body)).when(command()).thenRefused('risk-not-closed');
  });
  it('lies from its closing to today, and the next review after it (C15)', () => {
    given(raised, closed)
      .when(command({ reopenedOn: '2024-01-19' }))
      .thenRefused('risk-day-before-last', 'reopenedOn');
    given(raised, closed)
      .when(command({ reopenedOn: '2024-01-20' }))
      .then(RiskReopened({ ...body, reopenedOn: '2024-01-20' }));
    given(raised, closed)
      .when(command({ reopenedOn: '2024-02-06' }))
      .thenRefused('risk-day-in-future');
    given(raised, closed)
      .when(command({ nextReviewOn: '2024-02-01' }))
      .thenRefused('risk-review-not-ahead', 'nextReviewOn');
  });
});
