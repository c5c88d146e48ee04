import type { Command } from 'commander';
import { callServer, printJson } from '../server-client';

const parkedPath = (fold: string, key: string, what: string): string =>
  `/admin/parked/${encodeURIComponent(fold)}/${encodeURIComponent(key)}/${what}`;

export function addPark(program: Command): void {
  const park = program.command('park').description('What waits behind an event that could not be folded');
  park
    .command('list')
    .description('What is parked, and why')
    .action(async () => printJson(await callServer('GET', '/admin/parked')));
  park
    .command('retry')
    .description('Fold what waits once more')
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
