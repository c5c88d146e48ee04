import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');

/** For each rule a file that breaks it; `imports` are written as they stand. */
const seeds: Readonly<Record<string, { file: string; imports: string }>> = {
  'kernel-is-pure': { file: 'libs/event-sourcing/src/event.ts', imports: 'node:fs' },
  'domain-is-pure': { file: 'libs/domain/src/contract/rule.ts', imports: '@nestjs/common' },
  'reporting-is-pure': { file: 'libs/reporting/src/board/board.ts', imports: '../../../domain/src/contract/contract.stream' },
  'automation-is-pure': { file: 'libs/automation/src/watch.ts', imports: '../../domain/src/contract/contract.stream' },
  'published-data-is-pure': { file: 'libs/published-data/src/file.ts', imports: 'csv-parse' },
  'calendar-is-pure': { file: 'libs/calendar/src/days.ts', imports: 'rxjs' },
  'read-models-apart': { file: 'libs/reporting/src/first/first.ts', imports: '../second/second' },
  'one-eventstore-client': { file: 'libs/nest/src/other.ts', imports: '@eventstore/db-client' },
  'one-sqlite-driver': { file: 'libs/nest/src/file.ts', imports: 'libsql' },
  'one-postgres-driver': { file: 'libs/nest/src/base.ts', imports: 'pg' },
  'libs-below-apps': { file: 'libs/nest/src/upwards.ts', imports: '../../../apps/casework/src/main' },
  'api-apart': { file: 'apps/casework/src/api/route.ts', imports: '../worker/lead' },
  'worker-apart': { file: 'apps/casework/src/worker/job.ts', imports: '../api/page' },
  'no-circles': { file: 'libs/nest/src/circle-back.ts', imports: './circle' },
};

const others: Readonly<Record<string, string>> = {
  'libs/domain/src/contract/contract.stream.ts': 'export {};',
  'libs/reporting/src/second/second.ts': 'export {};',
  'libs/nest/src/circle.ts': "import './circle-back';",
  'apps/casework/src/main.ts': 'export {};',
  'apps/casework/src/worker/lead.ts': 'export {};',
  'apps/casework/src/api/page.ts': 'export {};',
};

describe('who may import whom', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'imports-'));
    for (const name of ['.dependency-cruiser.cjs', 'tsconfig.json']) cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    const files = [...Object.entries(others), ...Object.values(seeds).map(({ file, imports }) => [file, `import '${imports}';`] as const)];
    for (const [file, content] of files) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), content);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is broken by each of these files, and the check says by which', () => {
    const cruised = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
        'apps',
        'libs',
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
      ],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    const { summary } = JSON.parse(cruised.stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } };
    const caught = summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
    expect(caught).toEqual(expect.arrayContaining(Object.entries(seeds).map(([rule, { file }]) => `${rule}: ${file}`)));
  });
});
