import { openLogToWrite } from './log-file';
import { Answer, LogWriter, Request } from './log-writer';
import { Sqlite } from './sqlite';
import { WriterThread } from './writer-thread-client';

interface Waiting {
  request: Request;
  resolve: (answer: Answer) => void;
}

/** Milliseconds that a lone commit may take in place: the way to the thread and back, short by itself, is long on busy cores. */
const QUICK = 2;
/** Lone commits in place before the thread takes one, and with it the moving of pages into the file. */
const IN_PLACE = 256;
/** Appends that go to an idle thread without waiting for those that the running turn may still bring. */
const AT_ONCE = 16;
/** Pages in the write-ahead log that are too many even for a thread that never comes. */
const CHECKPOINT_IN_PLACE = 8_000;

/**
 * Brings appends to the disk. Those that come while a commit is running go together into the next one, in a writer thread. A lone append
 * does not wait for company; where the disk is quick, it is committed in place, because the way to the thread and back is longer.
 * The thread is no part of the promise: until it is ready, and if it dies, commits are made in place.
 */
export class CommitQueue {
  /** The main thread's one connection: what is committed in place need not be read again from the file. */
  readonly log: Sqlite;
  private readonly writer: LogWriter;
  private thread: WriterThread | undefined;
  private waiting: Waiting[] = [];
  private last: Promise<unknown> = Promise.resolve();
  private committing = false;
  private woken = false;
  private inPlace = 0;
  /** Milliseconds that a lone commit takes, lately. */
  private pace = 0;

  /** @param onGrowth called when the log has grown. @throws StoreUnavailable */
  constructor(
    private readonly file: string,
    private readonly onGrowth: () => void,
  ) {
    this.log = openLogToWrite(file, CHECKPOINT_IN_PLACE);
    this.writer = new LogWriter(this.log);
  }

  submit(request: Request): Promise<Answer> {
    const answered = new Promise<Answer>((resolve) => {
      this.waiting.push({ request, resolve });
    });
    this.last = answered;
    if (this.committing) return answered;
    if (this.waiting.length >= AT_ONCE && this.thread?.ready) this.run();
    else if (!this.woken) this.wake();
    return answered;
  }

  /** Waits for what was submitted, moves the write-ahead log into the file, and lets go of it. */
  async close(): Promise<void> {
    await this.last;
    await this.thread?.close();
    this.writer.checkpoint();
    this.log.close();
  }

  private wake(): void {
    this.woken = true;
    setImmediate(() => {
      this.woken = false;
      if (!this.committing) this.run();
    });
  }

  private run(): void {
    const batch = this.waiting;
    if (batch.length === 0) return;
    this.waiting = [];
    const thread = this.threadFor(batch);
    if (thread === undefined) this.commitInPlace(batch);
    else void this.commitInThread(thread, batch);
  }

  private threadFor(batch: readonly Waiting[]): WriterThread | undefined {
    const lone = batch.length === 1;
    if (lone && this.pace < QUICK && this.inPlace < IN_PLACE) return undefined;
    this.thread ??= new WriterThread(this.file);
    return this.thread.ready ? this.thread : undefined;
  }

  private commitInPlace(batch: readonly Waiting[]): void {
    const started = performance.now();
    const answers = this.writer.commit(batch.map(({ request }) => request));
    this.inPlace += 1;
    this.settle(batch, answers, performance.now() - started);
  }

  private async commitInThread(thread: WriterThread, batch: readonly Waiting[]): Promise<void> {
    this.committing = true;
    this.inPlace = 0;
    try {
      const { answers, took } = await thread.commit(batch.map(({ request }) => request));
      this.committing = false;
      this.settle(batch, answers, took);
    } catch {
      // The thread died with the batch. Ids stand for their bytes, so committing it again answers what became of it.
      this.committing = false;
      this.commitInPlace(batch);
    }
    this.run();
  }

  private settle(batch: readonly Waiting[], answers: readonly Answer[], took: number): void {
    if (batch.length === 1) this.pace += (took - this.pace) / 4;
    for (const [index, { resolve }] of batch.entries()) resolve(answers[index] as Answer);
    if (answers.some(({ kind }) => kind === 'appended')) this.onGrowth();
  }
}
