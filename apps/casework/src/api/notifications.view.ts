/** That somebody was told of an escalation or reminded of a requirement, and what became of the message (E7). */
export class NotificationRow {
  /** Id of the message: the left part of its Message-ID, or its `webhook-id`. */
  message!: string;
  kind!: 'raised' | 'raised-to-next-level' | 'told-again' | 'reopened' | 'reminder';
  /** Level of the escalation; absent for a reminder. */
  level?: number;
  /** Of the highest level told again: how often it had been by then. */
  time?: number;
  /** `person/` and an opaque id, or `role/` and a role; never an address. */
  recipient!: string;
  channel!: 'email' | 'webhook' | 'mailbox';
  /** `parked`: the other side refused it for good, and the administrator has to look. */
  state!: 'queued' | 'delivered' | 'parked';
  /** When it came to be told: the recording of the event, or the moment for reminding. */
  since!: string;
  queuedAt!: string;
  /** When the other side had taken it over. */
  deliveredAt?: string;
  attempts!: number;
  /** Code of what went wrong last, e.g. `smtp-550`. */
  error?: string;
}

/** Who was told when, in order (E7). */
export class NotificationsAnswer {
  rows!: NotificationRow[];
}

/** A message in the mailbox (E7). */
export class MailboxMessage {
  message!: string;
  /** `person/` and an opaque id, or `role/` and a role. */
  recipient!: string;
  subject!: string;
  text!: string;
  /** Stream that it is about. */
  about!: string;
  queuedAt!: string;
  deliveredAt!: string;
}

/** A page of the mailbox, the newest first. */
export class MailboxAnswer {
  rows!: MailboxMessage[];
  /** Where the next page begins; absent on the last one. */
  nextCursor?: string;
}

/** A message as its operator sees it: no word of what it says. */
export class OutboxRow {
  message!: string;
  /** Stream that it is about. */
  about!: string;
  recipient!: string;
  channel!: 'email' | 'webhook' | 'mailbox';
  state!: 'queued' | 'delivered' | 'parked';
  queuedAt!: string;
  attempts!: number;
  error?: string;
}

/** How the outbox stands, and the newest messages in one state. */
export class OutboxAnswer {
  queued!: number;
  delivered!: number;
  parked!: number;
  /** Of what is queued or parked. */
  oldestUndeliveredSeconds!: number;
  rows!: OutboxRow[];
}

/** How many messages are delivered once more. */
export class RetriedAnswer {
  retried!: number;
}
