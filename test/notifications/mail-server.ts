import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  /** What stands before the `@` of the Message-ID. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  /** As it came over the line, unfolded and decoded as far as these specs need it. */
  readonly source: string;
}

/** What the server says to a recipient: yes, or a reply code. */
type Answer = (to: string) => 'yes' | number;

/** A mail server that says yes, no, not now or nothing at all, goes away and comes back. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Recipients of messages that were not taken. */
  readonly refused: string[] = [];
  answer: Answer = () => 'yes';
  /** Called when a message is here and not yet answered. */
  beforeYes: () => void = () => undefined;
  /** Login that it asks for; absent: none. */
  login: { readonly user: string; readonly password: string } | undefined;
  /** Whether it leaves a new connection without a word. */
  silent = false;
  private server: SMTPServer | undefined;
  private port = 0;

  get url(): string {
    const { user, password } = this.login ?? {};
    return `smtp://${this.login ? `${user}:${password}@` : ''}127.0.0.1:${this.port}`;
  }

  /** At the same port as before. */
  async start(): Promise<void> {
    const server = new SMTPServer({
      disabledCommands: this.login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
      authOptional: this.login === undefined,
      allowInsecureAuth: true,
      closeTimeout: 50,
      onConnect: (_session, done) => {
        if (!this.silent) done();
      },
      onAuth: ({ username, password }, _session, done) => {
        if (username === this.login?.user && password === 'right') done(null, { user: username });
        else done(refusal(535));
      },
      onRcptTo: ({ address }, _session, done) => {
        const answer = this.answer(address);
        if (answer === 'yes') return done();
        this.refused.push(address);
        done(refusal(answer));
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          this.received.push(mailFrom(Buffer.concat(parts).toString(), session.envelope.rcptTo[0]!.address));
          this.beforeYes();
          done();
        });
      },
    });
    server.on('error', () => undefined);
    server.listen(this.port, '127.0.0.1');
    await once(server.server, 'listening');
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(() => resolve()));
  }
}

const refusal = (code: number): Error => Object.assign(new Error('Not for somebody@example.org'), { responseCode: code });

function mailFrom(raw: string, to: string): ReceivedMail {
  const end = raw.indexOf('\r\n\r\n');
  const head = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ');
  const body = raw
    .slice(end + 4)
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, code: string) => String.fromCharCode(parseInt(code, 16)));
  const field = (name: string): string => new RegExp(`^${name}: *(.*)$`, 'im').exec(head)?.[1]?.trim() ?? '';
  return { id: /<([^@>]+)@/.exec(field('Message-ID'))?.[1] ?? '', to, subject: field('Subject'), source: `${head}\n\n${body}` };
}
