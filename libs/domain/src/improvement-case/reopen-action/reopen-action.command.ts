import type { Decide } from '@app/event-sourcing';
import { IsCount, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { knownAction, open } from '../case.guards';
import type { CaseState } from '../case.state';
import { ActionReopened, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Open an action again whose completion or removal should not have been recorded (J3). */
export class ReopenAction {
  /** Action by its id. */
  @IsId() action!: string;
  /** Revision of the record that should not stand. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const reopenAction: Decide<ReopenAction, CaseState, CaseEvent> = (command, state) => {
  const { action, corrects } = command;
  const { area } = open(state);
  const { ended, outcome, dueOn } = knownAction(state, action);
  if (ended?.revision !== corrects) throw refuse('action-not-ended', { field: 'corrects', values: { revision: corrects, action } });
  return [ActionReopened({ ...plain(command), area, outcome: outcome!, dueOn, ...(ended.on !== undefined && { endedOn: ended.on }) })];
};
