import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of its own in a folder of its own, reached by a Unix socket; nothing of it remains. */
export interface ThrowawayCluster {
  readonly url: string;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
  /** Ends the connections of clients whose application name begins so, as a network does that is gone. */
  cutOff(application: string): void;
  /** Ends it as a crash does; the folder stays. */
  kill(): Promise<void>;
  /** Starts it again after `kill`, at the same address. */
  restart(): Promise<void>;
}

/** Where this machine keeps PostgreSQL's server, the newest version first in line; `undefined` where it has none. */
export function postgresBinaries(): string | undefined {
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, 'bin')), ...(process.env['PATH'] ?? '').split(':')];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')));
}

/** Starts one, or answers `undefined` where PostgreSQL is not installed. */
export async function startThrowawayCluster(): Promise<ThrowawayCluster | undefined> {
  const binaries = postgresBinaries();
  if (binaries === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'casework-pg-'));
  const data = join(folder, 'data');
  // PostgreSQL refuses to run as root.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, idOf('-u'), idOf('-g'));
  const command = (...words: string[]): [string, string[]] => {
    const [name, ...args] = asRoot ? ['runuser', '-u', 'postgres', '--', ...words] : words;
    return [name!, args];
  };
  const initdb = command(join(binaries, 'initdb'), '-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync');
  execFileSync(...initdb, { cwd: folder, stdio: 'pipe' });

  let server: ChildProcess;
  const start = async (): Promise<void> => {
    const settings = ['fsync=off', 'full_page_writes=off', 'listen_addresses=', 'max_connections=200'].flatMap((setting) => [
      '-c',
      setting,
    ]);
    const watched = command('sh', '-c', WATCHED, folder, join(binaries, 'postgres'), '-D', data, '-k', folder, ...settings);
    server = spawn(...watched, { cwd: folder, stdio: ['pipe', 'ignore', 'pipe'] });
    await readyToAccept(server);
  };
  const end = async (): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.stdin!.end('keep\n');
    await ended;
  };

  await start();
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    cutOff: (application) => {
      const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE starts_with(application_name, '${application}')`;
      const psql = command(join(binaries, 'psql'), '-U', 'postgres', '-h', folder, '-c', cut);
      execFileSync(...psql, { cwd: folder, stdio: 'pipe' });
    },
    kill: end,
    restart: start,
    stop: async () => {
      await end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs the server until its own end, a word on standard input, or the end of whoever started it: then the folder goes too. */
const WATCHED = `exec 3<&0
"$@" & server=$!
( read word <&3
  kill -QUIT $server
  [ "$word" = keep ] || { while kill -0 $server 2>/dev/null; do sleep 0.05; done; rm -rf "$0"; } ) &
wait $server`;

const idOf = (which: '-u' | '-g'): number => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));

function readyToAccept(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr!.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`PostgreSQL did not start: ${said}`)));
  });
}
