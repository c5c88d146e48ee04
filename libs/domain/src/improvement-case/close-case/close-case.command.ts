import type { Decide, Found } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsOptional } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import { checkDay, open } from '../case.guards';
import type { CaseState } from '../case.state';
import { CaseClosed, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Close a case, with a reason; what is owed in it ends (J2). */
export class CloseCase {
  /** Day of the closing. */
  @IsDay() closedOn!: string;
  /** Local areas that succeed this one and take the case on; left out where none do (reading 26). */
  @IsOptional() @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @ArrayUnique() @IsId({ each: true }) passedTo?: string[];
  /** Why it is closed. */
  @IsText() reason!: string;
}

type Reads = { area: Found<LocalAreaState> };

export const closeCase: Decide<CloseCase, CaseState, CaseEvent, Reads> = (command, state, { now, found }) => {
  const { closedOn, passedTo = [] } = command;
  if (state.status === 'closed') {
    if (state.closedOn === closedOn) return [];
    throw refuse('case-closed-otherwise', { field: 'closedOn', values: { closedOn: state.closedOn ?? '' } });
  }
  const { area, cause, openedOn } = open(state);
  if (closedOn < openedOn) throw refuse('case-closed-before-opening', { field: 'closedOn', values: { openedOn } });
  checkDay(closedOn, 'closedOn', { openedOn }, now);
  const successors = found.area.state.succession?.successors ?? [];
  const stranger = passedTo.find((id) => !successors.includes(id));
  if (stranger !== undefined) throw refuse('case-not-passed-to', { field: 'passedTo', values: { area: stranger } });
  return [CaseClosed({ ...plain(command), area, cause })];
};
