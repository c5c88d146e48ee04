import { execFile } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { playExample } from '../../apps/casework/src/example/player';
import { readScript } from '../../apps/casework/src/example/script';
import { newFolder, startInstallation, type Installation } from '../e2e/installation';
import { answersSuite } from './answers.suite';
import { alarmsSuite } from './alarms.suite';
import { comparedListsSuite } from './compared-lists.suite';
import { pastListsSuite } from './past-lists.suite';
import { pastSuite } from './past.suite';
import { summarySuite } from './summary.suite';

const root = join(__dirname, '../..');
const run = promisify(execFile);

/** Pages whose commands are run as they stand, each on the example as `npm start` has left it. */
const PAGES = [
  'README.md',
  'docs/auditor.md',
  'docs/dashboard.md',
  'docs/operator.md',
  'docs/contract-manager.md',
  'docs/grant-manager.md',
];

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
    .replace(/\bplace \d{20}/g, 'place <position>')
    .replace(/\bby mailbox on \d{1,2} [A-Z][a-z]+ \d{4} at [\d:]{8}/g, 'by mailbox on <moment>')
    .replace(/"next":"[^"]+"/g, '<next>')
    .replace(/(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}\.\d{3}Z/g, '$1T…')
    .replace(/\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z/g, '<time>')
    .replace(/\b(?=[0-9a-f]*\d)[0-9a-f]{12}\b|\b[0-9a-f]{32}\b/g, '<sum>')
    .replace(/after \d+\.\d s/g, 'after … s')
    .replace(/ {2,}/g, '  ');

const SOURCES = `node -r ${root}/test/from-sources.cjs ${root}/apps/cli/src/main.ts`;
/** A command for which the reader has stopped the server, as the page asks. */
const isOffline = ({ command }: Step): boolean => /casework -- verify$/.test(command);

/** What the commands print, in one shell one after another. */
async function outputsOf(steps: readonly Step[], folder: string, port: number): Promise<string[]> {
  if (steps.length === 0) return [];
  const shell = (command: string): string =>
    command.replaceAll('npm run -s casework --', SOURCES).replaceAll('localhost:3000', `127.0.0.1:${port}`);
  const environment = { ...process.env, CASEWORK_DATA: folder, CASEWORK_URL: `http://127.0.0.1:${port}` };
  const script = steps.map(({ command }) => `${shell(command)}\nprintf '\\n=====\\n'`).join('\n');
  const { stdout } = await run('bash', ['-c', script], { env: environment, cwd: root, maxBuffer: 10_000_000 });
  return stdout
    .split('=====\n')
    .slice(0, steps.length)
    .map((output) => output.trim());
}

/** The page with what its commands print in place of what it says. */
function rewritten(page: string, outputs: readonly string[]): string {
  let step = 0;
  return page.replace(/```console\n(\$ .+\n)[\s\S]*?```/g, (_block, command: string) =>
    `\`\`\`console\n${command}${outputs[step++] || ''}\n\`\`\``.replace('\n\n```', '\n```'),
  );
}

/** The example as `npm start` has left it. */
const example = newFolder();
beforeAll(async () => {
  const installation = await startInstallation({ folder: example });
  const { commands, automation, runtime } = installation;
  const script = readScript(runtime.installation.id);
  await playExample({ commands, automation, clock: runtime.movable!, kept: runtime.kept, tell: () => undefined, script });
  await installation.stop();
}, 120_000);
afterAll(() => rmSync(example, { recursive: true, force: true }));

/** An installation of its own to go on from there. */
function copyOfTheExample(): Promise<Installation> {
  const folder = newFolder();
  cpSync(example, folder, { recursive: true });
  return startInstallation({ folder });
}

describe('pages whose commands are run', () => {
  it.each(PAGES)(
    '%s prints what one gets, command by command',
    async (name) => {
      const file = join(root, name);
      const page = readFileSync(file, 'utf8');
      const steps = stepsIn(page);
      expect(steps.length).toBeGreaterThan(3);
      const online = steps.findIndex(isOffline) === -1 ? steps.length : steps.findIndex(isOffline);
      const installation = await copyOfTheExample();
      const { folder } = installation;
      try {
        const outputs = await outputsOf(steps.slice(0, online), folder, installation.port);
        await installation.stop();
        outputs.push(...(await outputsOf(steps.slice(online), folder, installation.port)));
        if (process.env.CASEWORK_WRITE_TOUR) writeFileSync(file, rewritten(page, outputs));
        steps.forEach(({ command, output }, index) => expect([command, steady(outputs[index]!)]).toEqual([command, steady(output)]));
      } finally {
        await installation.clear();
      }
    },
    300_000,
  );
});

describe('the past of the example', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await copyOfTheExample();
  }, 20_000);
  afterAll(() => installation.clear());
  pastSuite(() => installation);
});

describe('lists of the past of the example', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await copyOfTheExample();
  }, 20_000);
  afterAll(() => installation.clear());
  pastListsSuite(() => installation);
});

describe('lists of the example, compared', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await copyOfTheExample();
  }, 20_000);
  afterAll(() => installation.clear());
  comparedListsSuite(() => installation);
});

describe('the alarms of the example', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await copyOfTheExample();
  }, 20_000);
  afterAll(() => installation.clear());
  alarmsSuite(() => installation);
});

describe('the figures of the example', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await copyOfTheExample();
  }, 20_000);
  afterAll(() => installation.clear());
  summarySuite(() => installation);
});

describe('the answers of the example', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await copyOfTheExample();
  }, 20_000);
  afterAll(() => installation.clear());
  answersSuite(() => installation);
});
