import type { Decide } from '@app/event-sourcing';
import { IsCount, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { knownOutcome, open } from '../case.guards';
import type { CaseState } from '../case.state';
import { OutcomeReinstated, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Pursue an outcome again whose achievement or withdrawal should not have been recorded (A1). */
export class ReinstateOutcome {
  /** Outcome by its id. */
  @IsId() outcome!: string;
  /** Revision of the record that should not stand. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const reinstateOutcome: Decide<ReinstateOutcome, CaseState, CaseEvent> = (command, state) => {
  const { outcome, corrects } = command;
  const { area } = open(state);
  const { kind, ended } = knownOutcome(state, outcome);
  if (ended?.revision !== corrects) throw refuse('outcome-not-ended', { field: 'corrects', values: { revision: corrects, outcome } });
  const overall = Object.entries(state.outcomes).find(
    ([id, other]) => id !== outcome && other.kind === 'overall' && other.status !== 'withdrawn',
  );
  if (kind === 'overall' && overall) throw refuse('overall-outcome-already-agreed', { field: 'outcome', values: { outcome: overall[0] } });
  return [OutcomeReinstated({ ...plain(command), area, kind, endedOn: ended.on })];
};
