import type { Command } from 'commander';
import { callServer, printJson } from '../server-client';
import { tableOf } from '../table';

interface Parked {
  readonly events: readonly {
    readonly fold: string;
    readonly key: string;
    readonly waiting: number;
    readonly stream: string;
    readonly revision: number;
    readonly code: string;
    readonly message: string;
  }[];
  readonly refusals: readonly { readonly fold: string; readonly key: string; readonly code: string; readonly says: string }[];
}

const parkedPath = (fold: string, key: string, what: string): string =>
  `/admin/parked/${encodeURIComponent(fold)}/${encodeURIComponent(key)}/${what}`;

export function addPark(program: Command): void {
  const park = program
    .command('park')
    .description('What waits behind an event that could not be folded, or for a person to look at a refusal');
  park
    .command('list')
    .description('What is parked, and why')
    .option('--json', 'as the server says it')
    .action(async ({ json }: { json?: boolean }) => {
      const parked = (await callServer('GET', '/admin/parked')) as Parked;
      if (json === true) return printJson(parked);
      process.stdout.write(`${shown(parked)}\n`);
    });
  park
    .command('retry')
    .description('Fold what waits once more, or ask the process again')
    .argument('<fold>')
    .argument('<key>')
    .action(async (fold: string, key: string) => printJson(await callServer('POST', parkedPath(fold, key, 'retry'))));
  park
    .command('skip')
    .description('Go on without the event that parked it')
    .argument('<fold>')
    .argument('<key>')
    .requiredOption('--reason <words>', 'why this instance goes on without the event')
    .action(async (fold: string, key: string, { reason }: { reason: string }) =>
      printJson(await callServer('POST', parkedPath(fold, key, 'skip'), { reason })),
    );
}

function shown({ events, refusals }: Parked): string {
  if (events.length + refusals.length === 0) return 'Nothing is parked.';
  const rows = [
    ...events.map(({ fold, key, waiting, stream, revision, code, message }) => [
      fold,
      key,
      waiting,
      `${stream}@${revision}`,
      `${code}: ${message}`,
    ]),
    ...refusals.map(({ fold, key, code, says }) => [fold, key, 0, '–', `${code}: ${says}`]),
  ];
  return tableOf(['fold', 'key', 'waiting', 'event', 'why'], rows);
}
