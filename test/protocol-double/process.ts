import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Faults } from './faults';
import type { ProtocolDoubleOptions } from './protocol-double';
import type { Request } from './serve';

type Ordered =
  'notReady' | 'notLeader' | 'becomeLeader' | 'latency' | 'slowWrites' | 'nextAppends' | 'consumersTooSlow' | 'limitLiveBuffer' | 'clear';

/** The faults of a protocol double in another process; each holds when its promise is settled. */
export type RemoteFaults = { readonly [Fault in Ordered]: (...given: Parameters<Faults[Fault]>) => Promise<void> };

type Message = { readonly port: number } | { readonly number: number };

/**
 * A protocol double in a process of its own: it takes no time from its clients, and can be stopped and killed as a server can.
 * Events are on disk (in the folder given, else in one of its own) and survive a kill.
 */
export class ProtocolDoubleProcess {
  readonly faults: RemoteFaults;
  private child!: ChildProcess;
  private boundPort: number | undefined;
  private asked = 0;
  private readonly waiting = new Map<number, () => void>();
  private readonly folder: string;
  private readonly ownFolder: boolean;

  private constructor(private readonly options: Omit<ProtocolDoubleOptions, 'beside'>) {
    this.ownFolder = options.folder === undefined;
    this.folder = options.folder ?? mkdtempSync(join(tmpdir(), 'protocol-double-'));
    const order =
      (_target: unknown, fault: string | symbol) =>
      (...parameters: unknown[]) =>
        this.ask(String(fault), parameters);
    this.faults = new Proxy({}, { get: order }) as RemoteFaults;
  }

  static async start(options: Omit<ProtocolDoubleOptions, 'beside'> = {}): Promise<ProtocolDoubleProcess> {
    const double = new ProtocolDoubleProcess(options);
    await double.launch();
    return double;
  }

  get port(): number {
    return this.boundPort!;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.port}?tls=false`;
  }

  get pid(): number {
    return this.child.pid!;
  }

  /** Stands still as a whole, connections and keep-alive included. */
  freeze(): void {
    this.child.kill('SIGSTOP');
  }

  thaw(): void {
    this.child.kill('SIGCONT');
  }

  /** kill -9. */
  async kill(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const exited = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await exited;
    this.waiting.forEach((settle) => settle());
    this.waiting.clear();
  }

  /** Kills it if it runs, and starts it on the same port with the same events and without faults. */
  async restart(): Promise<void> {
    await this.kill();
    await this.launch();
  }

  async stop(): Promise<void> {
    await this.kill();
    if (this.ownFolder) rmSync(this.folder, { recursive: true, force: true });
  }

  private async launch(): Promise<void> {
    const root = join(__dirname, '..', '..');
    const options: ProtocolDoubleOptions = { ...this.options, folder: this.folder, port: this.boundPort ?? this.options.port };
    this.child = fork(join(__dirname, 'serve.ts'), [JSON.stringify(options)], {
      cwd: root,
      execArgv: ['-r', join(root, 'test', 'from-sources.cjs')],
      serialization: 'advanced',
    });
    this.boundPort = await new Promise<number>((resolve, reject) => {
      this.child.once('exit', (code) => reject(new Error(`the protocol double ended with ${code}`)));
      this.child.on('message', (message: Message) => {
        if ('port' in message) return resolve(message.port);
        this.waiting.get(message.number)?.();
        this.waiting.delete(message.number);
      });
    });
  }

  private ask(fault: string, parameters: unknown[]): Promise<void> {
    this.asked += 1;
    const request: Request = { number: this.asked, fault, parameters };
    return new Promise((resolve, reject) => {
      this.waiting.set(request.number, resolve);
      this.child.send(request, (error) => error && reject(error));
    });
  }
}

/** Starts a protocol double of EventStoreDB in a process of its own. */
export const startProtocolDoubleProcess = (options?: Omit<ProtocolDoubleOptions, 'beside'>): Promise<ProtocolDoubleProcess> =>
  ProtocolDoubleProcess.start(options);
