import { londonDay, type Day, type Instant } from '@app/calendar';
import { refuse } from './application.refusals';
import { applicants, type ApplicationState } from './application.stream';

/** The parts of an application can be altered until it is submitted (G5). */
export function checkDraft({ status }: ApplicationState): void {
  if (status === 'none') throw refuse('application-not-started');
  if (status !== 'draft') throw refuse('application-not-draft', { values: { status } });
}

/** What is judged after the deadline is judged of a submitted application, or again of an accepted one (G16). */
export function checkUnderJudgement({ status }: ApplicationState): void {
  if (status === 'none') throw refuse('application-not-started');
  if (status !== 'submitted' && status !== 'accepted') throw refuse('application-not-submitted', { values: { status } });
}

/** A local area that the application is made by. */
export function checkApplicant(area: string, state: ApplicationState): void {
  if (!applicants(state).includes(area)) throw refuse('applicant-not-in-application', { field: 'area', values: { area } });
}

/** A day on which the application was judged: neither ahead nor before it was submitted. */
export function checkJudgementDay(day: Day, field: string, { submittedOn = '' }: ApplicationState, now: Instant): void {
  const today = londonDay(now);
  if (day > today) throw refuse('application-day-in-future', { field, values: { day, today } });
  if (day < submittedOn) throw refuse('application-day-before-submission', { field, values: { submitted: submittedOn } });
}
