import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, opened, standingRecord } from '../case.guards';
import { DeepDive } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { DeepDiveCorrected, type CaseEvent } from '../improvement-case.events';
import { checkFindings } from '../oversight.guards';

/** Correct a deep dive that had been recorded wrongly; its next steps stand and are changed by themselves (J4). */
export class CorrectDeepDive extends DeepDive {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctDeepDive: Decide<CorrectDeepDive, CaseState, CaseEvent> = (command, state, { now }) => {
  const { deepDive, heldOn, corrects } = command;
  const known = opened(state);
  const { on } = standingRecord(state, 'deep-dive', deepDive, corrects);
  checkDay(heldOn, 'heldOn', known, now);
  checkFindings(command, state);
  return [DeepDiveCorrected({ ...plain(command), area: known.area, previouslyHeldOn: on })];
};
