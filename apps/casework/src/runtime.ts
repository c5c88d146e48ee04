import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  KeyUnreadable,
  Keys,
  masterKeyFrom,
  masterKeyIn,
  MasterKeyInvalid,
  openAuthenticator,
  openKeys,
  Sealer,
  type Authenticator,
} from '@app/access';
import { processes } from '@app/automation';
import { features } from '@app/domain';
import * as events from '@app/domain/events';
import { FoundInstallation } from '@app/domain/installation/found-installation/found-installation.command';
import { declarationsIn, EventCatalogue, streamName, type Process, type Projection } from '@app/event-sourcing';
import { claimFolder, openEmbeddedEventStore, StoreUnavailable, type EventStore, type FolderClaim } from '@app/event-store';
import { openEventStoreDb } from '@app/event-store/eventstoredb';
import {
  clockMemory,
  Decider,
  FoldRunner,
  Freshness,
  Metrics,
  MovableClock,
  openKeptFile,
  openKeptSchema,
  openKeptTablesFile,
  openKeptTablesSchema,
  Outbox,
  ReadLog,
  systemClock,
  type DomainClock,
  type KeptRecords,
} from '@app/nest';
import { openReadStore, type ReadStore, type SkipDecision } from '@app/read-store';
import { projections } from '@app/reporting';
import { databaseViews } from './database-views';
import { Erasures } from './erasures';
import { Notifications } from './notifications/notifications';
import { SettingsInvalid, type Settings } from './settings';

/** Midnight of the day on which the notice of the grant programme was published: where the clock of an example begins. */
export const EXAMPLE_BEGINS = '2021-09-01T23:00:00.000Z';
/** Named in every event. */
export const BUILD = process.env.CASEWORK_BUILD ?? 'casework-0.1.0';

export const catalogue = new EventCatalogue(declarationsIn(events));
export const folds: readonly (Projection | Process)[] = [...projections, ...processes];

/** Everything that a process has open. */
export interface Runtime {
  readonly settings: Settings;
  readonly installation: { readonly id: string; readonly mode: 'example' | 'live' };
  readonly store: EventStore;
  readonly readStore: ReadStore;
  readonly keys: Keys;
  readonly erasures: Erasures;
  readonly kept: KeptRecords;
  readonly outbox: Outbox;
  readonly notifications: Notifications;
  /** Who looked at what. */
  readonly readLog: ReadLog;
  readonly sealer: Sealer;
  readonly authenticator: Authenticator;
  /** Present in an example only. */
  readonly movable?: MovableClock;
  readonly clock: DomainClock;
  readonly decider: Decider;
  readonly foldRunner: FoldRunner;
  readonly freshness: Freshness;
  readonly metrics: Metrics;
  close(): Promise<void>;
}

/** Opens the stores, checks that they belong together, founds an empty log if that was asked. @throws SettingsInvalid, FolderInUse */
export async function openRuntime(settings: Settings, claimed?: FolderClaim): Promise<Runtime> {
  const opened: (() => Promise<void> | void)[] = [];
  const closing = <T>(thing: T, close: () => Promise<void> | void): T => {
    opened.push(close);
    return thing;
  };
  const close = async (): Promise<void> => {
    for (const undo of opened.reverse()) await undo();
  };
  try {
    const { store: where } = settings;
    mkdirSync(settings.folder, { recursive: true, mode: 0o700 });
    if (where.kind === 'embedded') {
      const claim = claimed ?? claimFolder(settings.folder);
      closing(claim, () => claim.release());
    }
    const store = await openStore(settings);
    closing(store, () => store.close());
    const found = await installationOf(store);
    const mode = found?.mode ?? settings.found;
    if (mode === undefined) throw new SettingsInvalid('The log is empty. Found it once: start with --found live, or with --found example.');
    if (mode === 'live' && settings.issuer === undefined) {
      throw new SettingsInvalid('A live installation does not trust the local issuer: set CASEWORK_JWKS_URL and CASEWORK_ISSUER.');
    }
    const kept = await openKeptOf(settings);
    closing(kept, () => kept.close());
    const keys = await openKeysOf(settings);
    closing(keys, () => keys.close());
    const sealer = new Sealer(keys);
    const erasures = new Erasures(store, keys);

    const movable = mode === 'example' ? await MovableClock.open(clockMemory(kept), await lastRecordedAt(store)) : undefined;
    const clock = movable ?? systemClock;
    const decider = new Decider({
      store,
      catalogue,
      clock,
      sealing: sealer,
      build: BUILD,
      keptStates: settings.keptStates,
      afterAppend: (recorded) => erasures.onRecorded(recorded),
    });
    closing(decider, () => decider.idle());
    const installation = found ?? (await foundAs(decider, store, mode));
    await claimAll(installation.id, keys, kept);
    await erasures.catchUp();

    const skipped = [...(await kept.startingWith('skip/')).values()].map((decision) => JSON.parse(decision) as SkipDecision);
    const readStore = await openReadStore({
      ...(where.kind === 'embedded' ? { sqlite: join(settings.folder, 'reading.db') } : { postgres: where.database, schema: 'reading' }),
      catalogue,
      skipped,
      views: databaseViews,
    });
    closing(readStore, () => readStore.close());
    await readStore.claim(installation.id);
    const tables = where.kind === 'embedded' ? openKeptTablesFile(join(settings.folder, 'kept.db')) : openKeptTablesSchema(where.database);
    closing(tables, () => tables.close());
    const outbox = await Outbox.open(tables, clock.now());
    const { folder, notifications: told } = settings;
    const notifications = new Notifications({ installation, settings: told, outbox, readStore, clock, folder });
    const metrics = new Metrics();
    const readLog = await openReadLog(settings, metrics);
    closing(readLog, () => readLog.close());
    const authenticator = await openAuthenticator(settings.issuer ?? { localIssuer: settings.folder });
    const foldRunner = new FoldRunner({ store, readStore, folds });
    return {
      settings,
      installation,
      store,
      readStore,
      keys,
      erasures,
      kept,
      outbox,
      notifications,
      readLog,
      sealer,
      authenticator,
      ...(movable && { movable }),
      clock,
      decider,
      foldRunner,
      freshness: new Freshness(store, readStore),
      metrics,
      close,
    };
  } catch (error) {
    await close();
    throw error instanceof StoreUnavailable ? new SettingsInvalid(unanswered(settings, error)) : error;
  }
}

