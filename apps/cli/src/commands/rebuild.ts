import type { Command } from 'commander';
import { followFold } from '../follow-fold';
import { printJson } from '../server-client';

interface Rebuilt {
  readonly name: string;
  readonly version: number;
  readonly rows: number;
  readonly parked: number;
}

export function addRebuild(program: Command): void {
  program
    .command('rebuild')
    .description('Build a read model or process anew beside what serves, then swap; cut off, it goes on by itself')
    .argument('<name>', 'as in status')
    .option('--json', 'as the server says it')
    .action(async (name: string, { json }: { json?: boolean }) => {
      const began = performance.now();
      const rebuilt = await followFold<Rebuilt>('rebuild', 'rebuilt', name);
      if (json === true) return printJson(rebuilt);
      const seconds = ((performance.now() - began) / 1_000).toFixed(1);
      const parked = rebuilt.parked === 0 ? '' : `, ${rebuilt.parked} parked`;
      process.stdout.write(
        `${rebuilt.name}: version ${rebuilt.version}, ${rebuilt.rows} rows${parked}, rebuilt and swapped in after ${seconds} s\n`,
      );
    });
}
