import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsId, IsText } from '../../fields';
import { MeetingRecordWithdrawn, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, standing } from '../contract.term';

/** Withdraw the record of a meeting that was not held; it stands as scheduled again, and can be held or cancelled (C13). */
export class WithdrawMeetingRecord {
  /** Id of the meeting within the contract. */
  @IsId() meeting!: string;
  /** Revision of the record, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawMeetingRecord: Decide<WithdrawMeetingRecord, ContractState, ContractEvent> = (command, state) => {
  const { meeting, corrects } = command;
  binding(state);
  const known = entryOf(state.meetings, meeting);
  if (known?.status !== 'held') throw refuse('meeting-not-held', { field: 'meeting', values: { meeting } });
  const { kind, area, on, scheduledOn, scheduledMeans } = standing(known, corrects);
  return [MeetingRecordWithdrawn({ ...command, kind, ...(area !== undefined && { area }), heldOn: on, scheduledOn, scheduledMeans })];
};