const notReached = (what: string, setting: string): string =>
  `${what} cannot be reached: see that it runs and that ${setting} is right, and start again`;

const unanswered = ({ store }: Settings, { message }: StoreUnavailable): string =>
  store.kind === 'embedded'
    ? `The log cannot be used: ${message}.`
    : `${notReached('EventStoreDB', 'EVENTSTORE_URL')} (${message.trim()}).`;

/** The first that is asked of PostgreSQL. @throws SettingsInvalid where it does not answer, or refuses what DATABASE_URL says */
async function openKeptOf({ store, folder }: Settings): Promise<KeptRecords> {
  if (store.kind === 'embedded') return openKeptFile(join(folder, 'kept.db'));
  try {
    return await openKeptSchema(store.database);
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    throw new SettingsInvalid(`${notReached('PostgreSQL', 'DATABASE_URL')} (${message || code}).`, { cause: error });
  }
}

async function openStore({ store, folder }: Settings): Promise<EventStore> {
  return store.kind === 'embedded' ? openEmbeddedEventStore(folder) : openEventStoreDb(store.url);
}

/** Entries come in batches: in a file, none waits for the disk. */
function openReadLog({ store, folder, readsKeptDays: keptDays }: Settings, metrics: Metrics): Promise<ReadLog> {
  const tables =
    store.kind === 'embedded' ? openKeptTablesFile(join(folder, 'kept.db'), { synced: false }) : openKeptTablesSchema(store.database);
  return ReadLog.open(tables, { lost: (count) => metrics.readsNotKept(count), ...(keptDays !== undefined && { keptDays }) });
}

/** @throws SettingsInvalid where the master key is none, or not the one under which the keys are kept */
async function openKeysOf({ store, folder, masterKey: configured }: Settings): Promise<Keys> {
  const embedded = store.kind === 'embedded';
  try {
    const masterKey = embedded && configured === undefined ? masterKeyIn(folder) : masterKeyFrom(configured);
    return await openKeys({ ...(embedded ? { sqlite: join(folder, 'keys.db') } : { postgres: store.database }), masterKey });
  } catch (error) {
    if (error instanceof MasterKeyInvalid || error instanceof KeyUnreadable) throw new SettingsInvalid(error.message);
    throw error;
  }
}

/** What the first event of the log says. @throws SettingsInvalid where the log is somebody else's */
export async function installationOf(store: EventStore): Promise<{ id: string; mode: 'example' | 'live' } | undefined> {
  const [first] = await store.readAll({ limit: 1 });
  if (!first) return undefined;
  if (first.type !== 'InstallationFounded') throw new SettingsInvalid(`The log begins with ${first.type}: it is not one of this system.`);
  return { id: first.stream.slice('installation-'.length), mode: first.data.mode as 'example' | 'live' };
}

/** Where the clock of an example was at least: it never goes back behind what is recorded. */
async function lastRecordedAt(store: EventStore): Promise<string> {
  const [last] = await store.readAll({ limit: 1, direction: 'backwards' });
  return last === undefined ? EXAMPLE_BEGINS : String(last.metadata.recordedAt);
}

/** Two processes may found one log at once: what the first event says is the installation of both. */
async function foundAs(decider: Decider, store: EventStore, mode: 'example' | 'live'): Promise<Runtime['installation']> {
  const feature = features.find(({ command }) => command === FoundInstallation)!;
  const command = Object.assign(new FoundInstallation(), { mode });
  await decider.handle({ feature, command, id: randomUUID().replaceAll('-', ''), actor: { who: 'process:start', role: 'system' } });
  return (await installationOf(store))!;
}

async function claimAll(installation: string, keys: Keys, kept: KeptRecords): Promise<void> {
  await keys.claim(installation);
  const stored = await kept.get('installation');
  if (stored !== undefined && stored !== installation)
    throw new SettingsInvalid(`kept belongs to the installation ${stored}, not to ${installation}.`);
  if (stored === undefined) await kept.put('installation', installation);
}

/** `installation-{id}`. */
export const installationStreamOf = ({ installation }: Runtime): string => streamName({ category: 'installation' }, installation.id);
