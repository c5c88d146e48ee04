import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openKeptFile } from '@app/nest';

/** A whole server in a process of its own. */
export interface ServerProcess {
  readonly pid: number;
  readonly url: string;
  /** Everything that it has said so far. */
  output(): string;
  /** Resolves when it has said this; rejects when it ends before. */
  says(text: string): Promise<void>;
  /** Stands still, as a machine does that has no memory or no processor left, until it goes on. */
  pause(): void;
  goOn(): void;
  /** Sends a signal. @returns how it ended */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<Ending>;
  readonly ended: Promise<Ending>;
}

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const ROOT = join(__dirname, '..', '..');
const READY = 'Casework is ready';
const running = new Set<ServerProcess>();

/** Starts `apps/casework` from its sources on a free port; `--found example` unless other arguments are given. Not ready yet: await `says`. */
export async function launchServer(
  environment: NodeJS.ProcessEnv,
  args: readonly string[] = ['--found', 'example'],
): Promise<ServerProcess> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ['-r', join(ROOT, 'test', 'from-sources.cjs'), join(ROOT, 'apps', 'casework', 'src', 'main.ts'), ...args],
    {
      cwd: ROOT,
      env: { ...process.env, CASEWORK_REQUESTS_PER_MINUTE: '0', CASEWORK_LOG_LEVEL: 'warn', ...environment, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  const watchers = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      for (const watch of watchers) watch();
    });
  }
  const ended = once(child, 'close').then(([code, signal]: unknown[]) => ({ code, signal }) as Ending);
  const server: ServerProcess = {
    pid: child.pid!,
    url: `http://127.0.0.1:${port}`,
    output: () => said,
    says: (text) =>
      Promise.race([
        new Promise<void>((resolve) => {
          const watch = (): void => {
            if (!said.includes(text)) return;
            watchers.delete(watch);
            resolve();
          };
          watchers.add(watch);
          watch();
        }),
        ended.then(() => Promise.reject(new Error(`the server ended before it said "${text}":\n${said}`))),
      ]),
    pause: () => child.kill('SIGSTOP'),
    goOn: () => child.kill('SIGCONT'),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    ended,
  };
  running.add(server);
  void ended.then(() => running.delete(server));
  return server;
}

/** Starts it and waits until it serves. */
export async function startServer(environment: NodeJS.ProcessEnv, args?: readonly string[]): Promise<ServerProcess> {
  const server = await launchServer(environment, args);
  await server.says(READY);
  return server;
}

/** Ends what a failed test has left running. */
export async function endServers(): Promise<void> {
  await Promise.all([...running].map((server) => server.end('SIGKILL')));
}

/** An example installation in a fresh folder begins without the published cases. */
export async function withoutScript(folder: string): Promise<void> {
  const kept = openKeptFile(join(folder, 'kept.db'));
  await kept.put('example/played', '1000000');
  await kept.close();
}

/** A port of the loopback address at which nobody listens. */
export async function freePort(): Promise<number> {
  const listener = createServer().listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  listener.close();
  await once(listener, 'close');
  return port;
}
