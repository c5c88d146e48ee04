import type { ContractState } from '../contract/contract.state';
import type { FormalReview } from './case.parts.command';
import { refuse } from './improvement-case.refusals';

/** @throws Refused where the named contract does not bind, or not for this local area (C17). */
export function checkReviewContract({ contract }: Pick<FormalReview, 'contract'>, area: string, state: ContractState | undefined): void {
  if (contract === undefined) return;
  if (state?.status !== 'binding' || !state.terms?.areas.includes(area)) {
    throw refuse('review-contract-unknown', { field: 'contract', values: { contract } });
  }
}
