import { FreeText, type Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { everyArea } from '../contract.areas';
import { EarlyEndWithdrawn, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { endWithoutEarlyEnd, running } from '../contract.term';

/** Take the decision to end early back, before that end has come (C5). */
export class WithdrawEarlyEnd {
  /** Why the contract is not ended early after all. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawEarlyEnd: Decide<WithdrawEarlyEnd, ContractState, ContractEvent> = ({ reason }, state, { now }) => {
  const terms = running(state, now);
  if (terms.earlyEndOn === undefined) throw refuse('early-end-not-decided');
  return [EarlyEndWithdrawn({ endsOn: endWithoutEarlyEnd(terms), areas: everyArea(terms), reason })];
};
