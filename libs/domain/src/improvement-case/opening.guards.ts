import type { Day } from '@app/calendar';
import { entryOf } from '../entries';
import type { LocalAreaState } from '../local-area/local-area.state';
import type { CaseCause } from './case.vocabulary';
import { refuse } from './improvement-case.refusals';

/**
 * @throws Refused where cause and inspection do not fit each other or the local area's record, or the outcome was not yet known: it is
 * from the report's receipt or, where that is unknown, from its publication (J2).
 */
export function checkCause(cause: CaseCause, inspection: string | undefined, openedOn: Day, area: LocalAreaState): void {
  if (cause === 'timeliness') {
    if (inspection !== undefined) throw refuse('case-inspection-misplaced', { field: 'inspection' });
    return;
  }
  if (inspection === undefined) throw refuse('case-inspection-missing', { field: 'inspection' });
  const known = entryOf(area.inspections, inspection);
  if (!known) throw refuse('case-inspection-unknown', { field: 'inspection', values: { inspection } });
  const { publishedOn, receivedOn = publishedOn } = known;
  const outcomeOn = receivedOn < publishedOn ? receivedOn : publishedOn;
  if (openedOn < outcomeOn) throw refuse('case-before-inspection', { field: 'openedOn', values: { inspection, outcomeOn } });
}
