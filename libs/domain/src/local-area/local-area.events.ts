import type { EventsIn } from '@app/event-sourcing';
import type * as module from './local-area.events';

export * from './local-area-identity.events';
export * from './local-area-inspections.events';
export * from './local-area-standing.events';
export * from './local-area-notices.events';

/** Everything that can happen to a local area. */
export type LocalAreaEvent = EventsIn<typeof module>;
