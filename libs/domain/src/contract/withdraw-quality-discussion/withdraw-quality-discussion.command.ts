import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { QualityDiscussionWithdrawn, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { binding, standing } from '../contract.term';

/** Withdraw the record of a discussion on quality that was not held; it is owed again (C11). */
export class WithdrawQualityDiscussion {
  /** Revision of the record, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawQualityDiscussion: Decide<WithdrawQualityDiscussion, ContractState, ContractEvent> = (command, state) => {
  binding(state);
  const { discussedOn } = standing(state.quality, command.corrects);
  return [QualityDiscussionWithdrawn({ ...command, discussedOn })];
};
