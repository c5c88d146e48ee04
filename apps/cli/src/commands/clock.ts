import { InvalidArgumentError, type Command } from 'commander';
import { callServer, printJson } from '../server-client';

const duration = (text: string): string => {
  if (!/^[1-9]\d{0,4}[hdwm]$/.test(text)) throw new InvalidArgumentError('Say it like 6h, 30d, 2w or 1m.');
  return text;
};

export function addClock(program: Command): void {
  program
    .command('clock')
    .description('The clock of an example installation')
    .command('advance')
    .description('Move it, from due moment to due moment')
    .argument('<duration>', '6h, 30d, 2w or 1m', duration)
    .action(async (by: string) => printJson(await callServer('POST', '/admin/clock/advance', { by })));
}
