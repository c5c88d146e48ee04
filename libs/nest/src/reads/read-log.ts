import { randomUUID } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { missingTables, type KeptTables, type Rows, type Statement } from '../outbox/kept-tables';
import { GAP, type KeptRead, type NotedRead, type PageOfReads, type ReadsAsked } from './read-entry';
import { READS_TABLE, writingReads } from './reads-schema';

export interface ReadLogOptions {
  /** Days of the wall clock after which an entry is taken away; absent: never. */
  readonly keptDays?: number;
  /** Told how many reads could not be noted. */
  readonly lost?: (count: number) => void;
  /** Milliseconds in which entries are gathered before they are written. */
  readonly every?: number;
  /** Entries that wait to be written, at most. */
  readonly most?: number;
}

interface Row {
  readonly at: number | string;
  readonly id: string;
  readonly who: string;
  readonly role: string;
  readonly on_behalf_of: string | null;
  readonly what: string;
  readonly question: string | null;
  readonly recorded_at: string | null;
  readonly effective_at: string | null;
  readonly shown: number;
  readonly redacted: number;
}

const DAY = 86_400_000;
/** Entries that are written together. */
const BATCH = 1_000;
/** Milliseconds between two looks for entries that are too old. */
const TIDY_EVERY = 3_600_000;

/**
 * Who looked at which records, kept beside the other kept records. To note a read costs a place in a queue; what waits is written together.
 * Where it cannot be written people read on: it is tried again, what finds no place any more is counted, and the gap stands in the log itself.
 */
export class ReadLog {
  private readonly logger = new Logger('reads');
  private readonly process = randomUUID();
  private waiting: NotedRead[] = [];
  /** Entries under ids of their own, so that to write them twice is to write them once. */
  private batch: KeptRead[] = [];
  private written = 0;
  private lost = 0;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> | undefined;
  private tidied = 0;
  private closed = false;
  private readonly every: number;
  private readonly most: number;

  private constructor(
    private readonly tables: KeptTables,
    private readonly options: ReadLogOptions,
  ) {
    this.every = options.every ?? 1_000;
    this.most = options.most ?? 20_000;
  }

  static async open(tables: KeptTables, options: ReadLogOptions = {}): Promise<ReadLog> {
    const missing = await missingTables(tables, READS_TABLE);
    if (missing.length > 0) await tables.all(missing);
    return new ReadLog(tables, options);
  }

  note(read: NotedRead): void {
    if (this.waiting.length + this.batch.length >= this.most) {
      this.lost += 1;
      this.options.lost?.(1);
      return;
    }
    this.waiting.push(read);
    if (this.timer === undefined && !this.closed) this.timer = setTimeout(() => void this.flush(), this.every);
  }

  /** Writes what waits. @returns whether nothing waits any more */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    while (this.writing) await this.writing;
    this.writing = this.write();
    await this.writing;
    this.writing = undefined;
    const left = this.batch.length + this.waiting.length;
    if (left > 0 && !this.closed) this.timer ??= setTimeout(() => void this.flush(), this.every);
    return left === 0;
  }

  /** The newest first, what waits included. May throw what the database throws. */
  async list({ who, role, what, from, to, limit, before }: ReadsAsked): Promise<PageOfReads> {
    await this.flush();
    const wanted: [string, ...(string | number)[]][] = [
      ...(who === undefined ? [] : [['who = ?', who] as [string, string]]),
      ...(role === undefined ? [] : [['role = ?', role] as [string, string]]),
      // What lies below a path sorts between it with a slash and it with the character after the slash.
      ...(what === undefined ? [] : [['(what = ? OR (what >= ? AND what < ?))', what, `${what}/`, `${what}0`] as [string, ...string[]]]),
      ...(from === undefined ? [] : [['at >= ?', from] as [string, number]]),
      ...(to === undefined ? [] : [['at <= ?', to] as [string, number]]),
      ...(before === undefined ? [] : [['(at, id) < (?, ?)', before.at, before.id] as [string, number, string]]),
    ];
    const where = wanted.length === 0 ? '' : `WHERE ${wanted.map(([condition]) => condition).join(' AND ')}`;
    const values = wanted.flatMap(([, ...given]) => given);
    const text = `SELECT * FROM ${this.tables.schema}reads ${where} ORDER BY at DESC, id DESC LIMIT ?`;
    const rows = (await this.ask(text, ...values, limit + 1)) as readonly Row[];
    const reads = rows.slice(0, limit).map(readFrom);
    const last = reads.at(-1);
    return { reads, ...(rows.length > limit && last && { next: { at: last.at, id: last.id } }) };
  }

  /** Writes what waits, as far as that can be done now. */
  async close(): Promise<void> {
    this.closed = true;
    await this.flush();
    if (!(await this.flush())) {
      const missing = this.batch.length + this.waiting.length;
      this.options.lost?.(missing);
      this.logger.error({ missing }, 'Reads of records could not be noted before the end');
    }
    await this.tables.close();
  }

  /** What waits now, in batches; what comes meanwhile waits for the next time. */
  private async write(): Promise<void> {
    try {
      for (let due = this.batch.length + this.waiting.length + Math.sign(this.lost); due > 0;) {
        if (this.batch.length === 0) this.batch = this.nextBatch();
        await this.tables.all([writingReads(this.tables, this.batch.map(storedFrom))]);
        due -= this.batch.length;
        this.batch = [];
      }
      await this.tidy();
    } catch (error) {
      const waiting = this.batch.length + this.waiting.length;
      this.logger.error({ error: String(error), waiting, lost: this.lost }, 'Reads of records could not be noted; trying again');
    }
  }

  private nextBatch(): KeptRead[] {
    const gap = this.lost > 0 ? [{ at: Date.now(), who: 'process:reads', role: GAP, what: '', rows: this.lost, redacted: 0 }] : [];
    this.lost = 0;
    return [...gap, ...this.waiting.splice(0, BATCH)].map((read) => ({ ...read, id: this.nextId() }));
  }

  private async tidy(): Promise<void> {
    const { keptDays } = this.options;
    if (keptDays === undefined || Date.now() - this.tidied < TIDY_EVERY) return;
    await this.ask(`DELETE FROM ${this.tables.schema}reads WHERE at < ?`, Date.now() - keptDays * DAY);
    this.tidied = Date.now();
  }

  /** In the order in which they were noted. */
  private nextId(): string {
    this.written += 1;
    return `${String(this.written).padStart(12, '0')}-${this.process}`;
  }

  private async ask(...statement: Statement): Promise<Rows> {
    return (await this.tables.all([statement]))[0]!;
  }
}

const storedFrom = ({ question, ...read }: NotedRead): object => ({ ...read, ...(question && { question: JSON.stringify(question) }) });

function readFrom(row: Row): KeptRead {
  const { at, id, who, role, on_behalf_of, what, question, recorded_at, effective_at, shown, redacted } = row;
  return {
    id,
    at: Number(at),
    who,
    role,
    ...(on_behalf_of !== null && { onBehalfOf: on_behalf_of }),
    what,
    ...(question !== null && { question: JSON.parse(question) as NonNullable<NotedRead['question']> }),
    ...(recorded_at !== null && { recordedAt: recorded_at }),
    ...(effective_at !== null && { effectiveAt: effective_at }),
    rows: shown,
    redacted,
  };
}
