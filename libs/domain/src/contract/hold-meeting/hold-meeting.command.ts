import { FreeText, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { entryOf } from '../../entries';
import { IsDay, IsId, IsText } from '../../fields';
import { MeetingHeld, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, sinceOrder } from '../contract.term';
import { MEETING_MEANS, MEETING_PARTIES, type MeetingMeans, type MeetingParty } from '../contract.vocabulary';

/** Record that a scheduled meeting was held, and who was represented: who was not is visible (C13). */
export class HoldMeeting {
  /** Id of the meeting within the contract. */
  @IsId() meeting!: string;
  /** Day on which it was held. */
  @IsDay() heldOn!: string;
  /** How it was held. */
  @IsIn(MEETING_MEANS) means!: MeetingMeans;
  /** Who was represented. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MEETING_PARTIES.length)
  @ArrayUnique()
  @IsIn(MEETING_PARTIES, { each: true })
  represented!: MeetingParty[];
  /** What was said; left out where nothing is noted. */
  @FreeText() @IsOptional() @IsText() notes?: string;
}

export const holdMeeting: Decide<HoldMeeting, ContractState, ContractEvent> = (command, state, { now }) => {
  const { meeting, heldOn, represented } = command;
  const terms = binding(state);
  const known = entryOf(state.meetings, meeting);
  if (known?.status !== 'scheduled') throw refuse('meeting-not-scheduled', { field: 'meeting', values: { meeting } });
  sinceOrder(terms, heldOn, now, 'heldOn');
  const { kind, area, expected } = known;
  const absent = expected.filter((party) => !represented.includes(party));
  return [MeetingHeld({ ...command, kind, ...(area !== undefined && { area }), represented: [...represented], absent })];
};
