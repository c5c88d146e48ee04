/** The domain clock: what time it is for the rules. Never backwards. */
export interface DomainClock {
  /** Instant with milliseconds and Z. */
  now(): string;
}

/** The domain clock of a live installation: the machine's own time. */
export const systemClock: DomainClock = { now: () => new Date().toISOString() };
