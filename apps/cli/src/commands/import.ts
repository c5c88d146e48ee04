import { createInterface } from 'node:readline/promises';
import type { ReportLine } from '@app/published-data';
import { Argument, Option, type Command } from 'commander';
import { sendFile, type Sending } from '../import-file';
import { reportLine, summaryLines } from '../import-report';

/** Exit code where it was done, and rows were refused. */
const WITH_REFUSALS = 2;

interface Options extends Omit<Sending, 'kind' | 'path'> {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly summary?: boolean;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .description('Record what a published file says: first a rehearsal that says what would be recorded, then, confirmed, the recording')
    .addArgument(new Argument('<kind>', 'which statistics').choices(['sen2', 'inspections', 'dsg']))
    .argument('<file>', 'CSV in UTF-8, as published')
    .addOption(
      new Option('--role <role>', 'as whom, with a token of the local issuer')
        .choices(['grant-manager', 'case-lead'])
        .default('grant-manager'),
    )
    .option('--who <id>', 'opaque id of the person; by default the role')
    .option('--published-on <day>', 'YYYY-MM-DD; by default the day of the import stands for it')
    .option('--register-areas', 'register local areas that are not, where the file has both of their codes', false)
    .option('--dry-run', 'stop after the rehearsal')
    .option('--yes', 'record without asking')
    .option('--summary', 'of the rows print only those that were refused')
    .action(async (kind: string, path: string, options: Options) => importFile({ kind, path, ...options }, options));
}

async function importFile(sending: Sending, { dryRun, yes, summary }: Options): Promise<void> {
  const print = (every: boolean) => (line: ReportLine) => {
    if (every || line.outcome === 'refused') say(reportLine(line));
  };
  const rehearsed = await sendFile(sending, true, print(dryRun === true && summary !== true));
  summaryLines(rehearsed.announced, rehearsed.summary, true).forEach(say);
  if (rehearsed.summary.refused > 0) process.exitCode = WITH_REFUSALS;
  if (dryRun === true || rehearsed.summary.taken === 0) return;
  if (yes !== true && !(await confirmed())) {
    say('Nothing was recorded. With --yes it is recorded without asking.');
    return;
  }
  const recorded = await sendFile(sending, false, print(summary !== true));
  summaryLines(recorded.announced, recorded.summary, false).forEach(say);
  process.exitCode = recorded.summary.refused > 0 ? WITH_REFUSALS : 0;
}

async function confirmed(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return /^y(es)?$/i.test((await terminal.question('Record it? (yes or no) ')).trim());
  } finally {
    terminal.close();
  }
}

const say = (line: string): void => void process.stdout.write(`${line}\n`);
