import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startInstallation, type Installation } from '../e2e/installation';
import { table } from './measuring';

const MILLION = 1_000_000;
const FIRST_YEAR = 2014;
const AREAS = 861;
const AFTER = '2028-06-01T09:00:00.000Z';

/** A SEN2 file of a million cells in the publisher's 83 columns: year after year, in more local areas than there are, every figure another one. */
function millionCells(): { readonly file: Buffer; readonly cells: number } {
  const [heading, sample] = readFileSync(join(__dirname, '../published/sen2.csv'), 'utf8').split(/\r?\n/);
  const columns = heading!.split(',');
  const place = (column: string): number => columns.indexOf(column);
  const rows = [heading!];
  for (let turn = 0; rows.length * columns.length < MILLION; turn += 1) {
    const cells = sample!.split(',');
    const area = turn % AREAS;
    const said: Readonly<Record<string, string | number>> = {
      time_period: FIRST_YEAR + Math.floor(turn / AREAS),
      old_la_code: 100 + area,
      new_la_code: `E${String(6_000_000 + area).padStart(8, '0')}`,
      la_name: `Area ${area}`,
      no_exc_20week_ehc: turn % 400,
      tot_no_exc_ehc: 400,
      no_exc_20week_rate: ((turn % 400) / 4).toFixed(12),
      inc_exc_20week_ehc: turn % 500,
      tot_inc_exc_ehc: 500,
      inc_exc_20week_rate: ((turn % 500) / 5).toFixed(12),
    };
    for (const [column, value] of Object.entries(said)) cells[place(column)] = String(value);
    rows.push(cells.join(','));
  }
  return { file: Buffer.from(rows.join('\n')), cells: rows.length * columns.length };
}

interface Took {
  readonly seconds: number;
  readonly cpu: number;
  readonly taken: number;
}

async function imported(installation: Installation, file: Buffer, dryRun: boolean): Promise<Took> {
  const began = performance.now();
  const before = process.cpuUsage();
  const answer = await installation.ask({
    method: 'POST',
    path: `/v1/imports/sen2?registerAreas=true&dryRun=${dryRun}`,
    body: file,
    claims: { role: 'grant-manager' },
    headers: { 'content-type': 'text/csv' },
  });
  const { user, system } = process.cpuUsage(before);
  const { summary } = JSON.parse(answer.text.trimEnd().split('\n').at(-1)!) as { summary: { taken: number; refused: number } };
  if (summary.refused > 0) throw new Error(`${summary.refused} rows were refused`);
  return { seconds: (performance.now() - began) / 1_000, cpu: (user + system) / 1_000_000, taken: summary.taken };
}

/** A million cells over HTTP on an embedded store, every read model and process on: rehearsed, recorded, and imported again. */
export async function importBench(): Promise<void> {
  const { file, cells } = millionCells();
  const installation = await startInstallation();
  try {
    await installation.runtime.movable!.moveTo(AFTER);
    const rehearsed = await imported(installation, file, true);
    const recorded = await imported(installation, file, false);
    const again = await imported(installation, file, false);
    table(
      `Import of a SEN2 file of ${cells} cells, over HTTP, embedded store`,
      ['', 'facts', 'seconds', 'seconds of CPU'],
      [
        ['rehearsed', rehearsed.taken, rehearsed.seconds, rehearsed.cpu],
        ['recorded', recorded.taken, recorded.seconds, recorded.cpu],
        ['imported again', again.taken, again.seconds, again.cpu],
      ],
    );
  } finally {
    await installation.clear();
  }
}
