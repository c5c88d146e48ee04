import 'reflect-metadata';
import { FolderInUse } from '@app/event-store';
import { ProcessRunner } from '@app/nest';
import { Automation } from '@app/nest';
import { Commands } from '@app/nest';
import { playExample } from './example/player';
import { readScript } from './example/script';
import { makeLogger } from './logging';
import { openRuntime, type Runtime } from './runtime';
import { makeServer } from './server';
import { SettingsInvalid, settingsFrom } from './settings';
import { Lead } from './worker/lead';

/** Opens, plays the example where there is one to play, serves until it is told to stop. */
async function main(): Promise<void> {
  const settings = settingsFrom(process.env, process.argv.slice(2));
  const logger = makeLogger(settings.logLevel);
  process.on('unhandledRejection', (error) =>
    logger.error({ error: String((error as Error)?.stack ?? error) }, 'An error that nobody awaited'),
  );
  const runtime = await openRuntime(settings);
  const app = await makeServer(runtime, logger);
  const lead = new Lead(runtime, app.get(ProcessRunner), logger);
  let stopping: Promise<void> | undefined;
  const stop = (signal: string): void => {
    stopping ??= shutDown();
    logger.info({ signal }, 'Stopping: commands in flight finish, checkpoints are written');
  };
  const shutDown = async (): Promise<void> => {
    await app.close();
    await runtime.decider.idle();
    await lead.stop();
    await runtime.close();
    process.exit(0);
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  await lead.start();
  if (runtime.movable) {
    await playExample({
      commands: app.get(Commands),
      automation: app.get(Automation),
      clock: runtime.movable,
      kept: runtime.kept,
      tell: console.log,
      script: readScript(runtime.installation.id),
    });
  }
  await app.listen(settings.port, settings.host);
  greet(runtime);
}

function greet({ settings, installation, clock }: Runtime): void {
  const at = `http://${settings.host === '0.0.0.0' ? 'localhost' : settings.host}:${settings.port}`;
  console.log(
    [
      '',
      `Casework is ready (${installation.mode}; its clock stands at ${clock.now()}).`,
      `  Try commands and queries in the browser   ${at}/docs`,
      `  The journey of Oxfordshire                ${at}/v1/local-areas/931/journey`,
      ...(settings.issuer ? [] : ['  Sign in with a token from                 npm run -s casework -- token --role case-lead']),
      '',
    ].join('\n'),
  );
}

main().catch((error: unknown) => {
  if (error instanceof SettingsInvalid || error instanceof FolderInUse) console.error(error.message);
  else console.error(error);
  process.exit(1);
});
