import { resolve } from 'node:path';
import { issueLocalToken } from '@app/access';
import { ROLES } from '@app/domain/roles';
import { Command, InvalidArgumentError, Option } from 'commander';
import { callServer, printJson } from './server-client';
import { verifyFolder } from './verify';

const folder = (): string => resolve(process.env.CASEWORK_DATA ?? 'data');

const list = (text: string): string[] => text.split(',').map((part) => part.trim());

const duration = (text: string): string => {
  if (!/^[1-9]\d{0,4}[hdwm]$/.test(text)) throw new InvalidArgumentError('Say it like 6h, 30d, 2w or 1m.');
  return text;
};

const program = new Command('casework')
  .description(
    'For whoever runs the system. All but token and verify talk to the running server (CASEWORK_URL, by default http://127.0.0.1:3000).',
  )
  .showHelpAfterError();

program
  .command('token')
  .description('Print a token of the local issuer (example installations only)')
  .addOption(new Option('--role <role>', 'who asks').choices([...ROLES]).makeOptionMandatory())
  .option('--who <id>', 'opaque id of the person; by default the role')
  .option('--subject <id>', 'subject id, for an adviser')
  .option('--areas <ids>', 'area ids, for an LA contact', list)
  .option('--on-behalf-of <id>', 'whom the person acts for')
  .option('--hours <count>', 'lifetime', '12')
  .action(async ({ role, who, subject, areas, onBehalfOf, hours }) => {
    const claims = { role, who, subject, areas, onBehalfOf, lifetimeSeconds: Math.round(Number(hours) * 3_600) };
    process.stdout.write(`${await issueLocalToken(folder(), claims)}\n`);
  });

program
  .command('status')
  .description('Every read model and process: how far it is, what is parked')
  .action(async () => printJson(await callServer(folder(), 'GET', '/admin/status')));

const clock = program.command('clock').description('The clock of an example installation');
clock
  .command('advance')
  .description('Move it, from due moment to due moment')
  .argument('<duration>', '6h, 30d, 2w or 1m', duration)
  .action(async (by: string) => printJson(await callServer(folder(), 'POST', '/admin/clock/advance', { by })));

const park = program.command('park').description('What waits behind an event that could not be folded');
park.command('list').action(async () => printJson(await callServer(folder(), 'GET', '/admin/parked')));
park
  .command('retry')
  .argument('<fold>')
  .argument('<key>')
  .action(async (fold: string, key: string) => printJson(await callServer(folder(), 'POST', parkedPath(fold, key, 'retry'))));
park
  .command('skip')
  .argument('<fold>')
  .argument('<key>')
  .requiredOption('--reason <words>', 'why this instance goes on without the event')
  .action(async (fold: string, key: string, { reason }: { reason: string }) =>
    printJson(await callServer(folder(), 'POST', parkedPath(fold, key, 'skip'), { reason })),
  );

const parkedPath = (fold: string, key: string, what: string): string =>
  `/admin/parked/${encodeURIComponent(fold)}/${encodeURIComponent(key)}/${what}`;

program
  .command('rebuild')
  .description('Build a read model or process anew beside what serves, then swap')
  .argument('<fold>')
  .action(async (fold: string) => printJson(await callServer(folder(), 'POST', `/admin/rebuild/${encodeURIComponent(fold)}`)));

program
  .command('verify')
  .description('Follow the hash chain of every stream in the data folder, offline (the server must be stopped)')
  .action(() => verifyFolder(folder()));

program.parseAsync().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
