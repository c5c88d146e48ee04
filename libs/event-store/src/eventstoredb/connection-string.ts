export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Milliseconds, as the client has it by default. */
const KEEP_ALIVE_TIMEOUT = 10_000;

/**
 * What is to be given with every append, so that the client appends by a call of its own: the connection string's user,
 * or, without TLS, one that the client never sends.
 * @throws Error for a connection with TLS that names no user
 */
export function credentialsIn(connectionString: string): Credentials {
  const [, username, password] = /^[^:]+:\/\/([^:@/?]+):([^@]+)@/.exec(connectionString.trim()) ?? [];
  if (username !== undefined && password !== undefined) {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }
  if (/[?&]tls=false(&|$)/i.test(connectionString)) return { username: 'nobody', password: 'nothing' };
  throw new Error('the connection string of an event store with TLS names a user and a password: esdb://user:password@host:2113');
}

/**
 * The same connection with keep-alive settings of its own. Connections with equal settings share their sockets inside the process,
 * and with them a socket that hangs.
 */
export function unshared(connectionString: string, ordinal: number): string {
  const given = [...connectionString.matchAll(/[?&]keep[_-]?alive[_-]?timeout=(-?\d+)/gi)].at(-1)?.[1];
  if (given === '-1') return connectionString;
  const timeout = Number(given ?? KEEP_ALIVE_TIMEOUT) + ordinal;
  const base = connectionString.trim().replace(/\/+$/, '');
  return `${base}${base.includes('?') ? '&' : '?'}keepAliveTimeout=${timeout}`;
}
