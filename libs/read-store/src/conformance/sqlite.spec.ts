import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeReadStore } from './read-store.suite';

describe('the read store on SQLite', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casework-reading-'));
  let places = 0;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  describeReadStore({ freshPlace: () => ({ sqlite: join(folder, `${(places += 1)}.db`) }) });
});
