import type { Found } from '@app/event-sourcing';
import { make, specFor } from '@app/event-sourcing/testing';
import type { ContractState } from '../../contract/contract.state';
import { FormalReviewCorrected, ProgressDecided } from '../improvement-case.events';
import { caseLead, contractFound, opened, review } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { CorrectFormalReview, correctFormalReview } from './correct-formal-review.command';

const given = specFor(caseStream, correctFormalReview, {
  now: '2024-07-01',
  actor: caseLead,
  id: '931~inspection',
  found: { contract: contractFound() } as { contract?: Found<ContractState> },
});
const { area: _area, ...said } = review.data;
const body = { ...said, heldOn: '2024-06-25', corrects: 1, reason: 'Day misread' };
const command = (change: Partial<CorrectFormalReview> = {}) => make(CorrectFormalReview, { ...body, ...change });
const corrected = FormalReviewCorrected({ ...body, area: '931' });
const decided = (decidedOn: string) =>
  ProgressDecided({
    area: '931',
    review: 'r1',
    progress: 'sufficient',
    decidedOn,
    contract: 'CON_22889',
    withoutRecommendation: 'None',
    reason: 'Yes',
  });

describe('correcting a formal review (C17)', () => {
  it('stands in for what was recorded', () => given(opened, review).when(command()).then(corrected));
  it('is refused after a decision on it', () => {
    given(opened, review, decided('2024-06-24')).when(command()).thenRefused('decision-before-review', 'heldOn');
    given(opened, review, decided('2024-06-25')).when(command()).then(corrected);
  });
  it('is refused for a record that does not stand, and holds what a record holds', () => {
    given(opened, review)
      .when(command({ corrects: 0 }))
      .thenRefused('case-record-not-standing', 'corrects');
    given(opened, review)
      .when(command({ heldOn: '2024-07-02' }))
      .thenRefused('case-day-in-future', 'heldOn');
    given(opened, review).when(command(), { found: {} }).thenRefused('review-contract-unknown', 'contract');
    given().when(command()).thenRefused('case-not-opened');
  });
});
