import { createHash, type Hash } from 'node:crypto';
import { sql } from 'kysely';
import { rowTable, type Build } from './builds';
import type { Connection, Database, Work } from './database/database';

/** How many rows there are, and a hash over their keys and their JSON in the order of the keys' bytes. Equal rows, equal checksums. */
export interface Checksum {
  readonly rows: number;
  /** SHA-256, hex. */
  readonly sha256: string;
}

/** Takes rows in the order of their keys. */
export class RowChecksum {
  private readonly hash: Hash = createHash('sha256');
  private rows = 0;

  add(key: string, json: string): void {
    this.rows += 1;
    this.hash.update(`${JSON.stringify(key)}${json}\n`);
  }

  get checksum(): Checksum {
    return { rows: this.rows, sha256: this.hash.copy().digest('hex') };
  }
}

export const compareBytes = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

interface Row {
  readonly key: string;
  readonly body: string;
}

/** The rows of a build in order, a page at a time. */
export async function* rowsOf(db: Database, connection: Work | Connection, build: Build): AsyncGenerator<readonly Row[]> {
  let last = '';
  for (;;) {
    const { rows } = await sql<Row>`SELECT key, body FROM ${db.table(rowTable(build))}
      WHERE key > ${last} ORDER BY key LIMIT 500`.execute(connection);
    if (rows.length === 0) return;
    yield rows;
    last = rows.at(-1)!.key;
  }
}

/** The checksum of a build's rows; of process instances their states alone. */
export async function checksumOf(db: Database, connection: Work | Connection, build: Build): Promise<Checksum> {
  const sum = new RowChecksum();
  for await (const rows of rowsOf(db, connection, build)) {
    for (const { key, body } of rows) sum.add(key, body);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return sum.checksum;
}
