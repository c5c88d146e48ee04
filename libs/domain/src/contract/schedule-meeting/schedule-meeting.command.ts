import type { Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { entryOf } from '../../entries';
import { IsDay, IsId } from '../../fields';
import { MeetingScheduled, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { covers, running } from '../contract.term';
import {
  MEETING_KINDS,
  MEETING_MEANS,
  MEETING_PARTIES,
  type MeetingKind,
  type MeetingMeans,
  type MeetingParty,
} from '../contract.vocabulary';

/** Schedule a review or meeting with the Department, and say who is to be represented (C13). */
export class ScheduleMeeting {
  /** Id of the meeting within the contract, e.g. `m1`. */
  @IsId() meeting!: string;
  /** What it is for. */
  @IsIn(MEETING_KINDS) kind!: MeetingKind;
  /** Local area by its id; left out where it is about the contract. */
  @IsOptional() @IsId() area?: string;
  /** Day of the meeting. */
  @IsDay() on!: string;
  /** How it is held. */
  @IsIn(MEETING_MEANS) means!: MeetingMeans;
  /** Who is to be represented. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MEETING_PARTIES.length)
  @ArrayUnique()
  @IsIn(MEETING_PARTIES, { each: true })
  expected!: MeetingParty[];
}

export const scheduleMeeting: Decide<ScheduleMeeting, ContractState, ContractEvent> = (command, state, { now }) => {
  const { meeting, area, on } = command;
  const terms = running(state, now);
  covers(terms, area, on);
  if (entryOf(state.meetings, meeting)) throw refuse('meeting-already-scheduled', { field: 'meeting', values: { meeting } });
  if (on < terms.orderedOn || on > terms.endsOn) {
    throw refuse('contract-day-outside-term', { field: 'on', values: { day: on, from: terms.orderedOn, to: terms.endsOn } });
  }
  return [MeetingScheduled({ ...command, expected: [...command.expected], references: [...terms.references] })];
};
