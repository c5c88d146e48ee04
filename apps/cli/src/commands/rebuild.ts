import type { Command } from 'commander';
import { callServer, printJson } from '../server-client';

export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('Build a read model or process anew beside what serves, then swap')
    .argument('<fold>')
    .action(async (fold: string) => printJson(await callServer('POST', `/admin/rebuild/${encodeURIComponent(fold)}`)));
}
