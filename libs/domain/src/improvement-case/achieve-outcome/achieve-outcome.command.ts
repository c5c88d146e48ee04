import type { Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { checkDay, knownOutcome, open, standingOutcome } from '../case.guards';
import type { CaseState } from '../case.state';
import { OutcomeAchieved, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Record that an outcome was achieved, by its success measures (A5). */
export class AchieveOutcome {
  /** Outcome by its id. */
  @IsId() outcome!: string;
  /** Day from which that is so. */
  @IsDay() achievedOn!: string;
  /** Why. */
  @IsText() reason!: string;
}

export const achieveOutcome: Decide<AchieveOutcome, CaseState, CaseEvent> = (command, state, { now }) => {
  const { outcome, achievedOn } = command;
  const known = open(state);
  const { status, ended } = knownOutcome(state, outcome);
  if (status === 'achieved' && ended?.on === achievedOn) return [];
  const { kind, agreedOn } = standingOutcome(state, outcome);
  checkDay(achievedOn, 'achievedOn', known, now);
  if (achievedOn < agreedOn) throw refuse('outcome-ended-before-agreed', { field: 'achievedOn', values: { outcome, agreedOn } });
  return [OutcomeAchieved({ ...plain(command), area: known.area, kind })];
};
