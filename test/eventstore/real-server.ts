import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../faults/server';

/** Milliseconds in which a server that is started answers. */
const LIVE_WITHIN = 60_000;

/**
 * The command that starts an EventStoreDB server in the foreground, as one process: `… --insecure --run-projections=None`. Where it listens
 * and where it keeps its data is told to it by `EVENTSTORE_NODE_PORT`, `EVENTSTORE_DB`, `EVENTSTORE_INDEX` and `EVENTSTORE_LOG`.
 */
export const command = process.env['EVENTSTORE_COMMAND'];

/** An EventStoreDB server of its own on an empty log, which can be killed, stopped for a while and started again. */
export class RealServer {
  private readonly folder = mkdtempSync(join(tmpdir(), 'casework-eventstore-'));
  private child!: ChildProcess;
  private said = '';

  private constructor(private readonly port: number) {}

  static async start(): Promise<RealServer> {
    const server = new RealServer(await freePort());
    await server.restart();
    return server;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  async restart(): Promise<void> {
    const mine = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('EVENTSTORE_')));
    this.child = spawn('sh', ['-c', `exec ${command}`], {
      env: {
        ...mine,
        EVENTSTORE_NODE_IP: '127.0.0.1',
        EVENTSTORE_NODE_PORT: String(this.port),
        EVENTSTORE_REPLICATION_IP: '127.0.0.1',
        EVENTSTORE_REPLICATION_PORT: String(await freePort()),
        EVENTSTORE_DB: join(this.folder, 'db'),
        EVENTSTORE_INDEX: join(this.folder, 'index'),
        EVENTSTORE_LOG: join(this.folder, 'log'),
        EVENTSTORE_TELEMETRY_OPTOUT: 'true',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!])
      stream.setEncoding('utf8').on('data', (text: string) => (this.said = (this.said + text).slice(-4_000)));
    for (const until = Date.now() + LIVE_WITHIN; !(await this.live());) {
      if (this.ended || Date.now() > until) throw new Error(`EventStoreDB did not start: ${this.said}`);
      await pause(50);
    }
  }

  async kill(): Promise<void> {
    if (this.ended) return;
    const over = once(this.child, 'close');
    this.child.kill('SIGKILL');
    await over;
  }

  /** Stands still as a whole until it goes on. */
  async freeze(): Promise<void> {
    this.child.kill('SIGSTOP');
  }

  async thaw(): Promise<void> {
    this.child.kill('SIGCONT');
  }

  /** Ends it and removes its data. */
  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get ended(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  private live(): Promise<boolean> {
    return fetch(`http://127.0.0.1:${this.port}/health/live`).then(
      ({ status }) => status === 204,
      () => false,
    );
  }
}

/** What needs a server that can be killed; where no command starts one, it says that it did not run. */
export function describeWithRealServer(what: string, suite: () => void): void {
  if (command !== undefined) return suite();
  it(`EVENTSTORE_COMMAND starts no server: ${what} did not run`, () => {
    process.stderr.write(`NOT RUN: ${what} (EVENTSTORE_COMMAND starts no server)\n`);
  });
}
