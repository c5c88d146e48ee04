import { londonDay } from '@app/calendar';
import type { Decide, Found } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import type { CaseState } from '../case.state';
import { CASE_CAUSES, type CaseCause } from '../case.vocabulary';
import { CaseOpened, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';
import { checkCause } from '../opening.guards';

/** Open a case for a local area, from an inspection outcome or a timeliness concern (J2). */
export class OpenCase {
  /** Local area by its id, e.g. `931`. */
  @IsId() area!: string;
  /** What the case is opened from. */
  @IsIn(CASE_CAUSES) cause!: CaseCause;
  /** Inspection on the local area's record that it is opened from, e.g. `2023_07`; left out for a timeliness concern. */
  @IsOptional() @IsId() inspection?: string;
  /** Day from which the case is open. */
  @IsDay() openedOn!: string;
  /** Why, in the words of the person who opens it. */
  @IsText() reason!: string;
}

type Reads = { area: Found<LocalAreaState> };

export const openCase: Decide<OpenCase, CaseState, CaseEvent, Reads> = (command, state, { now, stream, found }) => {
  const { area, cause, inspection, openedOn } = command;
  const expected = `${area}~${cause}`;
  if (stream.id !== expected) throw refuse('case-id-mismatch', { field: 'area', values: { id: stream.id, expected } });
  if (state.status === 'open') {
    if (state.opened?.on === openedOn && state.inspection === inspection) return [];
    throw refuse('case-already-open');
  }
  if (state.closedOn !== undefined) throw refuse('case-to-be-reopened', { values: { closedOn: state.closedOn } });
  if (openedOn > londonDay(now)) throw refuse('case-opened-in-future', { field: 'openedOn' });
  if (!found.area.state.registered) throw refuse('case-area-unknown', { field: 'area', values: { area } });
  checkCause(cause, inspection, openedOn, found.area.state);
  return [CaseOpened({ ...plain(command), judgedBy: found.area.judgedBy })];
};
