import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { processes } from '@app/automation';
import { features } from '@app/domain';
import * as events from '@app/domain/events';
import { declarationsIn, EventCatalogue } from '@app/event-sourcing';
import { chained, GENESIS, StoredMeta, type EventStore, type RecordedEvent } from '@app/event-store';
import { Decider, FoldRunner, ProcessRunner, type CommandRequest, type DomainClock } from '@app/nest';
import { openReadStore, type ReadStore } from '@app/read-store';
import canonicalize from 'canonicalize';
import type { Entry, Taken, Told, World } from './world';

const catalogue = new EventCatalogue(declarationsIn(events));
const byCommand = new Map(features.map((feature) => [feature.command, feature]));
const never = new Promise<never>(() => undefined);

/** What outlives a worker: the log, the outbox, the clock, and the folder with what it had folded and settled. */
export class Place {
  readonly told = new Map<string, Told>();
  readonly clock: DomainClock & { at: string } = { at: '', now: () => this.clock.at };
  readonly decider: Decider;

  constructor(
    readonly folder: string,
    readonly store: EventStore,
  ) {
    this.decider = new Decider({
      store,
      catalogue,
      clock: this.clock,
      sealing: {
        seal: (_shape, data) => data,
        digest: (_shape, body) => createHash('sha256').update(canonicalize(body)!).digest('hex'),
      },
      build: 'model',
      patience: 60_000,
    });
  }

  /** Puts on record what was there before a history began. */
  async begin({ log, taken }: World): Promise<void> {
    const before = log.slice(0, log.length).filter(({ meta }) => meta.who === 'u-1');
    this.clock.at = taken[0]?.now ?? before[0]!.meta.recordedAt;
    for (const { event, meta } of before) {
      const metadata = {
        v: 1 as const,
        who: meta.who,
        role: meta.role,
        recordedAt: meta.recordedAt,
        effectiveOn: meta.effectiveOn,
        commandId: '36a6676b-3367-56a3-b72e-fe3c9ea8b383',
        bodyDigest: '0'.repeat(64),
        $correlationId: '36a6676b-3367-56a3-b72e-fe3c9ea8b383',
        $causationId: '36a6676b-3367-56a3-b72e-fe3c9ea8b383',
        schemaVersion: catalogue.declarationOf(event.type).version,
        build: 'model',
      };
      const link = { prev: GENESIS, stream: meta.stream, revision: 0, type: event.type, data: event.data as never, metadata };
      await this.store.append(meta.stream, 'no-stream', [chained(link).event]);
    }
  }

  /** A person asks, as in the world that it was taken from. */
  async ask({ now, command, to, actor }: Taken): Promise<void> {
    this.clock.at = now;
    await this.decider.handle({ feature: byCommand.get(command.constructor as never)!, command, id: to, actor });
  }

  /** Everything on record, as a fold meets it. */
  async entries(): Promise<Entry[]> {
    const found: RecordedEvent[] = [];
    for (;;) {
      const last = found.at(-1)?.position;
      const page = await this.store.readAll(last === undefined ? { limit: 1_000 } : { from: last, limit: 1_001 });
      const fresh = page.filter(({ position }) => position !== last);
      if (fresh.length === 0) return found.map((stored) => ({ event: catalogue.read(stored), meta: new StoredMeta(stored) }));
      found.push(...fresh);
    }
  }
}

/** The real worker: fold runner, process runner and read store on a place. It dies at one of its commands, before or after it is stored. */
export class MortalWorker {
  private readonly folds: FoldRunner;
  private readonly runner: ProcessRunner;
  private dead = false;
  private die!: () => void;
  private readonly death = new Promise<'dead'>((resolve) => {
    this.die = () => {
      this.dead = true;
      resolve('dead');
    };
  });

  private constructor(
    private readonly place: Place,
    private readonly readStore: ReadStore,
    private commandsLeft: number,
    private readonly stored: boolean,
  ) {
    const { store, clock, decider, told } = place;
    this.folds = new FoldRunner({ store, readStore, folds: processes, batch: 50 });
    this.runner = new ProcessRunner({
      store,
      readStore,
      processes,
      features,
      clock,
      send: (request) => this.mortally(() => decider.handle(request as CommandRequest)),
      tell: (telling) =>
        this.mortally(async () => {
          const { id } = telling as Told;
          const fresh = !told.has(id);
          if (fresh) told.set(id, telling as Told);
          return fresh;
        }),
    });
  }

  /** @param commands after how many it dies; @param stored whether the last one reaches the log */
  static async start(place: Place, commands = Infinity, stored = true): Promise<MortalWorker> {
    const readStore = await openReadStore({ sqlite: join(place.folder, 'reading.db'), catalogue });
    const worker = new MortalWorker(place, readStore, commands, stored);
    await worker.folds.start();
    return worker;
  }

  /** Until nothing more follows. @returns whether it has lived to see it */
  async settled(): Promise<boolean> {
    return (await Promise.race([this.death, this.settling()])) !== 'dead';
  }

  /** What it had not settled is gone with it. */
  async gone(): Promise<void> {
    this.die();
    await this.place.decider.idle();
    await this.folds.stop();
    await this.readStore.close();
  }

  private async settling(): Promise<void> {
    for (;;) {
      const caughtUp = await this.folds.caughtUp();
      const { answered, waiting } = await this.runner.ask();
      if (this.dead) await never;
      if (caughtUp && !waiting && answered === 0) return;
    }
  }

  private async mortally<T>(work: () => Promise<T>): Promise<T> {
    if (this.dead) return never;
    this.commandsLeft -= 1;
    const last = this.commandsLeft === 0;
    if (last && !this.stored) this.die();
    if (this.dead) return never;
    const answer = await work();
    if (last) this.die();
    return this.dead ? never : answer;
  }
}
