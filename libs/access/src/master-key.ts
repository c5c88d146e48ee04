import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keepSecret, secretIn } from './secret-file';

/** The master key in the data folder, made at first use, readable by its owner only. @throws MasterKeyInvalid */
export function masterKeyIn(folder: string): Buffer {
  const file = join(folder, 'master.key');
  return masterKeyFrom(secretIn(file) ?? keepSecret(file, randomBytes(32).toString('base64')));
}

/** A master key as configured: 32 bytes in base64. @throws MasterKeyInvalid */
export function masterKeyFrom(text: string | undefined): Buffer {
  const given = text?.trim() ?? '';
  const key = Buffer.from(given, 'base64');
  if (key.length !== 32 || key.toString('base64') !== given) throw new MasterKeyInvalid();
  return key;
}

export class MasterKeyInvalid extends Error {
  constructor() {
    super('The master key must be 32 bytes in base64, e.g. from `openssl rand -base64 32`.');
  }
}
