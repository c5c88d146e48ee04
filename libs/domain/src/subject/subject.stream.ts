import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import * as events from './subject.events';
import type { SubjectEvent } from './subject.events';

export interface SubjectState {
  readonly status: 'unknown' | 'registered' | 'erased';
  /** Revision of the record in force. */
  readonly revision: number;
}

/** `subject-{id}`: a person whom records speak of by this id. A handful of events. */
export const subjectStream: Stream<SubjectState, SubjectEvent> = {
  category: 'subject',
  collection: 'subjects',
  events: declarationsIn(events),
  initial: () => ({ status: 'unknown', revision: -1 }),
  evolve: evolveWith<SubjectState, SubjectEvent>({
    SubjectRegistered: (_state, _data, { revision }) => ({ status: 'registered', revision }),
    SubjectCorrected: (_state, _data, { revision }) => ({ status: 'registered', revision }),
    SubjectErased: (state) => ({ ...state, status: 'erased' }),
  }),
};
