import { make, specFor } from '@app/event-sourcing/testing';
import type { RiskFacts } from '../raise-risk/raise-risk.command';
import { RiskCorrected, RiskEscalated, RiskPassedOn, RiskReassessed, type RiskEvent } from '../risk.events';
import { riskStream } from '../risk.stream';
import { caseLead as actor, closed, raised, riskBody } from '../risk.testing';
import { CorrectRisk, correctRisk } from './correct-risk.command';

const given = specFor(riskStream, correctRisk, { now: '2024-01-25', actor, found: {} as RiskFacts });
const body = { ...riskBody, likelihood: 5, corrects: 0, reason: 'Misread' };
const command = (change: Partial<CorrectRisk> = {}) => make(CorrectRisk, { ...body, ...change });
const corrected = RiskCorrected({ ...body, score: 20 });

describe('correcting a risk (E1)', () => {
  it('takes the place of the raising that stands', () => {
    given(raised).when(command()).then(corrected);
    given(raised, corrected).when(command()).thenRefused('risk-nothing-to-correct', 'corrects');
    given(raised, corrected)
      .when(command({ corrects: 1 }))
      .then(RiskCorrected({ ...corrected.data, corrects: 1 }));
  });

  it.each<[string, RiskEvent]>([
    [
      'reassessed',
      RiskReassessed({
        reassessedOn: '2024-01-20',
        likelihood: 1,
        impact: 1,
        score: 1,
        previousScore: 12,
        reviewDueOn: '2024-02-10',
        nextReviewOn: '2024-03-10',
        reason: 'Owned',
      }),
    ],
    ['escalated', RiskEscalated({ area: '931', needs: ['information'], score: 12, reason: 'Urgent' })],
    ['passed on', RiskPassedOn({ owner: 'u-2', previousOwner: 'u-lead', reason: 'Leave' })],
  ])('is refused once the risk was %s', (_how, event) => given(raised, event).when(command()).thenRefused('risk-nothing-to-correct'));

  it('takes an open risk and keeps to the rules of raising', () => {
    given().when(command()).thenRefused('risk-unknown');
    given(raised, closed).when(command()).thenRefused('risk-closed');
    given(raised)
      .when(command({ nextReviewOn: '2024-01-10' }))
      .thenRefused('risk-review-not-ahead');
  });
});
