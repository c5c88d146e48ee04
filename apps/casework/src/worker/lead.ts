import { setTimeout as sleep } from 'node:timers/promises';
import { ProcessRunner } from '@app/nest';
import { tryLease, type Lease } from '@app/read-store';
import type { Logger } from 'pino';
import type { Runtime } from '../runtime';

/** Milliseconds between two tries to lead. */
const AGAIN = 2_000;

/**
 * Read models and processes run in one worker at a time. Embedded, that is this process; scaled out, whoever holds the lease,
 * and another takes over when its connection is gone. Expected revisions, command ids and checkpoints keep it right even if two ran.
 */
export class Lead {
  private readonly stopping = new AbortController();
  private following: Promise<void> = Promise.resolve();
  private leading: Promise<void> = Promise.resolve();

  constructor(
    private readonly runtime: Runtime,
    private readonly processes: ProcessRunner,
    private readonly logger: Logger,
  ) {}

  /** Embedded: resolves when read models and processes run. Scaled out: at once. */
  async start(): Promise<void> {
    const { store } = this.runtime.settings;
    const { foldRunner } = this.runtime;
    foldRunner.onFolded = () => this.processes.wake();
    this.following = this.runtime.erasures.follow(this.stopping.signal);
    if (store.kind === 'embedded') {
      await foldRunner.start();
      this.processes.start();
      return;
    }
    await this.runtime.readStore.prepare(this.runtime.foldRunner.folds);
    if (this.runtime.settings.parts.includes('worker')) this.leading = this.lead(store.database);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await this.processes.stop();
    await this.runtime.foldRunner.stop();
    await Promise.allSettled([this.following, this.leading]);
  }

  private async lead(database: string): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const lease = await tryLease(database, `worker ${this.runtime.installation.id}`).catch(() => undefined);
      if (lease) await this.whileHeld(lease);
      await sleep(AGAIN, undefined, { signal }).catch(() => undefined);
    }
  }

  private async whileHeld(lease: Lease): Promise<void> {
    this.logger.info('This worker leads');
    await this.runtime.foldRunner.start();
    this.processes.start();
    const ended = AbortSignal.any([lease.lost, this.stopping.signal]);
    await new Promise<void>((resolve) => (ended.aborted ? resolve() : ended.addEventListener('abort', () => resolve(), { once: true })));
    await this.processes.stop();
    await this.runtime.foldRunner.stop();
    await lease.release().catch(() => undefined);
    this.logger.info('This worker no longer leads');
  }
}
