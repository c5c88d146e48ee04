import { parentPort, workerData } from 'node:worker_threads';
import { openLogToWrite } from './log-file';
import { LogWriter, Request } from './log-writer';

/** Runs in a thread of its own: commits each batch it is sent, and answers with what became of it and how many milliseconds that took. */
function serve(file: string): void {
  const log = openLogToWrite(file);
  const writer = new LogWriter(log);
  parentPort?.on('message', (batch: Request[] | 'close') => {
    if (batch === 'close') {
      log.close();
      parentPort?.close();
      return;
    }
    const started = performance.now();
    const answers = writer.commit(batch);
    parentPort?.postMessage({ answers, took: performance.now() - started });
  });
  parentPort?.postMessage('ready');
}

serve((workerData as { file: string }).file);
