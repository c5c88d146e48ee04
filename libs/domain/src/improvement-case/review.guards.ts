import { isIn } from '../contract/contract.areas';
import type { ContractState } from '../contract/contract.state';
import type { FormalReview } from './case.parts.command';
import { refuse } from './improvement-case.refusals';

/** @throws Refused where the named contract does not bind, or not for this local area on the day of the review (C17). */
export function checkReviewContract(
  { contract, heldOn }: Pick<FormalReview, 'contract' | 'heldOn'>,
  area: string,
  state: ContractState | undefined,
): void {
  if (contract === undefined) return;
  if (state?.status !== 'binding' || !state.terms || !isIn(state.terms, area, heldOn)) {
    throw refuse('review-contract-unknown', { field: 'contract', values: { contract } });
  }
}
