import 'reflect-metadata';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { makeLogger } from '../logging';
import { openRuntime } from '../runtime';
import { makeServer, openApiOf } from '../server';
import { settingsFrom } from '../settings';
import { biPage } from './bi-page';
import { eventModel } from './event-model';
import { rulesPage } from './rules-page';

/** Writes the documents that are made from the code; with `--check` says which are not as they would be written. */
async function main(): Promise<void> {
  const check = process.argv.includes('--check');
  const rules = rulesPage(process.cwd());
  const api = await openApi();
  const documents: Readonly<Record<string, string>> = {
    'docs/openapi.json': `${JSON.stringify(api, null, 2)}\n`,
    'docs/event-model.md': eventModel(),
    'docs/bi-views.md': biPage(api),
    'docs/rules.md': rules.page,
  };
  let stale = 0;
  for (const [file, content] of Object.entries(documents)) {
    if (!check) writeFileSync(file, content);
    else if (!sameAs(file, content)) {
      stale += 1;
      console.error(`${file} is not what the code says: run npm run docs and commit it.`);
    }
  }
  for (const gap of rules.gaps) console.error(gap);
  process.exit(stale + rules.gaps.length > 0 ? 1 : 0);
}

function sameAs(file: string, content: string): boolean {
  try {
    return readFileSync(file, 'utf8') === content;
  } catch {
    return false;
  }
}

async function openApi(): Promise<OpenAPIObject> {
  const folder = mkdtempSync(join(tmpdir(), 'casework-docs-'));
  const runtime = await openRuntime(settingsFrom({ CASEWORK_DATA: folder }, ['--found', 'example']));
  try {
    const app = await makeServer(runtime, makeLogger('error'));
    const document = openApiOf(app);
    await app.close();
    return document;
  } finally {
    await runtime.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
