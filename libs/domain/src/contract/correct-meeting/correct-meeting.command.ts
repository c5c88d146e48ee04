import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsText } from '../../fields';
import { MeetingCorrected, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, sinceOrder, standing } from '../contract.term';
import { HoldMeeting } from '../hold-meeting/hold-meeting.command';

/** Correct the record of a meeting that was held: its day, its means or the attendance (C13). */
export class CorrectMeeting extends HoldMeeting {
  /** Revision of the record that is wrong. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctMeeting: Decide<CorrectMeeting, ContractState, ContractEvent> = (command, state, { now }) => {
  const { meeting, heldOn, represented, corrects } = command;
  const terms = binding(state);
  const known = entryOf(state.meetings, meeting);
  if (known?.status !== 'held') throw refuse('meeting-not-held', { field: 'meeting', values: { meeting } });
  const { kind, area, expected } = standing(known, corrects);
  sinceOrder(terms, heldOn, now, 'heldOn');
  const absent = expected.filter((party) => !represented.includes(party));
  return [MeetingCorrected({ ...command, kind, ...(area !== undefined && { area }), represented: [...represented], absent })];
};
