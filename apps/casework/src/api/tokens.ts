/** What is injected by name because it is an interface. */
export const EVENT_STORE = Symbol('EventStore');
export const KEPT_RECORDS = Symbol('KeptRecords');
export const DOMAIN_CLOCK = Symbol('DomainClock');
export const CATALOGUE = Symbol('EventCatalogue');
export const INSTALLATION = Symbol('Installation');
