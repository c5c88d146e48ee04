import type { Command } from 'commander';
import { dataFolder } from '../data-folder';
import { verifyFolder } from '../offline-verify';

export function addVerify(program: Command): void {
  program
    .command('verify')
    .description('Follow the hash chain of every stream in the data folder, offline (the server must be stopped)')
    .action(() => verifyFolder(dataFolder()));
}
