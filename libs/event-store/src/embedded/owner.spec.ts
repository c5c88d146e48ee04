import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimFolder, FolderInUse } from './owner';

const CLAIM = `
  const Database = require('libsql');
  const lock = new Database(process.argv[1]);
  try { lock.exec('BEGIN EXCLUSIVE'); } catch (error) { console.log(error.code); process.exit(); }
  console.log('claimed');
  setInterval(() => {}, 1_000_000);
`;

describe('the owner of a data folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'owner-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const refusal = (): FolderInUse => {
    try {
      claimFolder(folder).release();
    } catch (error) {
      if (error instanceof FolderInUse) return error;
      throw error;
    }
    throw new Error('the folder was free');
  };

  it('is one: the next is refused with its pid', () => {
    const claim = claimFolder(folder);
    expect(refusal()).toMatchObject({ code: 'folder-in-use', folder, pid: process.pid });
    expect(refusal().message).toContain(`in use by process ${process.pid}`);
    claim.release();
  });

  it('is one among processes', () => {
    const claim = claimFolder(folder);
    const other = spawnSync(process.execPath, ['-e', CLAIM, join(folder, 'owner.lock')], { encoding: 'utf8' });
    expect(other.stdout.trim()).toBe('SQLITE_BUSY');
    claim.release();
  });

  it('leaves its pid beside the lock, and takes it with it', () => {
    const claim = claimFolder(folder);
    expect(readFileSync(join(folder, 'owner.pid'), 'utf8')).toBe(`${process.pid}\n`);
    claim.release();
    expect(existsSync(join(folder, 'owner.pid'))).toBe(false);
  });

  it('makes way for the next when it is released, once and for all', () => {
    const claim = claimFolder(folder);
    claim.release();
    const next = claimFolder(folder);
    claim.release();
    expect(refusal().pid).toBe(process.pid);
    next.release();
  });

  it('makes way when its process is killed', async () => {
    const other = spawn(process.execPath, ['-e', CLAIM, join(folder, 'owner.lock')], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(other.stdout, 'data');
    expect(refusal()).toMatchObject({ pid: undefined, message: expect.stringContaining('another process') });
    other.kill('SIGKILL');
    await once(other, 'exit');
    claimFolder(folder).release();
  });

  it('is told of every other trouble with the folder', () => {
    expect(() => claimFolder('/dev/null/folder')).toThrow(/ENOTDIR/);
  });
});
