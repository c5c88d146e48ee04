import type { Command } from 'commander';
import { callServer, printJson } from '../server-client';

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('Every read model and process: how far it is, what is parked')
    .action(async () => printJson(await callServer('GET', '/admin/status')));
}
