import { make, specFor } from '@app/event-sourcing/testing';
import { RiskReassessed, RiskReopened } from '../risk.events';
import { riskStream } from '../risk.stream';
import { caseLead as actor, closed, raised } from '../risk.testing';
import { ReassessRisk, reassessRisk } from './reassess-risk.command';

const given = specFor(riskStream, reassessRisk, { now: '2024-02-12', actor });
const body = { reassessedOn: '2024-02-09', likelihood: 2, impact: 4, nextReviewOn: '2024-03-09', reason: 'An owner is named' };
const command = (change: Partial<typeof body> = {}) => make(ReassessRisk, { ...body, ...change });
const reassessed = RiskReassessed({ ...body, score: 8, previousScore: 12, reviewDueOn: '2024-02-10' });

describe('reassessing a risk (E1, C15)', () => {
  it('says the score before, the review that was due and the next one', () => {
    given(raised).when(command()).then(reassessed);
    given(raised, reassessed)
      .when(command({ reassessedOn: '2024-02-10' }))
      .then(RiskReassessed({ ...reassessed.data, reassessedOn: '2024-02-10', previousScore: 8, reviewDueOn: '2024-03-09' }));
  });
  it('is taken late too', () =>
    given(raised)
      .when(command({ reassessedOn: '2024-02-12' }))
      .then(RiskReassessed({ ...reassessed.data, reassessedOn: '2024-02-12' })));
  it('takes an open risk', () => {
    given().when(command()).thenRefused('risk-unknown');
    given(raised, closed).when(command()).thenRefused('risk-closed');
    const reopened = RiskReopened({ reopenedOn: '2024-02-01', nextReviewOn: '2024-02-11', reason: 'The owner left' });
    given(raised, closed, reopened)
      .when(command())
      .then(RiskReassessed({ ...reassessed.data, reviewDueOn: '2024-02-11' }));
  });
  it('lies from the latest record to today, and the next review after it', () => {
    given(raised)
      .when(command({ reassessedOn: '2024-01-09' }))
      .thenRefused('risk-day-before-last', 'reassessedOn');
    given(raised)
      .when(command({ reassessedOn: '2024-01-10' }))
      .then(RiskReassessed({ ...reassessed.data, reassessedOn: '2024-01-10' }));
    given(raised)
      .when(command({ reassessedOn: '2024-02-13' }))
      .thenRefused('risk-day-in-future', 'reassessedOn');
    given(raised)
      .when(command({ nextReviewOn: '2024-02-09' }))
      .thenRefused('risk-review-not-ahead', 'nextReviewOn');
  });
});
