import { once } from 'node:events';
import { AllStreamSubscription, EventStoreDBClient, Position, START, streamNameFilter } from '@eventstore/db-client';
import { PREFIX } from './callers';

/** What a subscriber was told. */
export type Heard = { kind: 'event'; id: string; position: Position } | { kind: 'caughtUp' } | { kind: 'checkpoint'; position: Position };

/** Follows the log and tells what was heard, in order. */
export class Ear {
  readonly heard: Heard[] = [];
  private readonly subscription: AllStreamSubscription;

  constructor(client: EventStoreDBClient, options: { after?: Position; checkpointInterval?: number; filtered?: boolean }) {
    const { after = START, checkpointInterval = 1, filtered = true } = options;
    const checkpointReached = async (_subscription: unknown, position: Position): Promise<void> =>
      this.note({ kind: 'checkpoint', position });
    const filter = filtered ? streamNameFilter({ prefixes: [PREFIX], checkpointInterval, checkpointReached }) : undefined;
    this.subscription = client.subscribeToAll({ fromPosition: after, filter });
    this.subscription.on('data', ({ event }) => this.note({ kind: 'event', id: event!.id, position: event!.position! }));
    this.subscription.on('caughtUp', () => this.note({ kind: 'caughtUp' }));
    this.subscription.on('error', () => undefined);
  }

  private note(heard: Heard): void {
    this.heard.push(heard);
    this.subscription.emit('heard');
  }

  /** Waits until `enough` holds of what was heard. */
  async until(enough: (heard: readonly Heard[]) => boolean): Promise<void> {
    while (!enough(this.heard)) await once(this.subscription, 'heard');
  }

  get ids(): string[] {
    return this.heard.flatMap((heard) => (heard.kind === 'event' ? [heard.id] : []));
  }

  get ended(): Promise<unknown> {
    return once(this.subscription, 'error').then(([error]) => Promise.reject(error as Error));
  }

  stop(): Promise<void> {
    return this.subscription.unsubscribe();
  }
}

export const caughtUp = (heard: readonly Heard[]): boolean => heard.some(({ kind }) => kind === 'caughtUp');
