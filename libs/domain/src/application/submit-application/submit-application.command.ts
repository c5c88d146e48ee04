import type { Decide, Found } from '@app/event-sourcing';
import { IsBoolean, IsOptional } from 'class-validator';
import { IsId, IsInstant } from '../../fields';
import { ELIGIBILITY_REQUIREMENTS } from '../../programme/grant-terms';
import type { ProgrammeState } from '../../programme/programme.stream';
import { ApplicationSubmitted, LateSubmissionRefused, type ApplicationEvent } from '../application.events';
import { refuse } from '../application.refusals';
import { applicants, type ApplicationState } from '../application.stream';

/**
 * Submit the application on the portal's template, quoting the reference. Midday in London on the closing day is in time;
 * a second later it is refused, and the refusal alone is on record (G4). Every missing part is refused on its own (G5).
 */
export class SubmitApplication {
  /** Reference that is quoted: the programme's own, e.g. `project_5369` (G4). */
  @IsId() quotedReference!: string;
  /** Whether the portal's template was used (G4). */
  @IsBoolean() onTemplate!: boolean;
  /** When the portal received it, where the Department records it afterwards; otherwise it is received now. */
  @IsOptional() @IsInstant() receivedAt?: string;
}

type Reads = { programme: Found<ProgrammeState> };

const toTheSecond = (instant: string): string => instant.slice(0, 19);

function checkComplete(state: ApplicationState): void {
  if (Object.keys(state.strengths).length === 0) throw refuse('strengths-missing');
  if (Object.keys(state.options).length === 0) throw refuse('options-missing');
  if (Object.keys(state.examples).length === 0) throw refuse('examples-missing');
  if (!state.costing) throw refuse('costing-missing');
  for (const area of applicants(state)) {
    const requirement = ELIGIBILITY_REQUIREMENTS.find((asked) => !state.declared.includes(`${area} ${asked}`));
    if (requirement) throw refuse('declaration-missing', { values: { area, requirement } });
  }
}

export const submitApplication: Decide<SubmitApplication, ApplicationState, ApplicationEvent, Reads> = (command, state, facts) => {
  const { quotedReference, onTemplate } = command;
  const { now, actor, found } = facts;
  if (state.status === 'none') throw refuse('application-not-started');
  if (state.status === 'submitted') return [];
  if (state.status !== 'draft') throw refuse('application-decided', { values: { status: state.status } });
  if (command.receivedAt !== undefined && actor.role === 'la-contact') throw refuse('receipt-by-department', { field: 'receivedAt' });
  const receivedAt = command.receivedAt ?? now;
  if (receivedAt > now) throw refuse('receipt-in-future', { field: 'receivedAt' });
  const { applicationsCloseAt, reference } = found.programme.state;
  if (toTheSecond(receivedAt) > toTheSecond(applicationsCloseAt)) {
    return state.lateAgainst === applicationsCloseAt ? [] : [LateSubmissionRefused({ receivedAt, applicationsCloseAt })];
  }
  if (quotedReference !== reference) throw refuse('reference-not-quoted', { field: 'quotedReference', values: { reference } });
  if (!onTemplate) throw refuse('template-not-used', { field: 'onTemplate' });
  checkComplete(state);
  return [ApplicationSubmitted({ receivedAt, applicationsCloseAt, quotedReference, onTemplate })];
};
