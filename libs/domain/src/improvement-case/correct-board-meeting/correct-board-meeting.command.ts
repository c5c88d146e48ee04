import type { Decide, Found } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import { checkDay, opened, standingRecord } from '../case.guards';
import { BoardMeeting } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { BoardMeetingCorrected, type CaseEvent } from '../improvement-case.events';
import { checkPartners } from '../oversight.guards';

/** Correct a meeting of the SEND improvement board that had been recorded wrongly (J5). */
export class CorrectBoardMeeting extends BoardMeeting {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

type Reads = { area: Found<LocalAreaState> };

export const correctBoardMeeting: Decide<CorrectBoardMeeting, CaseState, CaseEvent, Reads> = (command, state, { now, found }) => {
  const { meeting, heldOn, partners, corrects } = command;
  const known = opened(state);
  standingRecord(state, 'board-meeting', meeting, corrects);
  checkDay(heldOn, 'heldOn', known, now);
  checkPartners(partners, found.area.state, heldOn);
  return [BoardMeetingCorrected({ ...plain(command), area: known.area })];
};
