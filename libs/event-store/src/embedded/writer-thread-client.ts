import { once } from 'node:events';
import { extname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Request } from './log-writer';
import type { Committed, FromWriter } from './writer-thread';

/** The writer thread, as the main thread sees it. It keeps the process alive only while it has a batch. */
export class WriterThread {
  /** False until the thread can write, and again when it is gone. */
  ready = false;
  private readonly worker: Worker;
  private batch: { resolve: (committed: Committed) => void; reject: (error: Error) => void } | undefined;

  constructor(file: string) {
    this.worker = startThread({ file });
    this.worker.unref();
    this.worker.on('message', (message: FromWriter) => this.heard(message));
    this.worker.on('error', (error) => this.end(error));
    this.worker.on('exit', (code) => this.end(new Error(`the writer thread ended with code ${code}`)));
  }

  /** One batch at a time. @throws Error when the thread ends instead of answering: what became of the batch is then unknown */
  commit(batch: readonly Request[]): Promise<Committed> {
    return new Promise((resolve, reject) => {
      this.batch = { resolve, reject };
      this.worker.ref();
      this.worker.postMessage(batch);
    });
  }

  /** Ends the thread, which has nothing under way. */
  async close(): Promise<void> {
    if (!this.ready) {
      await this.worker.terminate();
      return;
    }
    const exited = once(this.worker, 'exit');
    this.worker.ref();
    this.worker.postMessage('close');
    await exited;
  }

  private heard(message: FromWriter): void {
    if (message === 'ready') {
      this.ready = true;
      return;
    }
    this.worker.unref();
    this.batch?.resolve(message);
    this.batch = undefined;
  }

  private end(error: Error): void {
    this.ready = false;
    this.batch?.reject(error);
    this.batch = undefined;
  }
}

/** What the thread makes is short-lived and small. */
const YOUNG = { maxYoungGenerationSizeMb: 4 };

/** In a build the thread runs what stands beside this file; from the sources (specs) it compiles what it loads, as Jest does for itself. */
function startThread(workerData: { file: string }): Worker {
  const entry = join(__dirname, `writer-thread${extname(__filename)}`);
  if (extname(entry) === '.js') return new Worker(entry, { workerData, resourceLimits: YOUNG });
  const compile = `
    const required = require('node:module').createRequire(${JSON.stringify(entry)});
    const { transformFileSync } = required('@swc/core');
    const options = { module: { type: 'commonjs' }, jsc: { target: 'es2022', parser: { syntax: 'typescript' } } };
    required.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
    required(${JSON.stringify(entry)});`;
  return new Worker(compile, { eval: true, workerData });
}
