import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FolderClaim } from '@app/event-store';
import { Automation, Commands, ProcessRunner } from '@app/nest';
import { tryLease } from '@app/read-store';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { playExample } from './example/player';
import { readScript } from './example/script';
import { makeLogger } from './logging';
import { openRuntime, type Runtime } from './runtime';
import { makeServer } from './server';
import type { Settings } from './settings';
import { Lead } from './worker/lead';

/** Opens, plays the example where there is one to play, serves until it is told to stop. @throws SettingsInvalid */
export async function serve(settings: Settings, claim: FolderClaim | undefined): Promise<void> {
  const logger = makeLogger(settings.logLevel);
  process.on('unhandledRejection', (error) =>
    logger.error({ error: String((error as Error)?.stack ?? error) }, 'An error that nobody awaited'),
  );
  const runtime = await openRuntime(settings, claim);
  const app = await makeServer(runtime, logger);
  const lead = new Lead(runtime, app.get(ProcessRunner), logger);
  const stopping = new AbortController();
  let starting: Promise<void> = Promise.resolve();
  const shutDown = async (): Promise<void> => {
    await starting.catch(() => undefined);
    await app.close();
    await runtime.decider.idle();
    await lead.stop();
    await runtime.close();
    process.exit(0);
  };
  const stop = (signal: string): void => {
    if (stopping.signal.aborted) return;
    stopping.abort();
    logger.info({ signal }, 'Stopping: commands in flight finish, checkpoints are written');
    void shutDown();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  starting = start(runtime, app, lead, stopping.signal);
  await starting;
}

async function start(runtime: Runtime, app: NestFastifyApplication, lead: Lead, signal: AbortSignal): Promise<void> {
  const { settings, movable: clock, kept, installation } = runtime;
  await lead.start();
  if (clock) {
    const stage = { commands: app.get(Commands), automation: app.get(Automation), clock, kept, tell: console.log };
    await alone(runtime, signal, () => playExample({ ...stage, script: readScript(installation.id), signal }));
  }
  if (signal.aborted) return;
  await app.listen(settings.port, settings.host);
  greet(runtime);
}

/** Of the processes of a scaled-out example one plays it; the others wait until it has been played. */
async function alone({ settings, installation }: Runtime, signal: AbortSignal, play: () => Promise<void>): Promise<void> {
  if (settings.store.kind === 'embedded') return play();
  while (!signal.aborted) {
    const lease = await tryLease(settings.store.database, `example ${installation.id}`);
    if (lease) return play().finally(() => lease.release());
    await sleep(1_000, undefined, { signal }).catch(() => undefined);
  }
}

function greet({ settings, installation, clock }: Runtime): void {
  const { people, roles } = settings.notifications;
  const noAddresses = Object.keys(people).length + Object.keys(roles).length === 0;
  const at = `http://${settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${settings.port}`;
  console.log(
    [
      '',
      `Casework is ready (${installation.mode}; its clock stands at ${clock.now()}).`,
      `  Try commands and queries in the browser   ${at}/docs`,
      `  The journey of Oxfordshire                ${at}/v1/local-areas/931/journey`,
      ...(noAddresses ? ['  What people are told, without addresses   npm run -s casework -- mailbox'] : []),
      ...(settings.issuer ? [] : ['  Sign in with a token from                 npm run -s casework -- token --role case-lead']),
      '',
    ].join('\n'),
  );
}
