import type { Instant } from '@app/calendar';
import { checkNotAhead, checkOrder, knownInspection } from './local-area.guards';
import type { MonitoringInspection, MonitoringRelease, Revisit } from './local-area.parts.command';
import { refuse } from './local-area.refusals';
import type { LocalAreaState } from './local-area.state';

interface Visit {
  readonly inspection: string;
  readonly visitedFrom: string;
  readonly publishedOn: string;
}

function checkVisit({ inspection, visitedFrom, publishedOn }: Visit, state: LocalAreaState, now: Instant) {
  const known = knownInspection(state, inspection);
  checkNotAhead(publishedOn, 'publishedOn', now);
  checkOrder(known.publishedOn, visitedFrom, 'visitedFrom');
  checkOrder(visitedFrom, publishedOn, 'publishedOn');
  return known;
}

/** @throws Refused where a revisit does not fit its inspection. */
export function checkRevisit(revisit: Revisit, state: LocalAreaState, now: Instant): void {
  const { inspection, sufficient, notSufficient } = revisit;
  const { outcome, weaknesses } = checkVisit(revisit, state, now);
  if (outcome !== 'wsoa-required') throw refuse('revisit-without-statement', { field: 'inspection', values: { inspection } });
  const found = sufficient + notSufficient;
  if (found === 0) throw refuse('revisit-without-areas', { field: 'sufficient' });
  if (weaknesses !== undefined && found > weaknesses) {
    throw refuse('revisit-areas-mismatch', { field: 'sufficient', values: { found, counted: weaknesses } });
  }
}

/** @throws Refused where a monitoring inspection does not fit its inspection. */
export function checkMonitoring(monitoring: MonitoringInspection, state: LocalAreaState, now: Instant): void {
  const { inspection, effective, notEffective } = monitoring;
  const { outcome, priorityAreas } = checkVisit(monitoring, state, now);
  if (outcome !== 'systemic-failings') throw refuse('monitoring-without-plan', { field: 'inspection', values: { inspection } });
  const found = effective + notEffective;
  if (found === 0) throw refuse('monitoring-without-areas', { field: 'effective' });
  if (priorityAreas !== undefined && found > priorityAreas) {
    throw refuse('monitoring-areas-mismatch', { field: 'effective', values: { found, counted: priorityAreas } });
  }
}

/** @throws Refused where a release from monitoring lies before its inspection's publication or ahead. */
export function checkRelease({ inspection, releasedOn }: MonitoringRelease, state: LocalAreaState, now: Instant): void {
  const { publishedOn } = knownInspection(state, inspection);
  checkNotAhead(releasedOn, 'releasedOn', now);
  checkOrder(publishedOn, releasedOn, 'releasedOn');
}
