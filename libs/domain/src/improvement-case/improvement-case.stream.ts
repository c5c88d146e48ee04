import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import { lifeLines, outcomeLines } from './case-life.lines';
import { oversightLines } from './case-oversight.lines';
import { planLines } from './case-plan.lines';
import { reviewLines } from './case-review.lines';
import { noCase, type CaseState } from './case.state';
import * as events from './improvement-case.events';
import type { CaseEvent } from './improvement-case.events';

export type { CaseState } from './case.state';

/**
 * `improvementCase-{area}~{cause}`: the journey of a local area; closing and reopening inside the stream keeps one case per cause (J2).
 * Bounded by the journey: some ten outcomes, two deep dives and stocktakes a year, monthly meetings, and their actions and next steps.
 */
export const caseStream: Stream<CaseState, CaseEvent> = {
  category: 'improvementCase',
  collection: 'improvement-cases',
  events: declarationsIn(events),
  initial: () => noCase,
  evolve: evolveWith<CaseState, CaseEvent>({ ...lifeLines, ...outcomeLines, ...planLines, ...oversightLines, ...reviewLines }),
};
