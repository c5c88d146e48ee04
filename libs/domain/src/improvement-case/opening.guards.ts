import { entryOf } from '../entries';
import type { LocalAreaState } from '../local-area/local-area.state';
import type { CaseCause } from './case.vocabulary';
import { refuse } from './improvement-case.refusals';

/** @throws Refused where cause and inspection do not fit each other or the local area's record (J2). */
export function checkCause(cause: CaseCause, inspection: string | undefined, area: LocalAreaState): void {
  if (cause === 'timeliness') {
    if (inspection !== undefined) throw refuse('case-inspection-misplaced', { field: 'inspection' });
    return;
  }
  if (inspection === undefined) throw refuse('case-inspection-missing', { field: 'inspection' });
  if (!entryOf(area.inspections, inspection)) throw refuse('case-inspection-unknown', { field: 'inspection', values: { inspection } });
}
