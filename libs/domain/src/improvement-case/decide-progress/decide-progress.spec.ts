import type { Found } from '@app/event-sourcing';
import { make, specFor } from '@app/event-sourcing/testing';
import { recommendationKey, type ContractState } from '../../contract/contract.state';
import { FormalReviewHeld, ProgressDecided } from '../improvement-case.events';
import { closed, contractFound, opened, review, teamLeader } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { DecideProgress, decideProgress } from './decide-progress.command';

const recommended = contractFound({ [recommendationKey('r1', '931')]: { by: ['u-5', 'p-5'], revision: 9 } });
const given = specFor(caseStream, decideProgress, {
  now: '2024-07-01',
  actor: teamLeader,
  id: '931~inspection',
  found: { contract: recommended } as { contract?: Found<ContractState> },
});
const body = { review: 'r1', progress: 'not-sufficient' as const, decidedOn: '2024-07-01', reason: 'The pace is too slow' };
const command = (change: Partial<DecideProgress> = {}) => make(DecideProgress, { ...body, ...change });
const decided = ProgressDecided({ ...body, area: '931', contract: 'CON_22889', recommendation: 'contract-CON_22889@9' });

describe('deciding on progress (C17, J8)', () => {
  it('is VCU’s own decision, beside the supplier’s recommendation, which it names', () =>
    given(opened, review).when(command()).then(decided));
  it('can differ from the recommendation either way', () =>
    given(opened, review)
      .when(command({ progress: 'sufficient' }))
      .then(ProgressDecided({ ...decided.data, progress: 'sufficient' })));
  it('is refused to the person who recommended, for themselves or on whose behalf, and taken from another', () => {
    given(opened, review)
      .when(command(), { actor: { ...teamLeader, who: 'u-5' } })
      .thenRefused('decision-by-recommender');
    given(opened, review)
      .when(command(), { actor: { ...teamLeader, onBehalfOf: 'p-5' } })
      .thenRefused('decision-by-recommender');
    given(opened, review)
      .when(command(), { actor: { ...teamLeader, onBehalfOf: 'p-6' } })
      .then(decided);
  });
  it('waits for the recommendation, or says why it does not', () => {
    const none = { found: { contract: contractFound() } };
    given(opened, review).when(command(), none).thenRefused('decision-before-recommendation', 'withoutRecommendation');
    const because = { withoutRecommendation: 'The supplier has not answered' };
    given(opened, review)
      .when(command(because), none)
      .then(ProgressDecided({ ...body, ...because, area: '931', contract: 'CON_22889' }));
    const elsewhere = { found: { contract: contractFound({ [recommendationKey('r1', '887')]: { by: ['u-5'], revision: 8 } }) } };
    given(opened, review).when(command(), elsewhere).thenRefused('decision-before-recommendation', 'withoutRecommendation');
  });
  it('waits for nobody at a review without a supplier', () => {
    const alone = FormalReviewHeld({ area: '931', review: 'r1', heldOn: '2024-06-24', summary: 'Progress' });
    given(opened, alone)
      .when(command(), { found: {} })
      .then(ProgressDecided({ ...body, area: '931' }));
  });
  it('is taken once', () => {
    given(opened, review, decided).when(command()).thenNothing();
    given(opened, review, decided)
      .when(command({ progress: 'sufficient' }))
      .thenRefused('review-decided', 'review');
  });
  it('is refused of an unknown review, before it, ahead of time, and in a case that is not open', () => {
    given(opened).when(command()).thenRefused('review-unknown', 'review');
    given(opened, review)
      .when(command({ decidedOn: '2024-06-23' }))
      .thenRefused('decision-before-review', 'decidedOn');
    given(opened, review)
      .when(command({ decidedOn: '2024-06-24' }))
      .then(ProgressDecided({ ...decided.data, decidedOn: '2024-06-24' }));
    given(opened, review)
      .when(command({ decidedOn: '2024-07-02' }))
      .thenRefused('case-day-in-future', 'decidedOn');
    given(opened, review, closed).when(command()).thenRefused('case-not-open');
    given().when(command()).thenRefused('case-not-opened');
  });
});
