import {
  CaseRecordWithdrawn,
  DecisionRevised,
  FormalReviewCorrected,
  FormalReviewHeld,
  ProgressDecided,
  ProgressRecommended,
  RecommendationWithdrawn,
} from '@app/domain/events';
import { fieldsOf, type DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { progressDecisions } from './progress-decisions';
import { ProgressDecisionRow } from './progress-decisions.view';

const given = specForProjection<ProgressDecisionRow, DomainEvent<string, any>>(progressDecisions as never);
const at = (event: DomainEvent<string, any>, stream = 'improvementCase-931~inspection', who = 'u-vcu') => recorded(event, { stream, who });
const fromSupplier = (event: DomainEvent<string, any>, contract = 'CON_1') => at(event, `contract-${contract}`, 'u-adviser');
const why = { reason: 'sealed' };
const area = '931';
const review = { area, review: 'r1', heldOn: '2024-04-10', contract: 'CON_1' };
const row: ProgressDecisionRow = { ...review, case: '931~inspection', status: 'awaiting-recommendation' };

function shows(events: readonly Past<DomainEvent<string, any>>[], change: Partial<ProgressDecisionRow> | null): void {
  const held = FormalReviewHeld({ ...review, summary: 'sealed' });
  const other = FormalReviewHeld({ area, review: 'r2', heldOn: '2024-05-01', summary: 'sealed' });
  const without = { area, case: '931~inspection', review: 'r2', heldOn: '2024-05-01', status: 'awaiting-decision' as const };
  given(at(held), at(other), ...events).rows({
    ...(change && { '931~inspection~r1': { ...row, ...change } }),
    '931~inspection~r2': without,
  });
  given(...events).rows({});
}

const recommending = { area, review: 'r1', recommendedOn: '2024-04-12', sufficient: true, ...why };
const recommended = fromSupplier(ProgressRecommended(recommending));
const withRecommendation = {
  recommendedOn: '2024-04-12',
  recommendedBy: 'u-adviser',
  recommendedSufficient: true,
  recommendation: 'sealed',
};
const decision = { area, review: 'r1', progress: 'not-sufficient' as const, decidedOn: '2024-04-20', ...why };
const withDecision = { decidedOn: '2024-04-20', decidedBy: 'u-vcu', progress: 'not-sufficient' as const, decision: 'sealed' };

describe('recommendation against decision (C17)', () => {
  it('waits for the recommendation where a supplier is to give one, then for the decision', () => {
    shows([], {});
    shows([recommended], { ...withRecommendation, status: 'awaiting-decision' });
    shows([recommended, fromSupplier(RecommendationWithdrawn({ area, review: 'r1', ...why }))], {});
  });
  it('shows two records by two people that can differ', () => {
    shows([recommended, at(ProgressDecided(decision))], { ...withRecommendation, ...withDecision, status: 'decided', differs: true });
    const revised = at(DecisionRevised({ ...decision, progress: 'sufficient', decidedOn: '2024-05-02', corrects: 3 }));
    shows([recommended, at(ProgressDecided(decision)), revised], {
      ...withRecommendation,
      ...withDecision,
      progress: 'sufficient',
      decidedOn: '2024-05-02',
      status: 'decided',
      differs: false,
    });
  });
  it('shows why a recommendation was not waited for', () =>
    shows([at(ProgressDecided({ ...decision, withoutRecommendation: 'sealed' }))], {
      ...withDecision,
      withoutRecommendation: 'sealed',
      status: 'decided',
    }));
  it('is of the supplier of that contract alone', () => {
    shows([fromSupplier(ProgressRecommended(recommending), 'CON_9')], {});
    shows([recommended, fromSupplier(RecommendationWithdrawn({ area, review: 'r1', ...why }), 'CON_9')], {
      ...withRecommendation,
      status: 'awaiting-decision',
    });
  });
  it('takes the correction and the withdrawal of the review', () => {
    const { contract: _contract, ...without } = row;
    const held = at(FormalReviewHeld({ ...review, summary: 'sealed' }));
    given(held, at(FormalReviewCorrected({ area, review: 'r1', heldOn: '2024-04-11', summary: 's', corrects: 0, ...why }))).rows({
      '931~inspection~r1': { ...without, heldOn: '2024-04-11', status: 'awaiting-decision' },
    });
    const withdrawn = (record: 'formal-review' | 'stocktake') =>
      at(CaseRecordWithdrawn({ area, record, id: 'r1', effectiveOn: '2024-04-10', corrects: 0, ...why }));
    shows([withdrawn('formal-review')], null);
    shows([withdrawn('stocktake')], {});
  });
  it('keeps closed what is closed in the events (P1)', () => {
    const categories = [...fieldsOf(ProgressDecisionRow)].map(([name, { classification }]) => [name, classification?.category]);
    expect(Object.fromEntries(categories)).toEqual({
      recommendedSufficient: 'management-information',
      recommendation: 'management-information',
      progress: 'management-information',
      decision: 'free-text',
      withoutRecommendation: 'free-text',
      differs: 'management-information',
    });
  });
});
