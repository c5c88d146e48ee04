import { londonDay } from '@app/calendar';
import type { Decide, Found } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsText } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import { opened } from '../case.guards';
import type { CaseState } from '../case.state';
import { CaseOpeningCorrected, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';
import { checkCause } from '../opening.guards';

/** Correct the day of a case's opening, or the inspection that it was opened from (J2). */
export class CorrectCaseOpening {
  /** Inspection that it was opened from; left out for a timeliness concern. */
  @IsOptional() @IsId() inspection?: string;
  /** Day from which the case is open. */
  @IsDay() openedOn!: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

type Reads = { area: Found<LocalAreaState> };

export const correctCaseOpening: Decide<CorrectCaseOpening, CaseState, CaseEvent, Reads> = (command, state, { now, found }) => {
  const { inspection, openedOn, corrects } = command;
  const { area, cause } = opened(state);
  const stands = state.opened!.revision;
  if (corrects !== stands) throw refuse('case-opening-superseded', { field: 'corrects', values: { revision: corrects, stands } });
  if (openedOn > londonDay(now)) throw refuse('case-opened-in-future', { field: 'openedOn' });
  if (state.closedOn !== undefined && openedOn > state.closedOn) {
    throw refuse('case-closed-before-opening', { field: 'openedOn', values: { openedOn } });
  }
  checkCause(cause, inspection, openedOn, found.area.state);
  if (state.opened?.on === openedOn && state.inspection === inspection) return [];
  return [CaseOpeningCorrected({ ...plain(command), area, cause, judgedBy: found.area.judgedBy })];
};
