import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventStoreError } from '../port';
import { openLockFile, sqliteCode } from './sqlite';

/** Another process owns the data folder. */
export class FolderInUse extends EventStoreError {
  readonly code = 'folder-in-use';
  constructor(
    readonly folder: string,
    /** Process id of the owner, where it left one. */
    readonly pid: number | undefined,
  ) {
    super(`${folder} is in use by ${pid === undefined ? 'another process' : `process ${pid}`}; one process owns a data folder`);
  }
}

export interface FolderClaim {
  /** Lets the next process have the folder. */
  release(): void;
}

/**
 * Makes this process the one owner of a data folder (made if need be) until it releases it or ends, however it ends: `owner.lock` is a
 * database in an exclusive transaction, which the operating system undoes with the process. Nothing else may open that file, since closing
 * any handle on it drops the lock. `owner.pid` beside it says who owns the folder.
 * @throws FolderInUse at once
 */
export function claimFolder(folder: string): FolderClaim {
  mkdirSync(folder, { recursive: true });
  const pidFile = join(folder, 'owner.pid');
  const lock = openLockFile(join(folder, 'owner.lock'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (sqliteCode(error) !== 'SQLITE_BUSY') throw error;
    throw new FolderInUse(folder, readPid(pidFile));
  }
  writeFileSync(pidFile, `${process.pid}\n`);
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      rmSync(pidFile, { force: true });
      lock.exec('ROLLBACK');
      lock.close();
    },
  };
}

function readPid(file: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
    return Number.isSafeInteger(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}
