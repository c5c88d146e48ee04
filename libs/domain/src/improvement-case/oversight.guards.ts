import type { Day } from '@app/calendar';
import { entryOf } from '../entries';
import { partnersOn } from '../local-area/local-area.as-of';
import type { LocalAreaState } from '../local-area/local-area.state';
import { checkDue, knownOutcome, type Opened } from './case.guards';
import type { DeepDive, NewNextStep, PartnerOversight } from './case.parts.command';
import type { CaseState } from './case.state';
import { refuse } from './improvement-case.refusals';

/** @throws Refused where a partner of the local area on the day is missing (J5, A5). */
export function checkPartners(partners: readonly PartnerOversight[], area: LocalAreaState, on: Day): void {
  const missing = partnersOn(area, on).filter(({ name }) => !partners.some(({ partner }) => partner === name));
  if (missing.length > 0) {
    throw refuse('oversight-partner-missing', { field: 'partners', values: { missing: missing.map(({ name }) => name).join(', ') } });
  }
}

/**
 * @throws Refused where the findings are not on the outcomes that such a deep dive is on: a six-monthly one on every outcome
 * that stood on the day, an APA one on areas of priority action alone, the scheduled one among them (J4, A4).
 */
export function checkFindings({ deepDive, kind, heldOn, findings }: DeepDive, state: CaseState): void {
  for (const { outcome } of findings) {
    const { kind: of, ended, status } = knownOutcome(state, outcome, 'findings');
    if (ended && ended.on <= heldOn) throw refuse('outcome-ended', { field: 'findings', values: { outcome, status, on: ended.on } });
    if (kind === 'apa' && of !== 'apa') throw refuse('deep-dive-not-apa', { field: 'findings', values: { outcome } });
  }
  const isOn = (outcome: string) => findings.some((finding) => finding.outcome === outcome);
  const scheduled = entryOf(state.scheduledDives, deepDive);
  if (kind === 'apa') {
    if (scheduled?.status === 'cancelled') throw refuse('deep-dive-cancelled', { field: 'deepDive', values: { deepDive } });
    if (scheduled && !isOn(scheduled.outcome)) {
      throw refuse('deep-dive-without-scheduled', { field: 'findings', values: { outcome: scheduled.outcome } });
    }
    return;
  }
  if (scheduled) throw refuse('deep-dive-scheduled-as-apa', { field: 'deepDive', values: { deepDive } });
  const missing = Object.entries(state.outcomes)
    .filter(([, { ended, agreedOn }]) => agreedOn <= heldOn && (ended === undefined || ended.on > heldOn))
    .map(([outcome]) => outcome)
    .filter((outcome) => !isOn(outcome));
  if (missing.length > 0) throw refuse('deep-dive-outcomes-missing', { field: 'findings', values: { missing: missing.join(', ') } });
}

/** @throws Refused where a next step cannot be agreed so (J6). */
export function checkNextStep({ step, outcome, dueOn }: NewNextStep, agreedOn: Day, state: CaseState, known: Opened): void {
  if (entryOf(state.nextSteps, step)) throw refuse('next-step-already-agreed', { field: 'step', values: { step } });
  if (outcome !== undefined) knownOutcome(state, outcome);
  checkDue(dueOn, 'dueOn', known);
  if (dueOn < agreedOn) throw refuse('next-step-due-before-agreed', { field: 'dueOn', values: { step, dueOn, agreedOn } });
}
