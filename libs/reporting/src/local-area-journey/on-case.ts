import type { JourneyCase } from './journey-case.view';
import { changed } from '../lists';
import type { LocalAreaJourney } from './local-area-journey.view';

/** The row with one of its cases changed; the same where it has none of that id. */
export const onCase = (row: LocalAreaJourney, id: string, change: (one: JourneyCase) => JourneyCase): LocalAreaJourney => ({
  ...row,
  cases: changed(row.cases, (one) => one.case === id, change),
});
