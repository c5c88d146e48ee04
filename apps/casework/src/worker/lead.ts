import { setTimeout as sleep } from 'node:timers/promises';
import { ProcessRunner } from '@app/nest';
import { tryLease, type Lease } from '@app/read-store';
import type { Logger } from 'pino';
import type { Runtime } from '../runtime';
import { checkFoldedFromThisLog } from './folded-from-this-log';

/** Milliseconds between two tries to lead. */
const AGAIN = 2_000;
/** Milliseconds between two looks at the clock that other processes of an example may have moved. */
const CLOCK_EVERY = 1_000;

/**
 * Read models and processes run in one worker at a time. Embedded, that is this process; scaled out, whoever holds the lease,
 * and another takes over when its connection is gone. Expected revisions, command ids and checkpoints keep it right even if two ran.
 */
export class Lead {
  private readonly stopping = new AbortController();
  private leading: Promise<void> = Promise.resolve();
  private watching: Promise<void> = Promise.resolve();
  private following: Promise<void> = Promise.resolve();

  constructor(
    private readonly runtime: Runtime,
    private readonly processes: ProcessRunner,
    private readonly logger: Logger,
  ) {}

  /**
   * Embedded: resolves when read models and processes run. Scaled out: before they do.
   * @throws SettingsInvalid where the read models are of another log
   */
  async start(): Promise<void> {
    const { settings, store, foldRunner, readStore, freshness, erasures, movable } = this.runtime;
    await readStore.prepare(foldRunner.folds);
    await checkFoldedFromThisLog(store, readStore);
    foldRunner.onFolded = () => this.processes.wake();
    this.following = erasures.follow(this.stopping.signal);
    if (settings.store.kind === 'embedded') {
      await foldRunner.start();
      this.processes.start();
      this.runtime.notifications.start({ alone: true });
    } else {
      const { missingRoles } = readStore;
      if (missingRoles.length > 0)
        this.logger.warn({ missingRoles }, 'Database roles for the views of dashboards are to be made by an operator');
      if (settings.parts.includes('worker')) this.leading = this.lead(settings.store.database);
      if (movable) this.watching = this.again(CLOCK_EVERY, () => movable.catchUp());
    }
    freshness.start();
  }

  async stop(): Promise<void> {
    const { foldRunner, freshness } = this.runtime;
    this.stopping.abort();
    await freshness.stop();
    await this.processes.stop();
    await this.runtime.notifications.stop();
    await foldRunner.stop();
    await Promise.allSettled([this.leading, this.watching, this.following]);
  }

  private lead(database: string): Promise<void> {
    return this.again(AGAIN, async () => {
      const lease = await tryLease(database, `worker ${this.runtime.installation.id}`);
      if (lease) await this.whileHeld(lease);
    });
  }

  /** Again and again until this process stops, whatever goes wrong. */
  private async again(every: number, act: () => Promise<void>): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      await act().catch((error: unknown) => this.logger.warn({ error: String(error) }, 'Not now; trying again'));
      await sleep(every, undefined, { signal }).catch(() => undefined);
    }
  }

  private async whileHeld(lease: Lease): Promise<void> {
    this.logger.info('This worker leads');
    try {
      await this.runtime.foldRunner.start();
      this.processes.start();
      this.runtime.notifications.start({ alone: false });
      const ended = AbortSignal.any([lease.lost, this.stopping.signal]);
      await new Promise<void>((resolve) => (ended.aborted ? resolve() : ended.addEventListener('abort', () => resolve(), { once: true })));
    } finally {
      await this.processes.stop();
      await this.runtime.notifications.stop();
      await this.runtime.foldRunner.stop();
      await lease.release().catch(() => undefined);
      this.logger.info('This worker no longer leads');
    }
  }
}
