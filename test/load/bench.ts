import { cpus } from 'node:os';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alarmBench } from './alarm.bench';
import { asOfBench } from './as-of.bench';
import { commandsBench } from './commands.bench';
import { decisionsBench } from './decisions.bench';
import { eventStoreDbBench } from './eventstoredb.bench';
import { flatnessBench } from './flatness.bench';
import { httpBench } from './http.bench';
import { importBench } from './import.bench';
import { lagBench } from './lag.bench';
import { listsBench } from './lists.bench';
import { printed } from './measuring';
import { replayBench } from './replay.bench';

const sections: Readonly<Record<string, (rounds: number) => Promise<void>>> = {
  'as-of': asOfBench,
  commands: commandsBench,
  decisions: decisionsBench,
  http: httpBench,
  import: importBench,
  lag: lagBench,
  lists: listsBench,
  eventstoredb: eventStoreDbBench,
  replay: replayBench,
  flatness: flatnessBench,
  alarm: alarmBench,
};

/** `npm run bench [-- section … --write]`: every section, or those named; three rounds each; `--write` keeps them in docs/benchmarks.md. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
  for (const [name, section] of Object.entries(sections)) if (asked.length === 0 || asked.includes(name)) await section(3);
  if (process.argv.includes('--write')) {
    const head = `# Benchmarks\n\n\`npm run bench -- --write\`, medians of three rounds, peers side by side in one run. Read the ratios: the figures are of one machine (${cpus().length} cores, Node ${process.version}).\n`;
    writeFileSync(join(__dirname, '../../docs/benchmarks.md'), [head, ...printed].join('\n'));
  }
  process.exit(0);
}

void main();
