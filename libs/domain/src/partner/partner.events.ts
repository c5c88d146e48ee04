import type { EventsIn } from '@app/event-sourcing';
import type * as module from './partner.events';

export type PartnerEvent = EventsIn<typeof module>;

export * from './partner-grant.events';
export * from './partner-eligibility.events';
export * from './partner-reports.events';
export * from './partner-delivery.events';
export * from './partner-claims.events';
