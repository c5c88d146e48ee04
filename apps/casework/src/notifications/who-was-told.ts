import type { Telling, TellingKind } from '@app/automation/notifications/telling';
import type { Channel, MessageState, Outbox } from '@app/nest';

/** That somebody was told, and what became of the message. */
export interface ToldOne {
  /** Id of the message, as the other side knows it. */
  readonly message: string;
  readonly kind: TellingKind;
  /** Absent for a reminder. */
  readonly level?: number;
  /** Of the highest level told again: how often it had been by then. */
  readonly time?: number;
  /** `person/u-7` or `role/team-leader`. */
  readonly recipient: string;
  readonly channel: Channel;
  readonly state: MessageState;
  /** Instants of the domain clock: when it came to be told, when it was queued, when the other side had taken it over. */
  readonly since: string;
  readonly queuedAt: string;
  readonly deliveredAt?: string;
  readonly attempts: number;
  /** Code of what went wrong last. */
  readonly error?: string;
}

/** Who was told when (E7). */
export class WhoWasTold {
  constructor(private readonly outbox: Outbox) {}

  /** In order. @param stream `escalation-…`, or `requirement-…` for its reminders */
  async toldOf(stream: string): Promise<readonly ToldOne[]> {
    const messages = await this.outbox.toldOf<Telling>(stream);
    return messages.map(({ id, telling, recipient, channel, state, queuedAt, deliveredAt, attempts, error }) => ({
      message: id,
      kind: telling.kind,
      ...(telling.level !== undefined && { level: telling.level }),
      ...(telling.time !== undefined && { time: telling.time }),
      recipient,
      channel,
      state,
      since: telling.at,
      queuedAt,
      ...(deliveredAt !== undefined && { deliveredAt }),
      attempts,
      ...(error !== undefined && { error }),
    }));
  }
}
