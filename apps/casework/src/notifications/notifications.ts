import { join } from 'node:path';
import type { Telling } from '@app/automation/notifications/telling';
import { uuidV5, type DomainClock, type Outbox, type OutboxMessage } from '@app/nest';
import type { ReadStore } from '@app/read-store';
import { Composer, type Composed } from './composer';
import { Deliveries } from './deliveries';
import { MailSender } from './email';
import { Mailbox } from './mailbox';
import { addressesOf, recipientsOf, type NotificationSettings } from './notification-settings';
import { NO_ADDRESS, Undelivered } from './undelivered';
import { postWebhook } from './webhook';

export interface NotificationsOptions {
  readonly installation: { readonly id: string };
  readonly settings: NotificationSettings;
  readonly outbox: Outbox;
  readonly readStore: ReadStore;
  readonly clock: DomainClock;
  /** Where the mailbox is. */
  readonly folder: string;
}

/** Tells people: queues what the processes want told, once for each recipient and way, and delivers it apart from them (E7). */
export class Notifications {
  private readonly deliveries: Deliveries;
  private readonly mail: MailSender | undefined;
  private readonly mailbox: Mailbox;
  private begins: Promise<string> | undefined;

  constructor(private readonly options: NotificationsOptions) {
    const { installation, settings, outbox, readStore, clock, folder } = options;
    const domain = `${installation.id}.casework`;
    this.mail = settings.mail && new MailSender(settings.mail, domain, settings.retry.answerWithinSeconds * 1_000);
    this.mailbox = new Mailbox(join(folder, 'mailbox'), domain);
    const composer = new Composer(readStore, settings);
    this.deliveries = new Deliveries({
      outbox,
      clock,
      retry: settings.retry,
      compose: (telling) => composer.compose(telling),
      hand: (message, composed) => this.hand(message, composed),
    });
  }

  /** Queues a telling. @returns whether it is new; what came to be told before the outbox began is told to nobody */
  async tell(telling: Telling): Promise<boolean> {
    const { installation, settings, outbox, clock } = this.options;
    this.begins ??= outbox.begins();
    this.begins.catch(() => (this.begins = undefined));
    if (telling.at < (await this.begins)) return false;
    const messages = recipientsOf(settings, telling).map((to) => ({
      ...to,
      id: uuidV5(['notification', installation.id, telling.id, to.recipient, to.channel]),
    }));
    const queued = await outbox.queue({ id: telling.id, about: telling.about, body: telling, messages }, clock.now());
    if (queued) this.deliveries.wake();
    return queued;
  }

  /** @param alone nobody else can be delivering */
  start(how: { readonly alone: boolean }): void {
    this.deliveries.start(how);
  }

  stop(): Promise<void> {
    return this.deliveries.stop();
  }

  /** Delivers a parked message once more, or everything that is parked. @returns how many there are */
  async retry(message?: string): Promise<number> {
    const released = await this.options.outbox.release(message);
    if (released > 0) this.deliveries.wake();
    return released;
  }

  private async hand({ id, channel, recipient, telling }: OutboxMessage<Telling>, { subject, text, fields }: Composed): Promise<void> {
    if (channel === 'mailbox') return this.mailbox.put({ id, recipient, subject, text });
    const { email, webhook } = addressesOf(this.options.settings, recipient);
    if (channel === 'email') {
      if (!this.mail || email === undefined) throw new Undelivered('never', NO_ADDRESS);
      return this.mail.send({ id, to: email, subject, text });
    }
    if (webhook === undefined) throw new Undelivered('never', NO_ADDRESS);
    const body = JSON.stringify({ id, type: typeOf(telling), timestamp: telling.at, data: fields });
    await postWebhook(webhook, id, body, this.options.settings.retry.answerWithinSeconds * 1_000);
  }
}

const typeOf = ({ kind }: Telling): string => (kind === 'reminder' ? 'requirement.reminder' : `escalation.${kind}`);
