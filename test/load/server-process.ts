import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { issueLocalToken } from '@app/access';
import type { Role } from '@app/domain/roles';
import { scripts } from '../../package.json';

const MAIN = join(__dirname, '../../dist/apps/casework/src/main.js');
/** As in `npm run start:server`. */
const FLAGS = scripts['start:server'].split(' ').filter((word) => word.startsWith('--'));
/** Milliseconds for which a process is watched, and how much of a core it may take and still count as idle. */
const WATCHED = 2_000;
const IDLE = 0.1;
/** The kernel counts CPU time in hundredths of a second. */
const TICK = 10;

/** The built server in a process of its own, on a data folder that was founded before. */
export class ServerProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly url: string,
    private readonly tokens: ReadonlyMap<Role, string>,
    /** Milliseconds from the start of the process to its first answer. */
    readonly firstAnswerAfter: number,
  ) {}

  /** Starts, and asks one question again and again until it is answered. */
  static async start(folder: string, question: string): Promise<ServerProcess> {
    const port = await freePort();
    const tokens = new Map<Role, string>();
    for (const role of ['case-lead', 'contract-manager'] as const) tokens.set(role, await issueLocalToken(folder, { role }));
    const started = performance.now();
    const environment = { CASEWORK_DATA: folder, CASEWORK_REQUESTS_PER_MINUTE: '0', CASEWORK_LOG_LEVEL: 'warn', PORT: String(port) };
    const child = spawn(process.execPath, [...FLAGS, MAIN], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    process.once('exit', () => child.kill('SIGKILL'));
    const url = `http://127.0.0.1:${port}`;
    const answered = async (): Promise<boolean> => {
      if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}`);
      const headers = { authorization: `Bearer ${tokens.get('case-lead')}` };
      return fetch(url + question, { headers }).then(
        (answer) => answer.text().then(() => answer.ok),
        () => false,
      );
    };
    while (!(await answered())) await sleep(10);
    return new ServerProcess(child, url, tokens, performance.now() - started);
  }

  /** @returns milliseconds until it was answered. @throws Error for an answer that is no success */
  async ask(path: string, body?: object): Promise<number> {
    const began = performance.now();
    const role = body === undefined ? 'case-lead' : 'contract-manager';
    const answer = await fetch(this.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${this.tokens.get(role)}`, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`);
    return performance.now() - began;
  }

  /** Resident memory in MB: now, and at its most. */
  get memory(): { readonly now: number; readonly most: number } {
    const status = readFileSync(`/proc/${this.child.pid}/status`, 'utf8');
    const megabytes = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1_024;
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  }

  /** Waits until it has nothing left to do: everything is folded, and every process has been asked. */
  async idle(): Promise<void> {
    for (let before = this.cpu(); ;) {
      await sleep(WATCHED);
      const after = this.cpu();
      if ((after - before) / WATCHED < IDLE && !(await this.behind())) return;
      before = after;
    }
  }

  private async behind(): Promise<boolean> {
    const metrics = await fetch(`${this.url}/metrics`);
    return /^casework_fold_behind\{.*\} 1$/m.test(await metrics.text());
  }

  /** Stops as on SIGTERM. */
  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }

  /** Milliseconds of CPU time that it has taken. */
  private cpu(): number {
    const fields = readFileSync(`/proc/${this.child.pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
