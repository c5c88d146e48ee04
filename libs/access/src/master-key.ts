import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The master key in the data folder, made at first use, readable by its owner only. @throws MasterKeyInvalid */
export function masterKeyIn(folder: string): Buffer {
  const file = join(folder, 'master.key');
  try {
    writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return masterKeyFrom(readFileSync(file, 'utf8'));
}

/** A master key as configured: 32 bytes in base64. @throws MasterKeyInvalid */
export function masterKeyFrom(text: string | undefined): Buffer {
  const key = Buffer.from(text?.trim() ?? '', 'base64');
  if (key.length !== 32) throw new MasterKeyInvalid();
  return key;
}

export class MasterKeyInvalid extends Error {
  constructor() {
    super('The master key must be 32 bytes in base64, e.g. from `openssl rand -base64 32`.');
  }
}
