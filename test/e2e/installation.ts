import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request, type RequestOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueLocalToken, type TokenClaims } from '@app/access';
import type { Position } from '@app/event-store';
import { Automation, Commands, ProcessRunner } from '@app/nest';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import { makeLogger } from '../../apps/casework/src/logging';
import { openRuntime, type Runtime } from '../../apps/casework/src/runtime';
import { makeServer } from '../../apps/casework/src/server';
import { settingsFrom } from '../../apps/casework/src/settings';
import { Lead } from '../../apps/casework/src/worker/lead';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'HEAD' | 'OPTIONS';
type Headers = Readonly<Record<string, string | string[]>>;

/** An answer with its body as text and, where it is JSON, as what it says. */
export interface Answer {
  /** Method and path. */
  readonly to: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly body: any;
}

export interface Asking {
  readonly method?: Method;
  readonly path: string;
  /** An object is sent as JSON; text and bytes as they are. */
  readonly body?: unknown;
  /** Who asks, by default a case lead; `null`: nobody. */
  readonly claims?: TokenClaims | null;
  readonly headers?: Headers;
}

/** A whole installation in this process, on a folder of its own, without the example played. */
export interface Installation {
  readonly folder: string;
  readonly app: NestFastifyApplication;
  readonly runtime: Runtime;
  readonly commands: Commands;
  readonly automation: Automation;
  /** Where it listens. */
  readonly port: number;
  token(claims: TokenClaims): Promise<string>;
  ask(asking: Asking): Promise<Answer>;
  /** Sends a command as somebody. */
  post(path: string, body: unknown, claims?: TokenClaims, headers?: Headers): Promise<Answer>;
  get(path: string, claims?: TokenClaims, headers?: Headers): Promise<Answer>;
  /** Where the log ends. */
  end(): Promise<Position | undefined>;
  /** Stops as on SIGTERM; the folder stays. */
  stop(): Promise<void>;
  /** Stops, and takes the folder away. */
  clear(): Promise<void>;
}

export interface InstallationOptions {
  readonly folder?: string;
  readonly environment?: NodeJS.ProcessEnv;
  readonly logger?: Logger;
  /** Something else in the place of what was opened. */
  readonly altered?: (runtime: Runtime) => Runtime;
}

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'casework-'));

export async function startInstallation(options: InstallationOptions = {}): Promise<Installation> {
  const { folder = newFolder(), environment = {}, logger = makeLogger('silent'), altered = (runtime: Runtime) => runtime } = options;
  const settings = settingsFrom({ CASEWORK_DATA: folder, CASEWORK_REQUESTS_PER_MINUTE: '0', ...environment }, ['--found', 'example']);
  const opened = await openRuntime(settings);
  const runtime = altered(opened);
  const app = await makeServer(runtime, logger);
  const lead = new Lead(opened, app.get(ProcessRunner), logger);
  await lead.start();
  const tokens = new Map<string, Promise<string>>();
  const token = (claims: TokenClaims): Promise<string> => {
    const key = JSON.stringify(claims);
    const issued = tokens.get(key) ?? issueLocalToken(folder, claims);
    tokens.set(key, issued);
    return issued;
  };
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  const ask = async ({ method = 'GET', path, body, claims = { role: 'case-lead' }, headers = {} }: Asking): Promise<Answer> => {
    const json = typeof body === 'object' && !Buffer.isBuffer(body);
    const authorization = claims ? { authorization: `Bearer ${await token(claims)}` } : {};
    return exchange(
      { agent, port, method, path, headers: { ...authorization, ...(json && { 'content-type': 'application/json' }), ...headers } },
      json ? JSON.stringify(body) : (body as string | Buffer | undefined),
    );
  };
  let stopped = false;
  const stop = async (): Promise<void> => {
    if (stopped) return;
    stopped = true;
    agent.destroy();
    await app.close();
    await runtime.decider.idle();
    await lead.stop();
    await runtime.close();
  };
  return {
    folder,
    app,
    runtime,
    commands: app.get(Commands),
    automation: app.get(Automation),
    token,
    ask,
    post: (path, body, claims, headers) => ask({ method: 'POST', path, body, ...(claims && { claims }), ...(headers && { headers }) }),
    get: (path, claims, headers) => ask({ path, ...(claims && { claims }), ...(headers && { headers }) }),
    port,
    end: () => opened.store.end(),
    stop,
    clear: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** One request over the network. An answer that comes before the whole request was sent is an answer. */
function exchange(options: RequestOptions, body: string | Buffer | undefined): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sending = request({ host: '127.0.0.1', ...options }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        const json = /^application\/(problem\+)?json/.test(String(response.headers['content-type']));
        const headers = response.headers as Record<string, string>;
        const to = `${options.method} ${options.path}`;
        resolve({ to, status: response.statusCode!, headers, text, body: json && text !== '' ? JSON.parse(text) : undefined });
      });
    });
    sending.on('error', reject);
    if (body === undefined) sending.end();
    else {
      if (!sending.hasHeader('content-length')) sending.setHeader('content-length', Buffer.byteLength(body));
      sending.end(body);
    }
  });
}
