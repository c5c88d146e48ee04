/** What a stored command is remembered by. */
export interface StoredCommand {
  readonly firstRevision: number;
  readonly count: number;
  readonly bodyDigest: string;
}

/** A stream as folded so far: enough to decide and to append without loading it again. */
export interface Kept<S = unknown> {
  readonly state: S;
  /** -1 while the stream does not exist. */
  readonly revision: number;
  /** Hex digest of its last event, 64 zeros where there is none. */
  readonly tail: string;
  readonly lastRecordedAt: string;
  readonly commands: ReadonlyMap<string, StoredCommand>;
}

/** The most recently used folded states, bounded by number. */
export class KeptStates {
  private readonly states = new Map<string, Kept>();

  /** @param most how many streams are kept; 0 keeps none */
  constructor(readonly most: number) {}

  get(stream: string): Kept | undefined {
    const kept = this.states.get(stream);
    if (kept) {
      this.states.delete(stream);
      this.states.set(stream, kept);
    }
    return kept;
  }

  keep(stream: string, kept: Kept): void {
    if (this.most === 0) return;
    this.states.delete(stream);
    this.states.set(stream, kept);
    if (this.states.size > this.most) this.states.delete(this.states.keys().next().value!);
  }

  drop(stream: string): void {
    this.states.delete(stream);
  }
}
