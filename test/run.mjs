/** Everything that must hold, one after another; the last line counts. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'casework-test-'));
const results = join(folder, 'jest.json');
const bin = (name) => join('node_modules', '.bin', name);

const checks = [
  ['formatting', bin('prettier'), ['--check', '--log-level', 'warn', '.']],
  ['lint', bin('eslint'), ['.', '--max-warnings', '0']],
  ['types', bin('tsc'), ['--noEmit', '-p', 'tsconfig.json']],
  ['imports', bin('depcruise'), ['apps', 'libs', '--config', '.dependency-cruiser.cjs']],
  ['build', bin('nest'), ['build', 'casework']],
  ['generated documents', process.execPath, ['dist/apps/casework/src/docs/main.js', '--check']],
];

let passed = 0;
let failed = 0;
const failures = [];

const run = (command, args) => spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, FORCE_COLOR: '0' } }).status;

for (const [name, command, args] of checks) {
  const started = Date.now();
  const ok = run(command, args) === 0;
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  if (ok) passed += 1;
  else {
    failed += 1;
    failures.push(name);
  }
}

const status = run(process.execPath, [
  bin('jest'),
  '--ci',
  '--json',
  `--outputFile=${results}`,
  '--testLocationInResults',
  ...process.argv.slice(2),
]);
try {
  const { numPassedTests, numFailedTests, numFailedTestSuites, testResults } = JSON.parse(readFileSync(results, 'utf8'));
  passed += numPassedTests;
  const broken = testResults.filter(({ status: suite, assertionResults }) => suite === 'failed' && assertionResults.length === 0).length;
  failed += numFailedTests + broken;
  if (numFailedTests + numFailedTestSuites > 0) failures.push('specs');
  const skipped = testResults.flatMap(({ assertionResults }) => assertionResults).filter(({ title }) => title.includes('did not run'));
  for (const { fullName } of skipped) {
    console.log(`NOTE ${fullName}`);
    passed -= 1;
    if (process.env.CI) {
      failed += 1;
      failures.push(fullName);
    }
  }
} catch {
  failed += 1;
  failures.push('specs could not be run');
}
if (status !== 0 && failed === 0) {
  failed += 1;
  failures.push('specs');
}
rmSync(folder, { recursive: true, force: true });
if (failures.length > 0) console.log(`\nNot passed: ${failures.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
