/** A person's decision that an instance goes on without an event that cannot be folded into it. Kept by the caller, with its reason. */
export interface SkipDecision {
  readonly fold: string;
  readonly key: string;
  readonly eventId: string;
}

/** The decisions that hold in this process, for every build of a fold: what was skipped once is skipped in a rebuild too. */
export class SkipDecisions {
  private readonly decided = new Set<string>();

  constructor(decisions: Iterable<SkipDecision> = []) {
    for (const decision of decisions) this.add(decision);
  }

  add({ fold, key, eventId }: SkipDecision): void {
    this.decided.add(JSON.stringify([fold, key, eventId]));
  }

  has(fold: string, key: string, eventId: string): boolean {
    return this.decided.size > 0 && this.decided.has(JSON.stringify([fold, key, eventId]));
  }
}
