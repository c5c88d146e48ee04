import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where wrapped keys are kept. A key once destroyed leaves a tombstone: its id never gets another one. */
export interface KeyShelf {
  /** `null`: destroyed; `undefined`: never made. */
  read(id: string): Promise<Buffer | null | undefined>;
  /** Keeps a key unless there is one, or a tombstone; then that is returned. */
  add(id: string, wrapped: Buffer): Promise<Buffer | null>;
  destroy(id: string): Promise<void>;
  note(name: string): Promise<string | undefined>;
  putNote(name: string, value: string): Promise<void>;
  close(): Promise<void>;
}

const KEPT_IN_MEMORY = 10_000;
const IV = 12;
const TAG = 16;

/** Keys of subjects and streams, wrapped by the master key where they rest (P3). */
export class Keys {
  private readonly opened = new Map<string, Buffer>();

  constructor(
    private readonly shelf: KeyShelf,
    private readonly masterKey: Buffer,
  ) {}

  /** The key if this process has it at hand. */
  atHand(id: string): Buffer | undefined {
    return this.opened.get(id);
  }

  /** `undefined`: destroyed, or, without `create`, never made. @throws KeyUnreadable under another master key */
  async key(id: string, { create }: { create: boolean }): Promise<Buffer | undefined> {
    const opened = this.opened.get(id);
    if (opened) return opened;
    const found = await this.shelf.read(id);
    if (found === null || (found === undefined && !create)) return undefined;
    const wrapped = found ?? (await this.shelf.add(id, this.wrap(id, randomBytes(32))));
    if (wrapped === null) return undefined;
    const key = this.unwrap(id, wrapped);
    if (this.opened.size >= KEPT_IN_MEMORY) this.opened.delete(this.opened.keys().next().value!);
    this.opened.set(id, key);
    return key;
  }

  /** For good: what was sealed under it cannot be opened again, here or in any copy. */
  async destroy(id: string): Promise<void> {
    await this.shelf.destroy(id);
    this.forget(id);
  }

  /** Another process has destroyed it. */
  forget(id: string): void {
    this.opened.get(id)?.fill(0);
    this.opened.delete(id);
  }

  /** Ties the keys to an installation, once and for all. @throws Error when they belong to another one */
  async claim(installation: string): Promise<void> {
    const stored = await this.shelf.note('installation');
    if (stored !== undefined && stored !== installation)
      throw new Error(`These keys belong to the installation ${stored}, not to ${installation}.`);
    if (stored === undefined) await this.shelf.putNote('installation', installation);
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
      const decipher = createDecipheriv('aes-256-gcm', this.masterKey, wrapped.subarray(0, IV)).setAAD(Buffer.from(id));
      decipher.setAuthTag(wrapped.subarray(wrapped.length - TAG));
      return Buffer.concat([decipher.update(wrapped.subarray(IV, wrapped.length - TAG)), decipher.final()]);
    } catch {
      throw new KeyUnreadable();
    }
  }
}

/** The master key is not the one under which the keys were wrapped. */
export class KeyUnreadable extends Error {
  readonly code = 'key-unreadable';
  constructor() {
    super('The stored keys cannot be opened with this master key.');
  }
}
