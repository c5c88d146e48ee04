import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsEventRef } from '../../fields';
import { EscalationResolved, EscalationWithdrawn, type EscalationEvent } from '../escalation.events';
import { SETTLED_BECAUSE, type SettledBecause } from '../escalation.parts.command';
import { refuse } from '../escalation.refusals';
import { isLive, type EscalationState } from '../escalation.stream';

const FOUND_BY_AUTOMATION = SETTLED_BECAUSE.filter((because) => because !== 'by-decision');

/**
 * Settle an escalation whose cause has gone: resolved where what was owed came late or was decided, else withdrawn (E3). Whether what came
 * was late is judged again where its day was corrected. The automation does.
 */
export class SettleEscalation {
  /** What it was raised for, `stream@revision`; one that was raised anew since then is left alone. */
  @IsEventRef() cause!: string;
  /** Why its cause has gone. */
  @IsIn(FOUND_BY_AUTOMATION) because!: Exclude<SettledBecause, 'by-decision'>;
  /** What settled it, `stream@revision`. */
  @IsEventRef() by!: string;
}

export const settleEscalation: Decide<SettleEscalation, EscalationState, EscalationEvent> = ({ cause, because, by }, state) => {
  if (state.status === 'none') throw refuse('escalation-unknown');
  if (state.cause !== cause || !(isLive(state) || judgedAnew(state, because))) return [];
  return [because === 'met-late' || because === 'answered' ? EscalationResolved({ because, by }) : EscalationWithdrawn({ because, by })];
};

const COMING: readonly SettledBecause[] = ['met-late', 'done-in-time'];
const judgedAnew = ({ ended }: EscalationState, because: SettledBecause): boolean =>
  ended !== undefined && ended.because !== because && COMING.includes(ended.because) && COMING.includes(because);
