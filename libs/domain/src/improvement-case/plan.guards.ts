import { entryOf } from '../entries';
import type { LocalAreaState } from '../local-area/local-area.state';
import { refuse } from './improvement-case.refusals';

/** @throws Refused where an inspection is unknown or requires no plan: neither outcome (3) nor a written statement of action (J3). */
export function checkPlanRequired(inspection: string, area: LocalAreaState): void {
  const known = entryOf(area.inspections, inspection);
  if (!known) throw refuse('plan-inspection-unknown', { field: 'inspection', values: { inspection } });
  if (known.outcome !== 'systemic-failings' && known.outcome !== 'wsoa-required') {
    throw refuse('plan-not-required', { field: 'inspection', values: { inspection } });
  }
}
