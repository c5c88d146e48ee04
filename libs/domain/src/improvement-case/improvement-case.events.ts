import type { EventsIn } from '@app/event-sourcing';
import type * as module from './improvement-case.events';

export * from './case-life.events';
export * from './case-outcomes.events';
export * from './case-plan.events';
export * from './case-oversight.events';
export * from './case-review.events';

/** Everything that can happen in an improvement case. */
export type CaseEvent = EventsIn<typeof module>;
