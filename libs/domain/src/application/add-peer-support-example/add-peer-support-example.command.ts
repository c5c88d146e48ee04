import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { checkDraft } from '../application-checks';
import { PeerSupportExampleAdded, type ApplicationEvent } from '../application.events';
import { refuse } from '../application.refusals';
import type { ApplicationState } from '../application.stream';

/** Give an example of current or previous peer support, with the tangible impact that it had (G5). */
export class AddPeerSupportExample {
  /** Id of the example within the application. */
  @IsId() example!: string;
  /** Whether the support is still given. */
  @IsIn(['current', 'previous']) time!: 'current' | 'previous';
  /** What the initiative is or was, and with whom. */
  @IsText() support!: string;
  /** Its tangible impact. */
  @IsText() impact!: string;
}

export const addPeerSupportExample: Decide<AddPeerSupportExample, ApplicationState, ApplicationEvent> = (command, state) => {
  const { example, time, support, impact } = command;
  checkDraft(state);
  if (entryOf(state.examples, example) !== undefined) throw refuse('example-exists', { field: 'example', values: { example } });
  return [PeerSupportExampleAdded({ example, time, support, impact })];
};
