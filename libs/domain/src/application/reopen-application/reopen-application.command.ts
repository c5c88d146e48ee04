import type { Decide, Found } from '@app/event-sourcing';
import { IsText } from '../../fields';
import type { ProgrammeState } from '../../programme/programme.stream';
import { ApplicationReopened, type ApplicationEvent } from '../application.events';
import { refuse } from '../application.refusals';
import type { ApplicationState } from '../application.stream';

/** Take back a withdrawal, an acceptance or a declining that should not have been; not once a grant is awarded on it (G5). */
export class ReopenApplication {
  /** What was wrong. */
  @IsText() reason!: string;
}

type Reads = { programme: Found<ProgrammeState> };

/** Statuses of an award that stands. */
const standing = ['offered', 'accepted'];

export const reopenApplication: Decide<ReopenApplication, ApplicationState, ApplicationEvent, Reads> = ({ reason }, state, facts) => {
  if (state.status === 'none') throw refuse('application-not-started');
  if (!state.ended) return [];
  const { id } = facts.stream;
  const awards = Object.values(facts.found.programme.state.awards);
  if (awards.some(({ application, status }) => application === id && standing.includes(status))) throw refuse('application-awarded');
  return [ApplicationReopened({ corrects: state.ended.revision, status: state.ended.before, reason })];
};
