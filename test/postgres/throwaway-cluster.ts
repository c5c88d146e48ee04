import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL server of its own in a folder of its own, reached by a Unix socket; nothing of it remains. */
export interface ThrowawayCluster {
  readonly url: string;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
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
  const command = (name: string, args: string[]): [string, string[]] =>
    asRoot ? ['runuser', ['-u', 'postgres', '--', join(binaries, name), ...args]] : [join(binaries, name), args];

  const [initdb, initdbArgs] = command('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  execFileSync(initdb, initdbArgs, { cwd: folder, stdio: 'pipe' });

  let server: ChildProcess;
  const start = async (): Promise<void> => {
    const settings = ['fsync=off', 'full_page_writes=off', 'listen_addresses=', 'max_connections=200'];
    const [postgres, args] = command('postgres', ['-D', data, '-k', folder, ...settings.flatMap((setting) => ['-c', setting])]);
    server = spawn(postgres, args, { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    await readyToAccept(server);
  };
  const end = async (signal: 'SIGINT' | 'SIGQUIT'): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((resolve) => server.once('exit', resolve));
    process.kill(postmaster(data), signal);
    await ended;
  };
  const endWithUs = (): void => {
    if (existsSync(join(data, 'postmaster.pid'))) process.kill(postmaster(data), 'SIGQUIT');
  };

  await start();
  process.once('exit', endWithUs);
  return {
    url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`,
    kill: () => end('SIGQUIT'),
    restart: start,
    stop: async () => {
      process.off('exit', endWithUs);
      await end('SIGINT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const idOf = (which: '-u' | '-g'): number => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8' }));

const postmaster = (data: string): number => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0]);

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
