import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsId, IsText } from '../../fields';
import { ManagementInformationWithdrawn, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { standing } from '../contract.term';
import { answeredRequest } from '../requests';

/** Withdraw the record of management information that was not provided; the request waits for its answer again (C12). */
export class WithdrawManagementInformation {
  /** Id of the request within the contract. */
  @IsId() request!: string;
  /** Revision of the answer, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawManagementInformation: Decide<WithdrawManagementInformation, ContractState, ContractEvent> = (command, state) => {
  const { providedOn, dueOn } = standing(answeredRequest(state, command.request), command.corrects);
  return [ManagementInformationWithdrawn({ ...command, providedOn, dueOn })];
};
