import { closeSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const LENGTH_BYTES = 4;

/** The log's messages one after the other, each behind its length; what was added survives the process, not the machine. */
export class LogFile {
  private readonly descriptor: number;
  private readonly ends: number[] = [];

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.descriptor = openSync(join(folder, 'protocol-double.log'), 'a+');
  }

  /** What earlier processes wrote; a message cut short is dropped. */
  messages(): Buffer[] {
    const bytes = readFileSync(this.descriptor);
    const messages: Buffer[] = [];
    let at = 0;
    while (at + LENGTH_BYTES <= bytes.length) {
      const end = at + LENGTH_BYTES + bytes.readUInt32BE(at);
      if (end > bytes.length) break;
      messages.push(bytes.subarray(at + LENGTH_BYTES, end));
      this.ends.push(end);
      at = end;
    }
    if (at < bytes.length) ftruncateSync(this.descriptor, at);
    return messages;
  }

  add(messages: readonly Buffer[]): void {
    const parts: Buffer[] = [];
    let end = this.ends.at(-1) ?? 0;
    for (const message of messages) {
      const length = Buffer.alloc(LENGTH_BYTES);
      length.writeUInt32BE(message.length);
      parts.push(length, message);
      end += LENGTH_BYTES + message.length;
      this.ends.push(end);
    }
    writeSync(this.descriptor, Buffer.concat(parts));
  }

  /** Drops what comes after the first `count` messages. */
  keep(count: number): void {
    this.ends.length = count;
    ftruncateSync(this.descriptor, this.ends.at(-1) ?? 0);
  }

  close(): void {
    closeSync(this.descriptor);
  }
}
