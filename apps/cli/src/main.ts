import { Command } from 'commander';
import { addClock } from './commands/clock';
import { addExport } from './commands/export';
import { addImport } from './commands/import';
import { addMailbox, addNotifications } from './commands/notifications';
import { addPark } from './commands/park';
import { addRebuild } from './commands/rebuild';
import { addStatus } from './commands/status';
import { addToken } from './commands/token';
import { addVerify } from './commands/verify';

const program = new Command('casework')
  .description(
    'For whoever runs the system. All but token, and verify of a stopped server, talk to the running server (CASEWORK_URL, by default http://127.0.0.1:3000).',
  )
  .showHelpAfterError();

for (const add of [addToken, addStatus, addImport, addExport, addClock, addPark, addNotifications, addMailbox, addRebuild, addVerify])
  add(program);

/** 128 and SIGPIPE: how a program ends whose reader has read enough (`… | head`). */
const NOBODY_READS = 141;
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(NOBODY_READS);
});

program.parseAsync().catch((error: unknown) => {
  console.error((error as Error).message);
  process.exit(1);
});
