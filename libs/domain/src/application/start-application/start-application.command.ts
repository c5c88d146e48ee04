import type { Decide, Found } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { IsId } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import type { ProgrammeState } from '../../programme/programme.stream';
import { ApplicationStarted, type ApplicationEvent } from '../application.events';
import { refuse } from '../application.refusals';
import { applicants, type ApplicationState } from '../application.stream';

/** Start an application for a grant: one local authority, or a lead with others; each must be eligible, the award goes to the lead (G5). */
export class StartApplication {
  /** Programme by its reference, e.g. `project_5369`. */
  @IsId() programme!: string;
  /** Local area that leads, by its id. */
  @IsId() lead!: string;
  /** Local areas that apply with it; none where it applies alone. */
  @IsArray() @ArrayMaxSize(19) @IsId({ each: true }) others!: string[];
}

type Reads = { programme: Found<ProgrammeState>; areas: readonly Found<LocalAreaState>[] };

export const startApplication: Decide<StartApplication, ApplicationState, ApplicationEvent, Reads> = (command, state, { actor, found }) => {
  const { programme, lead, others } = command;
  if (actor.role === 'la-contact' && !actor.areas?.includes(lead)) throw refuse('application-not-own', { field: 'lead' });
  if (state.status !== 'none') {
    if (state.programme === programme && applicants(state).join() === applicants(command).join()) return [];
    throw refuse('application-already-started');
  }
  if (found.programme.state.status !== 'open')
    throw refuse('application-programme-not-open', { field: 'programme', values: { programme } });
  const named = [lead, ...others];
  const twice = named.find((area, index) => named.indexOf(area) < index);
  if (twice !== undefined) throw refuse('applicant-twice', { field: 'others', values: { area: twice } });
  const unknown = found.areas.find(({ state: { registered } }) => !registered);
  if (unknown) throw refuse('applicant-unknown', { field: unknown.id === lead ? 'lead' : 'others', values: { area: unknown.id } });
  return [ApplicationStarted({ programme, lead, others: [...others] })];
};
