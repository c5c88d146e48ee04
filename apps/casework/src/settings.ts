import { resolve } from 'node:path';
import { notificationSettingsFrom, type NotificationSettings } from './notifications/notification-settings';
import { SettingsInvalid } from './settings-invalid';

export { SettingsInvalid };

/** What runs in this process. */
export type Part = 'api' | 'worker';
const PARTS: readonly Part[] = ['api', 'worker'];

/** How a process is configured, from its environment; `docs/operations.md` lists every variable. */
export interface Settings {
  readonly store: { readonly kind: 'embedded' } | { readonly kind: 'eventstoredb'; readonly url: string; readonly database: string };
  /** Embedded: every file. Scaled out: only the local issuer of an example. */
  readonly folder: string;
  readonly parts: readonly Part[];
  readonly host: string;
  readonly port: number;
  /** Tokens of another issuer; absent: the local issuer of the data folder (example installations only). */
  readonly issuer?: { readonly jwksUrl: string; readonly issuer: string; readonly audience?: string };
  /** Base64 of 32 bytes; absent: a file in the data folder. */
  readonly masterKey?: string;
  readonly keptStates: number;
  /** Per client; 0: no limit. */
  readonly requestsPerMinute: number;
  /** After how many days a read of records is no longer kept; absent: never. */
  readonly readsKeptDays?: number;
  readonly logLevel: string;
  readonly notifications: NotificationSettings;
  /** What an empty log is founded as; absent: an empty log is refused. */
  readonly found?: 'example' | 'live';
}

/** @throws SettingsInvalid */
export function settingsFrom(environment: NodeJS.ProcessEnv, argv: readonly string[] = []): Settings {
  const text = (name: string): string | undefined => environment[name]?.trim() || undefined;
  const required = (name: string, why: string): string => {
    const value = text(name);
    if (value === undefined) throw new SettingsInvalid(`${name} must be set ${why}.`);
    return value;
  };
  const whole = (name: string, fallback: number): number => {
    const value = text(name);
    if (value === undefined) return fallback;
    if (!/^\d{1,9}$/.test(value)) throw new SettingsInvalid(`${name} must be a whole number, not ${value}.`);
    return Number(value);
  };
  const kind = text('CASEWORK_STORE') ?? 'embedded';
  if (kind !== 'embedded' && kind !== 'eventstoredb')
    throw new SettingsInvalid(`CASEWORK_STORE must be embedded or eventstoredb, not ${kind}.`);
  const jwksUrl = text('CASEWORK_JWKS_URL');
  const audience = text('CASEWORK_AUDIENCE');
  const masterKey = text('CASEWORK_MASTER_KEY');
  const readsKeptDays = whole('CASEWORK_READS_KEPT_DAYS', 0);
  const found = foundingFrom(argv);
  const host = text('CASEWORK_HOST') ?? '127.0.0.1';
  const port = whole('PORT', 3000);
  const servedAt = `http://${host === '0.0.0.0' ? 'localhost' : host}:${port}`;
  return {
    store:
      kind === 'embedded'
        ? { kind }
        : {
            kind,
            url: required('EVENTSTORE_URL', 'where the store is EventStoreDB'),
            database: required('DATABASE_URL', 'where the store is EventStoreDB: read models and keys are in PostgreSQL'),
          },
    folder: resolve(text('CASEWORK_DATA') ?? 'data'),
    parts: partsFrom(text('CASEWORK_PARTS')),
    host,
    port,
    ...(jwksUrl !== undefined && {
      issuer: { jwksUrl, issuer: required('CASEWORK_ISSUER', 'with CASEWORK_JWKS_URL'), ...(audience !== undefined && { audience }) },
    }),
    ...(masterKey !== undefined && { masterKey }),
    keptStates: whole('CASEWORK_KEPT_STATES', 5_000),
    requestsPerMinute: whole('CASEWORK_REQUESTS_PER_MINUTE', 60_000),
    ...(readsKeptDays > 0 && { readsKeptDays }),
    logLevel: text('CASEWORK_LOG_LEVEL') ?? (kind === 'embedded' ? 'warn' : 'info'),
    notifications: notificationSettingsFrom(text('CASEWORK_NOTIFICATIONS'), environment, servedAt),
    ...(found !== undefined && { found }),
  };
}

function partsFrom(text: string | undefined): readonly Part[] {
  if (text === undefined) return PARTS;
  const parts = text.split(',').map((part) => part.trim());
  const unknown = parts.find((part) => !PARTS.includes(part as Part));
  if (unknown !== undefined) throw new SettingsInvalid(`CASEWORK_PARTS knows ${PARTS.join(' and ')}, not ${unknown}.`);
  return parts as Part[];
}

function foundingFrom(argv: readonly string[]): 'example' | 'live' | undefined {
  const at = argv.indexOf('--found');
  if (at < 0) return undefined;
  const mode = argv[at + 1];
  if (mode !== 'example' && mode !== 'live') throw new SettingsInvalid('--found takes example or live.');
  return mode;
}
