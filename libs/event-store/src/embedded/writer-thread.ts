import { parentPort, workerData } from 'node:worker_threads';
import { openLogToWrite } from './log-file';
import { Answer, LogWriter, Request } from './log-writer';

/** What the thread sends: that it can write, then of each batch in turn what became of its requests, and in how many milliseconds. */
export type FromWriter = 'ready' | Committed;
export interface Committed {
  answers: Answer[];
  took: number;
}

/** Pages in the write-ahead log after which a commit moves them into the file. */
const CHECKPOINT = 2_000;

/** Runs in a thread of its own: commits each batch that it is sent, until it is told to close. */
function serve(file: string): void {
  const log = openLogToWrite(file, CHECKPOINT);
  const writer = new LogWriter(log);
  const send = (message: FromWriter) => parentPort?.postMessage(message);
  parentPort?.on('message', (batch: Request[] | 'close') => {
    if (batch === 'close') {
      log.close();
      parentPort?.close();
      return;
    }
    const started = performance.now();
    const answers = writer.commit(batch);
    send({ answers, took: performance.now() - started });
  });
  send('ready');
}

serve((workerData as { file: string }).file);
