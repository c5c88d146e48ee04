import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, opened } from '../case.guards';
import type { CaseState } from '../case.state';
import { CaseReopened, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Open a closed case again, from a day on (J2). */
export class ReopenCase {
  /** Day from which it is open again. */
  @IsDay() reopenedOn!: string;
  /** Why it is opened again. */
  @IsText() reason!: string;
}

export const reopenCase: Decide<ReopenCase, CaseState, CaseEvent> = (command, state, { now }) => {
  const { reopenedOn } = command;
  const { area, cause, openedOn } = opened(state);
  if (state.closedOn === undefined) throw refuse('case-not-closed');
  if (reopenedOn < state.closedOn) {
    throw refuse('case-reopened-before-closing', { field: 'reopenedOn', values: { closedOn: state.closedOn } });
  }
  checkDay(reopenedOn, 'reopenedOn', { openedOn }, now);
  return [CaseReopened({ ...plain(command), area, cause })];
};
