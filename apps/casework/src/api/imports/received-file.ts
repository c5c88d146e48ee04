import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Problem } from '@app/nest';

export const CSV = 'text/csv';
/** Where files are sent to. */
export const IMPORTS = '/v1/imports/';
/** Largest file taken, in bytes: some eighty times the whole of England. */
export const FILE_LIMIT = 67_108_864;

/** A file that was sent, on this machine until it is thrown away. */
export interface ReceivedFile {
  readonly path: string;
  /** 64 hex digits. */
  readonly sha256: string;
  readonly bytes: number;
  throwAway(): Promise<void>;
}

/** Takes a body in piece by piece, so that it is never whole in memory. @throws Problem `file-too-large`, `file-not-text`, `file-empty`, `media-type-not-supported` */
export async function receiveFile(body: unknown, limit = FILE_LIMIT): Promise<ReceivedFile> {
  if (!(body instanceof Readable)) {
    throw new Problem(415, 'media-type-not-supported', `Send the file as it is, with the header Content-Type: ${CSV}.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'casework-import-'));
  const path = join(folder, 'file.csv');
  const hash = createHash('sha256');
  let bytes = 0;
  const throwAway = (): Promise<void> => rm(folder, { recursive: true, force: true });
  const text = new TextDecoder('utf-8', { fatal: true });
  const checked = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > limit) throw new Problem(413, 'file-too-large', `A file of at most ${limit / 1_048_576} MiB is taken.`);
      checkText(text, piece);
      hash.update(piece);
      yield piece;
    }
    checkText(text);
  };
  try {
    await pipeline(body, checked, createWriteStream(path));
    if (bytes === 0) throw new Problem(400, 'file-empty', 'The file is empty.');
  } catch (error) {
    await throwAway();
    throw error;
  }
  return { path, sha256: hash.digest('hex'), bytes, throwAway };
}

function checkText(text: InstanceType<typeof TextDecoder>, piece?: Buffer): void {
  let decoded: string;
  try {
    decoded = text.decode(piece, { stream: piece !== undefined });
  } catch {
    throw new Problem(400, 'file-not-text', 'The file is not UTF-8 text: save it as CSV in UTF-8.');
  }
  if (decoded.includes('\u0000')) throw new Problem(400, 'file-not-text', 'The file holds the character U+0000, which no text does.');
}
