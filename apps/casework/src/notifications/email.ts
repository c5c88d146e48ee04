import { createTransport } from 'nodemailer';
import type { MailSettings } from './notification-settings';
import { Undelivered } from './undelivered';

export interface Mail {
  /** What stands before the `@` of the Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** A whole exchange with the server may take so many times as long as one answer. */
const ANSWERS = 3;

/** Sends mail over SMTP, a connection for each message. */
export class MailSender {
  private readonly transport;

  /**
   * @param domain what stands behind the `@` of every Message-ID
   * @param answerWithin milliseconds until the server answers at all, and between two answers
   */
  constructor(
    { smtp, from }: MailSettings,
    private readonly domain: string,
    private readonly answerWithin: number,
  ) {
    this.transport = createTransport(
      {
        url: smtp,
        connectionTimeout: answerWithin,
        greetingTimeout: answerWithin,
        socketTimeout: answerWithin,
        dnsTimeout: answerWithin,
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { from },
    );
  }

  /** Resolves when the server has taken the message over. @throws Undelivered */
  async send({ id, to, subject, text }: Mail): Promise<void> {
    try {
      await this.transport.sendMail({
        messageId: `<${id}@${this.domain}>`,
        to: { name: '', address: to },
        subject,
        text,
        headers: { 'Auto-Submitted': 'auto-generated' },
        signal: AbortSignal.timeout(ANSWERS * this.answerWithin),
      } as object);
    } catch (error) {
      throw undelivered(error);
    }
  }
}

/** A refused login is no answer to the message: the server or our account there is not in order. */
function undelivered(error: unknown): Undelivered {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
  if (code === 'EAUTH') return new Undelivered('away', 'smtp-login-refused', error);
  if (responseCode === 421 || responseCode === undefined) return new Undelivered('away', `smtp-${code.toLowerCase()}`, error);
  if (responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')) return new Undelivered('never', `smtp-${responseCode}`, error);
  return new Undelivered(responseCode >= 500 ? 'away' : 'later', `smtp-${responseCode}`, error);
}
