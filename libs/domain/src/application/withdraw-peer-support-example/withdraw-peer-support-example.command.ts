import type { Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { checkDraft } from '../application-checks';
import { PeerSupportExampleWithdrawn, type ApplicationEvent } from '../application.events';
import type { ApplicationState } from '../application.stream';

/** Take back an example of peer support (G5). */
export class WithdrawPeerSupportExample {
  /** Id of the example. */
  @IsId() example!: string;
  /** What was wrong. */
  @IsText() reason!: string;
}

export const withdrawPeerSupportExample: Decide<WithdrawPeerSupportExample, ApplicationState, ApplicationEvent> = (command, state) => {
  const { example, reason } = command;
  checkDraft(state);
  const corrects = entryOf(state.examples, example);
  if (corrects === undefined) return [];
  return [PeerSupportExampleWithdrawn({ example, corrects, reason })];
};
