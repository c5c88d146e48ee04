import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { replay } from '../replay';
import { catalogue, register, timeline, watch } from './fixture';
import { longLog } from './histories';
import { foldToEnd, Opened } from './place';

const root = join(__dirname, '../../../..');

/** Lets a process fold and rebuild, and kills it after so many steps. */
function killedAfter(steps: number, path: string): Promise<number> {
  const child = spawn(process.execPath, ['-r', './test/from-sources.cjs', join(__dirname, 'folding-process.ts'), path], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let taken = 0;
  child.stdout.on('data', (said: Buffer) => {
    taken += said.length;
    if (taken >= steps) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (_code, signal) => (signal === 'SIGKILL' ? resolve(taken) : reject(new Error('It ended by itself'))));
  });
}

describe('a process that is killed while it folds and rebuilds', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casework-reading-'));
  const opened = new Opened();
  afterAll(async () => {
    await opened.closeAll();
    rmSync(folder, { recursive: true, force: true });
  });

  it('leaves rows and checkpoints that the next one goes on from, equal to a fresh fold', async () => {
    const path = join(folder, 'reading.db');
    for (const steps of [1, 4, 9, 15, 22, 30]) expect(await killedAfter(steps, path)).toBeGreaterThanOrEqual(steps);
    const log = longLog();
    const folds = [register, timeline, watch];
    const store = await opened.with({ sqlite: path }, folds);
    await foldToEnd(store, log, folds);
    for (const fold of folds) {
      const { checksum } = await replay(fold, catalogue, log);
      expect({ name: fold.name, ...(await store.checksum(fold.name)) }).toEqual({ name: fold.name, position: log.end, ...checksum });
    }
    expect(await store.parked([register.name])).toMatchObject([{ eventId: log.events.find(({ data }) => data['poison'])!.id }]);
    for (const { name } of folds) {
      await store.rebuild(name, log);
      expect(await store.verify(name, log)).toMatchObject({ same: true });
    }
  }, 60_000);
});
