import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { checkJudgementDay } from '../application-checks';
import { ApplicationDeclined, type ApplicationEvent } from '../application.events';
import { refuse } from '../application.refusals';
import type { ApplicationState } from '../application.stream';

/** Decline a submitted application, on its eligibility or its merit (G12 to G15, G22). */
export class DeclineApplication {
  /** Day of the decision. */
  @IsDay() declinedOn!: string;
  /** Reasons for it. */
  @IsText() reason!: string;
}

export const declineApplication: Decide<DeclineApplication, ApplicationState, ApplicationEvent> = (
  { declinedOn, reason },
  state,
  { now },
) => {
  if (state.status === 'none') throw refuse('application-not-started');
  if (state.status === 'declined') return [];
  if (state.status !== 'submitted') throw refuse('application-not-submitted', { values: { status: state.status } });
  checkJudgementDay(declinedOn, 'declinedOn', state, now);
  return [ApplicationDeclined({ declinedOn, reason })];
};
