import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { CASE_CAUSES, CaseOpened, type CaseCause, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';
import type { CaseState } from '../improvement-case.stream';

/** Open a case for a local area, from an inspection outcome or a timeliness concern (J2). */
export class OpenCase {
  /** Local area by its id, e.g. `931`. */
  @IsId() area!: string;
  /** What the case is opened from. */
  @IsIn(CASE_CAUSES) cause!: CaseCause;
  /** Day from which the case is open. */
  @IsDay() openedOn!: string;
  /** Why, in the words of the person who opens it. */
  @IsText() reason!: string;
}

export const openCase: Decide<OpenCase, CaseState, CaseEvent> = (command, state, { now, stream }) => {
  const { area, cause, openedOn, reason } = command;
  const expected = `${area}~${cause}`;
  if (stream.id !== expected) throw refuse('case-id-mismatch', { field: 'area', values: { id: stream.id, expected } });
  if (openedOn > londonDay(now)) throw refuse('case-opened-in-future', { field: 'openedOn' });
  if (state.status !== 'none') throw refuse('case-already-open');
  return [CaseOpened({ area, cause, openedOn, reason })];
};
