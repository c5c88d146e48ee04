import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where wrapped keys are kept. A key once destroyed leaves a tombstone: its id never gets another one. */
export interface KeyShelf {
  /** `null`: destroyed; `undefined`: never made. */
  read(id: string): Promise<Buffer | null | undefined>;
  /** Keeps a key unless there is one, or a tombstone; then that is returned. */
  add(id: string, wrapped: Buffer): Promise<Buffer | null>;
  /** Afterwards no file of the shelf holds its bytes. */
  destroy(id: string): Promise<void>;
  note(name: string): Promise<string | undefined>;
  putNote(name: string, value: string): Promise<void>;
  /** Notes it unless something is noted. @returns what is noted */
  noteOnce(name: string, value: string): Promise<string>;
  close(): Promise<void>;
}

const KEPT_IN_MEMORY = 10_000;
const IV = 12;
const TAG = 16;

/** Keys of subjects and streams, wrapped by the master key where they rest (P3). Every method throws {@link KeysUnavailable} when the shelf does not answer. */
export class Keys {
  private readonly opened = new Map<string, Buffer>();
  /** A read that was under way when a key was destroyed must not bring it back. */
  private readonly gone = new Set<string>();
  private readonly shelf: KeyShelf;

  constructor(
    shelf: KeyShelf,
    private readonly masterKey: Buffer,
  ) {
    this.shelf = reported(shelf);
  }

  /** The key if this process has it at hand. */
  atHand(id: string): Buffer | undefined {
    return this.opened.get(id);
  }

  /** `undefined`: destroyed, or, without `create`, never made. @throws KeyUnreadable where it is damaged */
  async key(id: string, { create }: { create: boolean }): Promise<Buffer | undefined> {
    const opened = this.opened.get(id);
    if (opened) return opened;
    if (this.gone.has(id)) return undefined;
    const found = await this.shelf.read(id);
    if (found === null) this.gone.add(id);
    if (found === null || (found === undefined && !create)) return undefined;
    const wrapped = found ?? (await this.shelf.add(id, this.wrap(id, randomBytes(32))));
    if (wrapped === null || this.gone.has(id)) return undefined;
    const key = this.unwrap(id, wrapped);
    if (this.opened.size >= KEPT_IN_MEMORY) this.opened.delete(this.opened.keys().next().value!);
    this.opened.set(id, key);
    return key;
  }

  /** Whether there was a key under this id and it was destroyed, which is something else than a key that was lost. */
  async wasDestroyed(id: string): Promise<boolean> {
    return this.gone.has(id) || (await this.shelf.read(id)) === null;
  }

  /** For good: what was sealed under it cannot be opened again, here or in any copy. */
  async destroy(id: string): Promise<void> {
    this.forget(id);
    await this.shelf.destroy(id);
  }

  /** It is destroyed, whoever did it: this process opens nothing with it from now on. */
  forget(id: string): void {
    this.gone.add(id);
    this.opened.delete(id);
  }

  /** @throws KeyUnreadable when the keys were wrapped under another master key */
  async prove(): Promise<void> {
    const id = 'master';
    const proof = await this.shelf.noteOnce(id, this.wrap(id, randomBytes(32)).toString('base64'));
    this.unwrap(id, Buffer.from(proof, 'base64'));
  }

  /** Ties the keys to an installation, once and for all. @throws Error when they belong to another one */
  async claim(installation: string): Promise<void> {
    const stored = await this.shelf.noteOnce('installation', installation);
    if (stored !== installation) throw new Error(`These keys belong to the installation ${stored}, not to ${installation}.`);
  }

  /** Position in the log up to which erasures have been carried out on these keys. */
  erasedUpTo(): Promise<string | undefined> {
    return this.shelf.note('erasedUpTo');
  }

  noteErasedUpTo(position: string): Promise<void> {
    return this.shelf.putNote('erasedUpTo', position);
  }

  async close(): Promise<void> {
    this.opened.clear();
    await this.shelf.close();
  }

  private wrap(id: string, key: Buffer): Buffer {
    const iv = randomBytes(IV);
    const cipher = createCipheriv('aes-256-gcm', this.masterKey, iv).setAAD(Buffer.from(id));
    return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  }

  private unwrap(id: string, wrapped: Buffer): Buffer {
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.masterKey, wrapped.subarray(0, IV), { authTagLength: TAG });
      decipher.setAAD(Buffer.from(id)).setAuthTag(wrapped.subarray(wrapped.length - TAG));
      return Buffer.concat([decipher.update(wrapped.subarray(IV, wrapped.length - TAG)), decipher.final()]);
    } catch {
      throw new KeyUnreadable();
    }
  }
}

/** The master key is not the one under which the keys were wrapped, or a stored key was damaged. */
export class KeyUnreadable extends Error {
  readonly status = 503;
  readonly code = 'key-unreadable';
  constructor() {
    super('The stored keys cannot be opened with this master key.');
  }
}

/** The key store does not answer, so nothing can be sealed or opened. */
export class KeysUnavailable extends Error {
  readonly status = 503;
  readonly code = 'keys-unavailable';
  constructor(cause: unknown) {
    super('The key store does not answer. Ask again later.', { cause });
  }
}

/** A shelf whose failures are all {@link KeysUnavailable}, and that is not asked any more once it is closed: the driver of the file would end the process. */
function reported(shelf: KeyShelf): KeyShelf {
  let closed = false;
  const answered =
    <Args extends unknown[], T>(ask: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      try {
        if (closed) throw new Error('the key store is closed');
        return await ask(...args);
      } catch (error) {
        throw new KeysUnavailable(error);
      }
    };
  return {
    read: answered(shelf.read),
    add: answered(shelf.add),
    destroy: answered(shelf.destroy),
    note: answered(shelf.note),
    putNote: answered(shelf.putNote),
    noteOnce: answered(shelf.noteOnce),
    close: answered(() => {
      closed = true;
      return shelf.close();
    }),
  };
}
