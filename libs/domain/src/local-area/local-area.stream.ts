import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import * as events from './local-area.events';
import type { LocalAreaEvent } from './local-area.events';
import { identityLines, inspectionLines, noticeLines, standingLines } from './local-area.lines';
import { noLocalArea, type LocalAreaState } from './local-area.state';

export { factRef, judgedUpTo } from './local-area.state';
export type { LocalAreaState } from './local-area.state';

const evolve = evolveWith<LocalAreaState, LocalAreaEvent>({ ...identityLines, ...inspectionLines, ...standingLines, ...noticeLines });

/**
 * `localArea-{DfE code at registration}`: the facts about a local area, each with its source and effective day (J1).
 * Bounded by what happens to an area in years: a handful of inspections, a rating and a balance a year, programmes, notices.
 */
export const localAreaStream: Stream<LocalAreaState, LocalAreaEvent> = {
  category: 'localArea',
  collection: 'local-areas',
  events: declarationsIn(events),
  initial: () => noLocalArea,
  evolve: (state, event, meta) => ({ ...evolve(state, event, meta), revision: meta.revision }),
};
