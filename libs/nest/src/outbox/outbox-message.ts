export type Channel = 'email' | 'webhook' | 'mailbox';
export type MessageState = 'queued' | 'delivered' | 'parked';

/** To whom and by which way a message goes; never an address. */
export interface MessageTo {
  /** `person/u-7` or `role/team-leader`. */
  readonly recipient: string;
  readonly channel: Channel;
}

export interface QueuedMessage extends MessageTo {
  /** The same for the same telling, recipient and channel, for ever: the other side knows a repetition by it. */
  readonly id: string;
}

/** What people are to be told, as the outbox keeps it. */
export interface QueuedTelling {
  readonly id: string;
  /** Stream that it is about. */
  readonly about: string;
  /** Plain JSON. */
  readonly body: object;
  readonly messages: readonly QueuedMessage[];
}

/** A message and what became of it. */
export interface OutboxMessage<Body = object> extends QueuedMessage {
  readonly telling: Body;
  readonly about: string;
  readonly state: MessageState;
  /** How often it was tried since it was queued or last released by hand. */
  readonly attempts: number;
  /** Instant of the domain clock. */
  readonly queuedAt: string;
  /** Instant of the domain clock at which the other side had said yes. */
  readonly deliveredAt?: string;
  /** Why the last try failed: a code, never the other side's words. */
  readonly error?: string;
  /** As it was sent. */
  readonly subject?: string;
  readonly text?: string;
}

/** Counts of messages, and how long the oldest one that waits has waited, by the wall clock. */
export interface OutboxFigures {
  readonly queued: number;
  readonly delivered: number;
  readonly parked: number;
  readonly oldestUndeliveredSeconds: number;
}

/** The way of one recipient, or of all of them where they share one: it is left in peace as a whole when nobody answers there. */
export const wayOf = ({ recipient, channel }: MessageTo): string => (channel === 'webhook' ? `webhook ${recipient}` : channel);
