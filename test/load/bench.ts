import { commandsBench } from './commands.bench';
import { httpBench } from './http.bench';

const sections: Readonly<Record<string, (rounds: number) => Promise<void>>> = { commands: commandsBench, http: httpBench };

/** `npm run bench [-- section …]`: every section, or those named; three rounds each. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  for (const [name, section] of Object.entries(sections)) if (asked.length === 0 || asked.includes(name)) await section(3);
  process.exit(0);
}

void main();
