import type { Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { checkDraft } from '../application-checks';
import { StrengthWithdrawn, type ApplicationEvent } from '../application.events';
import { refuse } from '../application.refusals';
import type { ApplicationState } from '../application.stream';

/** Take back an evidenced strength, unless an offer follows from it alone (G5). */
export class WithdrawStrength {
  /** Id of the strength. */
  @IsId() strength!: string;
  /** What was wrong. */
  @IsText() reason!: string;
}

export const withdrawStrength: Decide<WithdrawStrength, ApplicationState, ApplicationEvent> = ({ strength, reason }, state) => {
  checkDraft(state);
  const corrects = entryOf(state.strengths, strength);
  if (corrects === undefined) return [];
  const alone = Object.entries(state.options).find(([, strengths]) =>
    strengths.every((other) => other === strength || entryOf(state.strengths, other) === undefined),
  );
  if (alone) throw refuse('strength-in-use', { field: 'strength', values: { option: alone[0] } });
  return [StrengthWithdrawn({ strength, corrects, reason })];
};
