const { mkdirSync, readdirSync, rmSync, writeFileSync } = require('node:fs');
const { join, sep } = require('node:path');
const { globalSetup, globalTeardown, ...base } = require('./jest.config.js');

/** Random sequences and times are left out: what they find, an example holds as well, and under a mutant they cost minutes. */
const LEFT_OUT = /\.(property|cost)\.spec\.ts$/;

const source = join(__dirname, 'libs/domain/src');
const suites = join(__dirname, 'reports/suites');
const specs = readdirSync(source, { recursive: true }).filter((name) => name.endsWith('.spec.ts') && !LEFT_OUT.test(name));
const streamOf = (spec) => (spec.includes(sep) ? spec.split(sep)[0] : 'shared');

rmSync(suites, { recursive: true, force: true });
mkdirSync(suites, { recursive: true });
for (const stream of new Set(specs.map(streamOf))) {
  const required = specs.filter((spec) => streamOf(spec) === stream).map((spec) => `require(${JSON.stringify(join(source, spec))});\n`);
  writeFileSync(join(suites, `${stream}.suite.js`), required.join(''));
}

/**
 * The specs of the domain alone, for mutation testing: no database is started. The specs of a stream run as one suite, so
 * that a mutant loads the stream once; what all streams share has a suite of its own. `MUTATED=<folder>` runs one stream's suite.
 */
module.exports = {
  ...base,
  roots: ['<rootDir>/libs', '<rootDir>/reports/suites'],
  testMatch: [`<rootDir>/reports/suites/${process.env.MUTATED ?? '*'}.suite.js`],
};
