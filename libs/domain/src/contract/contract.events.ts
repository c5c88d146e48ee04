import type { EventsIn } from '@app/event-sourcing';
import type * as module from './contract.events';

export * from './contract.vocabulary';
export * from './contract-order.events';
export * from './contract-end.events';
export * from './contract-reporting.events';
export * from './contract-invoicing.events';
export * from './contract-delivery.events';
export * from './contract-oversight.events';

/** Everything that can happen to an advisory contract. */
export type ContractEvent = EventsIn<typeof module>;
