/** Everything that must hold; the last line counts. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'casework-test-'));
const bin = (name) => join('node_modules', '.bin', name);

/** What the specs need, and the types beside it, each lane in its order. */
const first = [
  [['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']]],
  [
    ['build', bin('nest'), ['build', 'casework']],
    ['generated documents', process.execPath, ['dist/apps/casework/src/docs/main.js', '--check']],
  ],
];

/** What nothing waits for: it takes what time the others leave. */
const beside = [
  ['lint', bin('eslint'), ['.', '--max-warnings', '0']],
  ['formatting', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['imports', bin('depcruise'), ['apps', 'libs', '--config', '.dependency-cruiser.cjs']],
];

/** Faults that are told by the time they take have the machine to themselves; all others run two at a time. */
const TIMED = '<rootDir>/test/faults/(scale-out|server-kill)';
const suites = [
  ['specs', ['--maxWorkers=2', '--testPathIgnorePatterns', TIMED]],
  ['faults', ['--runInBand', '--testPathIgnorePatterns', `^(?!${TIMED})`]],
];

let passed = 0;
let failed = 0;
const failures = [];

const run = (command, args, { stdio = 'inherit', priority } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, args, { stdio, env: { ...process.env, FORCE_COLOR: '0' } });
    if (priority !== undefined) setPriority(child.pid, priority);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
    child.once('close', (status) => resolve({ ok: status === 0, said: Buffer.concat(said).toString() }));
  });

function failure(what, count = 1) {
  failed += count;
  failures.push(what);
}

async function checked([name, command, args], priority) {
  const started = Date.now();
  const { ok, said } = await run(command, args, { stdio: 'pipe', priority });
  process.stdout.write(said);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (ok) passed += 1;
  else failure(name);
}

async function tested([name, args]) {
  const results = join(folder, `${name}.json`);
  const { ok } = await run(process.execPath, [
    bin('jest'),
    '--ci',
    '--passWithNoTests',
    '--json',
    `--outputFile=${results}`,
    ...process.argv.slice(2),
    ...args,
  ]);
  const before = failed;
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(results, 'utf8'));
    passed += numPassedTests;
    const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
    if (numFailedTests + numFailedTestSuites > 0) failure(name, numFailedTests + broken);
    const skipped = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ title }) => title.includes('did not run'));
    for (const { fullName } of skipped) {
      console.log(`NOTE ${fullName}`);
      passed -= 1;
      if (process.env.CI) failure(fullName);
    }
  } catch {
    failure(`${name} could not be run`);
  }
  if (!ok && failed === before) failure(name);
}

const inOrder = async (lane, priority) => {
  for (const check of lane) await checked(check, priority);
};
const left = inOrder(beside, constants.priority.PRIORITY_LOW);
await Promise.all(first.map((lane) => inOrder(lane)));
for (const suite of suites) await tested(suite);
await left;

rmSync(folder, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nNot passed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
