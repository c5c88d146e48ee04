import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { Undelivered } from './undelivered';

export interface Letter {
  readonly id: string;
  /** `person/u-7` or `role/team-leader`. */
  readonly recipient: string;
  readonly subject: string;
  readonly text: string;
}

/** A folder with a file for each message, as any mail program reads it: where nobody has configured anything yet. */
export class Mailbox {
  private readonly composing = createTransport({ streamTransport: true, buffer: true, newline: 'unix' });

  constructor(
    private readonly folder: string,
    private readonly domain: string,
  ) {}

  /** Put twice, a message is there once. @throws Undelivered */
  async put({ id, recipient, subject, text }: Letter): Promise<void> {
    try {
      const [kind, name] = recipient.split('/');
      const { message } = await this.composing.sendMail({
        messageId: `<${id}@${this.domain}>`,
        from: `casework@${this.domain}`,
        to: { name: '', address: `${name}@${kind}.${this.domain}` },
        subject,
        text,
      });
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      const file = join(this.folder, `${id}.eml`);
      await writeFile(`${file}.part`, message as Buffer, { mode: 0o600 });
      await rename(`${file}.part`, file);
    } catch (error) {
      throw new Undelivered('away', 'mailbox-not-written', error);
    }
  }
}
