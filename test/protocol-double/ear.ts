import { once } from 'node:events';
import { AllStreamSubscription, EventStoreDBClient, Position, START, streamNameFilter } from '@eventstore/db-client';
import { PREFIX } from './callers';

/** What a subscriber was told. */
export type Heard = { kind: 'event'; id: string; position: Position } | { kind: 'caughtUp' } | { kind: 'checkpoint'; position: Position };

interface Listening {
  readonly after?: Position;
  readonly checkpointInterval?: number;
  readonly filtered?: boolean;
  /** Goes on by itself where the server asks a slow consumer to: a real one does so at any time. */
  readonly resubscribing?: boolean;
}

/** Follows the log and tells what was heard, in order. */
export class Ear {
  readonly heard: Heard[] = [];
  private subscription!: AllStreamSubscription;
  private last: Position | undefined;
  private heed = (): void => undefined;

  constructor(
    private readonly client: EventStoreDBClient,
    private readonly listening: Listening,
  ) {
    this.last = listening.after;
    this.subscribe();
  }

  private subscribe(): void {
    const { checkpointInterval = 1, filtered = true, resubscribing = false } = this.listening;
    const checkpointReached = async (_subscription: unknown, position: Position): Promise<void> =>
      this.note({ kind: 'checkpoint', position });
    const filter = filtered ? streamNameFilter({ prefixes: [PREFIX], checkpointInterval, checkpointReached }) : undefined;
    this.subscription = this.client.subscribeToAll({ fromPosition: this.last ?? START, filter });
    this.subscription.on('data', ({ event }) => {
      this.last = event!.position;
      this.note({ kind: 'event', id: event!.id, position: event!.position! });
    });
    this.subscription.on('caughtUp', () => this.note({ kind: 'caughtUp' }));
    this.subscription.on('error', (error: Error & { code?: number }) => resubscribing && error.code === 10 && this.subscribe());
  }

  private note(heard: Heard): void {
    this.heard.push(heard);
    this.heed();
  }

  /** Waits until `enough` holds of what was heard. */
  async until(enough: (heard: readonly Heard[]) => boolean): Promise<void> {
    while (!enough(this.heard)) await new Promise<void>((resolve) => (this.heed = resolve));
  }

  get ids(): string[] {
    return this.heard.flatMap((heard) => (heard.kind === 'event' ? [heard.id] : []));
  }

  /** Rejected with the error in which the subscription ends. */
  get ended(): Promise<never> {
    return once(this.subscription, 'error').then(([error]) => Promise.reject(error as Error));
  }

  stop(): Promise<void> {
    return this.subscription.unsubscribe();
  }
}

export const caughtUp = (heard: readonly Heard[]): boolean => heard.some(({ kind }) => kind === 'caughtUp');
