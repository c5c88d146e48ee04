import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import * as events from './improvement-case.events';
import type { CaseCause, CaseEvent } from './improvement-case.events';

export interface CaseState {
  readonly status: 'none' | 'open' | 'closed';
  readonly area?: string;
  readonly cause?: CaseCause;
}

/** `improvementCase-{area}~{cause}`: the journey of a local area; closing and reopening inside the stream keeps one case per cause (J2). */
export const caseStream: Stream<CaseState, CaseEvent> = {
  category: 'improvementCase',
  collection: 'improvement-cases',
  events: declarationsIn(events),
  initial: () => ({ status: 'none' }),
  evolve: evolveWith<CaseState, CaseEvent>({
    CaseOpened: (_state, { area, cause }) => ({ status: 'open', area, cause }),
  }),
};
