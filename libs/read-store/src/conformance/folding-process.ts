import 'reflect-metadata';
import { CheckpointMoved } from '../errors';
import { openReadStore } from '../read-store';
import { catalogue, register, timeline, watch } from './fixture';
import { longLog } from './histories';
import { foldToEnd } from './place';

/** Folds and rebuilds for ever into the file that it is given, and says a word after every step, until it is killed. */
async function main(path: string): Promise<void> {
  const log = longLog();
  const folds = [register, timeline, watch];
  const store = await openReadStore({ sqlite: path, catalogue });
  await store.prepare(folds);
  const told = (): void => void process.stdout.write('.');
  const folding = async (): Promise<void> => {
    for (;;) {
      await foldToEnd(store, log, folds, 10).catch((error: unknown) => {
        if (!(error instanceof CheckpointMoved)) throw error;
      });
      told();
    }
  };
  const rebuilding = async (): Promise<void> => {
    for (;;) for (const { name } of folds) await store.rebuild(name, log, { batch: 200, onProgress: told });
  };
  await Promise.all([folding(), rebuilding()]);
}

void main(process.argv[2]!);
