import type { Found } from '@app/event-sourcing';
import { make, specFor } from '@app/event-sourcing/testing';
import type { ContractState } from '../../contract/contract.state';
import { FormalReviewHeld } from '../improvement-case.events';
import { caseLead, contractFound, opened, review } from '../improvement-case.stories';
import { caseStream } from '../improvement-case.stream';
import { HoldFormalReview, holdFormalReview } from './hold-formal-review.command';

const given = specFor(caseStream, holdFormalReview, {
  now: '2024-06-24',
  actor: caseLead,
  id: '931~inspection',
  found: { contract: contractFound() } as { contract?: Found<ContractState> },
});
const { area: _area, ...body } = review.data;
type Change = { [K in keyof HoldFormalReview]?: HoldFormalReview[K] | undefined };
const command = (change: Change = {}) => make(HoldFormalReview, { ...body, ...change });

describe('a formal review (C17, J8)', () => {
  it('is held with the supplier of a contract, or without one', () => {
    given(opened).when(command()).then(review);
    const { contract: _contract, ...without } = review.data;
    given(opened)
      .when(command({ contract: undefined }), { found: {} })
      .then(FormalReviewHeld(without));
  });
  it('is recorded once under an id', () => given(opened, review).when(command()).thenRefused('case-record-exists', 'review'));
  it('is refused with a contract that does not bind for the local area', () => {
    given(opened)
      .when(command(), { found: { contract: contractFound({}, ['887']) } })
      .thenRefused('review-contract-unknown', 'contract');
    given(opened).when(command(), { found: {} }).thenRefused('review-contract-unknown', 'contract');
  });
  it('is held with the contract of an area while the area is in it, and no longer once it has passed to its successors (reading 26)', () => {
    const leaving = (from: string): Found<ContractState> => {
      const found = contractFound();
      const passings = [{ predecessor: '931', successors: ['942'], from, revision: 3 }];
      return { ...found, state: { ...found.state, terms: { ...found.state.terms!, passings } } };
    };
    given(opened)
      .when(command(), { found: { contract: leaving('2024-06-25') } })
      .then(review);
    given(opened)
      .when(command(), { found: { contract: leaving('2024-06-24') } })
      .thenRefused('review-contract-unknown', 'contract');
  });
  it('is refused before the case and ahead of time', () => {
    given(opened)
      .when(command({ heldOn: '2023-09-14' }))
      .thenRefused('case-day-before-opening', 'heldOn');
    given(opened)
      .when(command({ heldOn: '2024-06-25' }))
      .thenRefused('case-day-in-future', 'heldOn');
    given().when(command()).thenRefused('case-not-opened');
  });
});
