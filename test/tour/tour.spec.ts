import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { playExample } from '../../apps/casework/src/example/player';
import { readScript } from '../../apps/casework/src/example/script';
import { startInstallation, type Installation } from '../e2e/installation';

const root = join(__dirname, '../..');
const readme = join(root, 'README.md');
const run = promisify(execFile);

interface Step {
  /** What stands after `$ `. */
  readonly command: string;
  /** What stands below it. */
  readonly output: string;
}

/** The ```console blocks of the page, in order. */
const stepsIn = (page: string): Step[] =>
  [...page.matchAll(/```console\n\$ (.+)\n([\s\S]*?)```/g)].map(([, command, output]) => ({ command: command!, output: output!.trim() }));

/** Ids, hashes, places in the log and times of day, which differ from one installation to the next. */
const steady = (text: string): string =>
  text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<id>')
    .replace(/sha256:[0-9a-f]{64}|"bodyDigest":"[0-9a-f]{64}"/g, '<hash>')
    .replace(/"\d{20}"/g, '<position>')
    .replace(/(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, '$1T…');

describe('the tour in the README', () => {
  let installation: Installation;
  let port: number;
  beforeAll(async () => {
    installation = await startInstallation();
    const { commands, automation, runtime } = installation;
    const script = readScript(runtime.installation.id);
    await playExample({ commands, automation, clock: runtime.movable!, kept: runtime.kept, tell: () => undefined, script });
    port = installation.port;
  }, 120_000);
  afterAll(() => installation.clear());

  it('prints what one gets, command by command', async () => {
    const page = readFileSync(readme, 'utf8');
    const steps = stepsIn(page);
    expect(steps.length).toBeGreaterThan(7);
    const sources = `node -r ${root}/test/from-sources.cjs ${root}/apps/cli/src/main.ts`;
    const shell = (command: string): string =>
      command.replaceAll('npm run -s casework --', sources).replaceAll('localhost:3000', `127.0.0.1:${port}`);
    const environment = { ...process.env, CASEWORK_DATA: installation.folder, CASEWORK_URL: `http://127.0.0.1:${port}` };
    const script = steps.map(({ command }) => `${shell(command)}\nprintf '\\n=====\\n'`).join('\n');
    const { stdout } = await run('bash', ['-c', script], { env: environment, cwd: root, maxBuffer: 10_000_000 });
    const outputs = stdout.split('=====\n').map((output) => output.trim());
    if (process.env.CASEWORK_WRITE_TOUR) {
      let step = 0;
      writeFileSync(
        readme,
        page.replace(/```console\n(\$ .+\n)[\s\S]*?```/g, (_block, command: string) =>
          `\`\`\`console\n${command}${outputs[step++] || ''}\n\`\`\``.replace('\n\n```', '\n```'),
        ),
      );
    }
    steps.forEach(({ command, output }, index) => expect([command, steady(outputs[index]!)]).toEqual([command, steady(output)]));
  }, 120_000);
});
