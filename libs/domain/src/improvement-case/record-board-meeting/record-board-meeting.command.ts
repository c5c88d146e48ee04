import type { Decide, Found } from '@app/event-sourcing';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import { checkDay, checkDeepDives, checkNewRecord, open } from '../case.guards';
import { BoardMeeting } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { BoardMeetingRecorded, type CaseEvent } from '../improvement-case.events';
import { checkPartners } from '../oversight.guards';

/** Record what a meeting of the SEND improvement board showed of the oversight of each partner (J5). */
export class RecordBoardMeeting extends BoardMeeting {}

type Reads = { area: Found<LocalAreaState> };

export const recordBoardMeeting: Decide<RecordBoardMeeting, CaseState, CaseEvent, Reads> = (command, state, { now, found }) => {
  const { meeting, heldOn, partners } = command;
  const known = open(state);
  checkDeepDives(known);
  checkNewRecord(state, 'board-meeting', meeting, 'meeting');
  checkDay(heldOn, 'heldOn', known, now);
  checkPartners(partners, found.area.state, heldOn);
  return [BoardMeetingRecorded({ ...plain(command), area: known.area })];
};
