import type { Command } from 'commander';
import { callServer, printJson } from '../server-client';
import { tableOf } from '../table';

interface Build {
  readonly version: number;
  readonly position?: string;
  readonly rows: number;
  readonly parked: number;
  readonly stopped?: { readonly stream: string; readonly revision: number; readonly message: string };
}

interface Fold {
  readonly name: string;
  readonly kind: string;
  readonly version: number;
  readonly serving: Build;
  readonly building?: Build;
  readonly rebuiltAt?: string;
  readonly lag: { readonly events: number; readonly more: boolean; readonly seconds: number };
  readonly checksum?: string;
}

interface Status {
  readonly installation: { readonly id: string; readonly mode: string };
  readonly clock: string;
  readonly end?: string;
  readonly folds: readonly Fold[];
}

export function addStatus(program: Command): void {
  program
    .command('status')
    .description('Every read model and process: position, lag, rows, what is parked, when it was rebuilt, checksum')
    .option('--json', 'as the server says it')
    .option('--no-checksums', 'without reading every row')
    .action(async ({ json, checksums }: { json?: boolean; checksums: boolean }) => {
      const status = (await callServer('GET', `/admin/status?checksums=${checksums}`)) as Status;
      if (json === true) return printJson(status);
      process.stdout.write(`${shown(status)}\n`);
    });
}

function shown({ installation, clock, end, folds }: Status): string {
  const rows = folds.map(({ name, kind, serving, lag, rebuiltAt, checksum }) => [
    name,
    kind,
    serving.version,
    placeOf(serving.position),
    lag.more ? `${lag.events}+` : lag.events,
    lag.seconds,
    serving.rows,
    serving.parked,
    rebuiltAt === undefined ? '–' : `${rebuiltAt.slice(0, 19)}Z`,
    checksum?.slice(0, 12) ?? '–',
  ]);
  const headings = ['name', 'kind', 'version', 'position', 'behind', 'seconds', 'rows', 'parked', 'rebuilt', 'checksum'];
  return [
    `Installation ${installation.id} (${installation.mode}); its clock stands at ${clock}; the log ends at ${placeOf(end)}.`,
    '',
    tableOf(headings, rows),
    ...folds.flatMap(noteOn),
  ].join('\n');
}

function noteOn({ name, version, serving, building }: Fold): string[] {
  const notes: string[] = [];
  if (building)
    notes.push(`${name} is being built beside: version ${building.version}, at ${placeOf(building.position)}, ${building.rows} rows.`);
  if (serving.version !== version) notes.push(`${name} serves version ${serving.version}; this build folds version ${version}.`);
  if (serving.stopped)
    notes.push(`${name} stands before ${serving.stopped.stream}@${serving.stopped.revision}: ${serving.stopped.message}`);
  return notes;
}

/** A place in the log without the noughts that make it as wide as any other. */
const placeOf = (position: string | undefined): string => (position ?? '0').split('~', 1)[0]!.replace(/^0+(?=\d)/, '');
