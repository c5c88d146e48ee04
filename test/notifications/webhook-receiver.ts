import { createHmac, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedHook {
  readonly id: string;
  readonly timestamp: number;
  /** Whether the signature is that of this body, this id and this time under the secret. */
  readonly genuine: boolean;
  readonly body: any;
  /** What it was answered. */
  readonly status: number;
}

/** A receiver of webhooks, which checks them as docs/operations.md says, written apart from what signs them. */
export class WebhookReceiver {
  readonly received: ReceivedHook[] = [];
  /** Status of the next answer; 0: none at all. */
  answer: (id: string) => number = () => 204;
  private server: Server | undefined;
  private port = 0;

  /** @param secret base64 */
  constructor(private readonly secret: string) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  get taken(): ReceivedHook[] {
    return this.received.filter(({ status }) => status >= 200 && status < 300);
  }

  /** At the same port as before. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const hook = this.hookFrom(request, Buffer.concat(parts).toString());
        this.received.push(hook);
        if (hook.status > 0) response.writeHead(hook.status, { location: '/elsewhere' }).end('not for the log: somebody@example.org');
      });
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  private hookFrom({ headers, url }: IncomingMessage, body: string): ReceivedHook {
    const id = String(headers['webhook-id']);
    const timestamp = Number(headers['webhook-timestamp']);
    const expected = createHmac('sha256', Buffer.from(this.secret, 'base64')).update(`${id}.${timestamp}.${body}`).digest();
    const [version, signature = ''] = String(headers['webhook-signature']).split(',');
    const given = Buffer.from(signature, 'base64');
    const fresh = Math.abs(Date.now() / 1_000 - timestamp) < 300;
    const genuine = version === 'v1' && fresh && given.length === expected.length && timingSafeEqual(given, expected);
    return { id, timestamp, genuine, body: JSON.parse(body), status: url === '/hook' ? this.answer(id) : 404 };
  }
}
