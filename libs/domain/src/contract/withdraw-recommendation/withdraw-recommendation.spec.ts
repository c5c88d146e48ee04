import { make, specFor } from '@app/event-sourcing/testing';
import { ProgressRecommended, RecommendationWithdrawn } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id } from '../contract.testing';
import { WithdrawRecommendation, withdrawRecommendation } from './withdraw-recommendation.command';

const given = specFor(contractStream, withdrawRecommendation, { now: '2024-04-20', actor, id });
const body = { review: 'review1', area: '931', reason: 'New figures' };
const command = (change: Partial<typeof body> = {}) => make(WithdrawRecommendation, { ...body, ...change });
const made = ProgressRecommended({ review: 'review1', area: '931', recommendedOn: '2024-04-12', sufficient: true, reason: 'On track' });

describe('withdrawing a recommendation (C17)', () => {
  it('takes one that stands', () => {
    given(...bound, made)
      .when(command())
      .then(RecommendationWithdrawn(body));
    given(...bound, made, RecommendationWithdrawn(body))
      .when(command())
      .thenRefused('recommendation-not-made', 'review');
    given(...bound, made)
      .when(command({ area: '887' }))
      .thenRefused('recommendation-not-made');
    given().when(command()).thenRefused('contract-unknown');
  });
});
