import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsId, IsText } from '../../fields';
import { MeetingCancelled, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Cancel a scheduled meeting (C13). */
export class CancelMeeting {
  /** Id of the meeting within the contract. */
  @IsId() meeting!: string;
  /** Why it does not take place. */
  @FreeText() @IsText() reason!: string;
}

export const cancelMeeting: Decide<CancelMeeting, ContractState, ContractEvent> = ({ meeting, reason }, state) => {
  binding(state);
  const known = entryOf(state.meetings, meeting);
  if (known?.status === 'cancelled') return [];
  if (known?.status !== 'scheduled') throw refuse('meeting-not-scheduled', { field: 'meeting', values: { meeting } });
  return [MeetingCancelled({ meeting, scheduledOn: known.on, reason })];
};
