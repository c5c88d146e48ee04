import { setTimeout as sleep } from 'node:timers/promises';
import { subjectKey, type Keys } from '@app/access';
import { SubjectErased } from '@app/domain/events';
import { PortRefusal, PositionBeyondEnd, type EventStore, type Position } from '@app/event-store';

type Recorded = readonly { readonly type: string; readonly data: object }[];

/** Milliseconds before a destruction that failed is tried again. */
const AGAIN = 1_000;
const PAGE = 1_000;
/** Events after which it is noted how far erasures were carried out. */
const NOTED_EVERY = 10_000;

/** An erasure that is recorded while the key store does not answer. */
export class ErasureOutstanding extends Error {
  readonly status = 503;
  readonly code = 'erasure-outstanding';
  constructor(cause: unknown) {
    super('The erasure is on record, but the key is not destroyed yet: it will be as soon as the key store answers.', { cause });
  }
}

/** Destroys the keys of erased subjects: as they are recorded, whoever recorded them, and again after a restore (P3). */
export class Erasures {
  private upTo: Position | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly keys: Keys,
  ) {}

  /** Before a caller is answered. @throws ErasureOutstanding; `follow` goes on with it */
  async onRecorded(recorded: Recorded): Promise<void> {
    try {
      await this.carryOut(recorded);
    } catch (error) {
      throw new ErasureOutstanding(error);
    }
  }

  /** Before anything is served: what was erased since these keys were last in use. @throws KeysUnavailable, StoreUnavailable */
  async catchUp(): Promise<void> {
    this.upTo = (await this.keys.erasedUpTo()) as Position | undefined;
    for (;;) {
      const page = await this.pageFrom(this.upTo);
      const fresh = page.filter(({ position }) => position !== this.upTo);
      if (fresh.length === 0) break;
      await this.carryOut(fresh);
      this.upTo = fresh.at(-1)!.position;
    }
    await this.note();
  }

  /** What any process records from now on, and what failed before, until the signal aborts. */
  async follow(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.followOn(signal);
      } catch (error) {
        if (error instanceof PositionBeyondEnd) this.upTo = undefined;
        await sleep(AGAIN, undefined, { signal }).catch(() => undefined);
      }
    }
    await this.note().catch(() => undefined);
  }

  private async followOn(signal: AbortSignal): Promise<void> {
    let seen = 0;
    for await (const { events, position } of this.store.subscribe({ ...(this.upTo !== undefined && { after: this.upTo }), signal })) {
      await this.carryOut(events);
      this.upTo = position;
      seen += events.length;
      if (seen < NOTED_EVERY) continue;
      seen = 0;
      await this.note();
    }
  }

  /** The log may be a restored copy that ends before the place that was noted: then it is read from its start. */
  private async pageFrom(from: Position | undefined) {
    try {
      return await this.store.readAll({ ...(from !== undefined && { from }), limit: PAGE });
    } catch (error) {
      if (from === undefined || !(error instanceof PortRefusal)) throw error;
      this.upTo = undefined;
      return this.store.readAll({ limit: PAGE });
    }
  }

  private async carryOut(recorded: Recorded): Promise<void> {
    for (const { type, data } of recorded) {
      if (type === SubjectErased.type) await this.keys.destroy(subjectKey((data as { subject: string }).subject));
    }
  }

  private async note(): Promise<void> {
    if (this.upTo !== undefined) await this.keys.noteErasedUpTo(this.upTo);
  }
}
