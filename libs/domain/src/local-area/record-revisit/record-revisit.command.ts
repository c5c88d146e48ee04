import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { plain } from '../../plain';
import { RevisitRecorded, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered } from '../local-area.guards';
import { checkRevisit } from '../look-back.guards';
import { Revisit } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import { digestOf, type LocalAreaState } from '../local-area.state';

/** Record a published revisit by Ofsted and CQC after a required written statement of action (G12 b). */
export class RecordRevisit extends Revisit {}

export const recordRevisit: Decide<RecordRevisit, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  checkRegistered(state, stream);
  const { revisit } = command;
  const said = plain(command);
  const known = entryOf(state.revisits, revisit);
  if (known) {
    if (known.digest === digestOf(said)) return [];
    throw refuse('revisit-already-recorded', { field: 'revisit', values: { revisit } });
  }
  checkRevisit(command, state, now);
  return [RevisitRecorded(said)];
};
