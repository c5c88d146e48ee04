import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { ApplicationWithdrawn, type ApplicationEvent } from '../application.events';
import { refuse } from '../application.refusals';
import type { ApplicationState } from '../application.stream';

/** Withdraw an application that is not yet decided (G5). */
export class WithdrawApplication {
  /** Why it is withdrawn. */
  @IsText() reason!: string;
}

export const withdrawApplication: Decide<WithdrawApplication, ApplicationState, ApplicationEvent> = ({ reason }, { status }) => {
  if (status === 'none') throw refuse('application-not-started');
  if (status === 'withdrawn') return [];
  if (status === 'accepted' || status === 'declined') throw refuse('application-decided', { values: { status } });
  return [ApplicationWithdrawn({ reason })];
};
