import { fieldsOf } from '@app/event-sourcing';
import { make, recorded, specFor, stateAfter } from '@app/event-sourcing/testing';
import { ProgressRecommended, RecommendationWithdrawn } from '../contract.events';
import { contractStream, recommendationOn, recommendedBy } from '../contract.stream';
import { adviser as actor, bound, contractId as id } from '../contract.testing';
import { RecommendProgress, recommendProgress } from './recommend-progress.command';

const given = specFor(contractStream, recommendProgress, { now: '2024-04-20', actor, id });
const body = { review: 'review1', area: '931', recommendedOn: '2024-04-12', sufficient: false, reason: 'Plans are not carried out' };
const command = (change: Partial<typeof body> = {}) => make(RecommendProgress, { ...body, ...change });
const recommended = ProgressRecommended(body);

describe('recommending on progress (C17)', () => {
  it('is one record per review and area', () => {
    given(...bound)
      .when(command())
      .then(recommended);
    given(...bound, recommended)
      .when(command())
      .thenRefused('recommendation-already-made', 'review');
    given(...bound, recommended)
      .when(command({ area: '887' }))
      .then(ProgressRecommended({ ...body, area: '887' }));
    given(...bound, recommended)
      .when(command({ review: 'review2' }))
      .then(ProgressRecommended({ ...body, review: 'review2' }));
  });

  it('can be made again once withdrawn', () =>
    given(...bound, recommended, RecommendationWithdrawn({ review: 'review1', area: '931', reason: 'New figures' }))
      .when(command())
      .then(recommended));

  it('remembers who recommended, so that somebody else decides', () => {
    const made = recorded(recommended, { who: 'u-manager', onBehalfOf: 'u-adviser' });
    const onBehalf = recommendationOn(stateAfter(contractStream, [...bound, made]), 'review1', '931');
    expect(onBehalf?.by).toEqual(['u-manager', 'u-adviser']);
    expect([recommendedBy(onBehalf, 'u-manager'), recommendedBy(onBehalf, 'u-adviser'), recommendedBy(onBehalf, 'u-lead')]).toEqual([
      true,
      true,
      false,
    ]);
    const own = recommendationOn(stateAfter(contractStream, [...bound, recorded(recommended, { who: 'u-adviser' })]), 'review1', '931');
    expect(own?.by).toEqual(['u-adviser']);
    expect(recommendedBy(undefined, 'u-lead')).toBe(false);
  });

  it('takes an area and a day of the contract, up to today', () => {
    given(...bound)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
    given(...bound)
      .when(command({ recommendedOn: '2024-04-21' }))
      .thenRefused('contract-day-in-future', 'recommendedOn');
    given(...bound)
      .when(command({ recommendedOn: '2023-10-11' }))
      .thenRefused('contract-day-outside-term', 'recommendedOn');
  });

  it('is management information, not in the sentence that all may read (P1)', () => {
    expect(fieldsOf(ProgressRecommended.shape).get('sufficient')?.classification?.category).toBe('management-information');
    expect(ProgressRecommended.says(body)).toBe(ProgressRecommended.says({ ...body, sufficient: true }));
  });
});
