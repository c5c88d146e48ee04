import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { claimFolder, FolderInUse, openEmbeddedEventStore, StoreUnavailable, StreamNotFound } from '@app/event-store';

/**
 * A process with many writers on the embedded store: `embedded-writers.ts <folder> <writers>`. Every acknowledged event is one line on
 * standard output, `<stream> <revision> <id>`, written before the next one is begun. It ends when it is killed (or refused: exit code 3,
 * or when the store says that it cannot store: exit code 4).
 */
const [folder = '', writers = '16'] = process.argv.slice(2);

function own(): void {
  try {
    claimFolder(folder);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    console.error(error.message);
    process.exit(3);
  }
}

async function main(): Promise<void> {
  own();
  const store = openEmbeddedEventStore(folder);
  const lastRevision = async (stream: string) => {
    try {
      return (await store.readStream(stream, { direction: 'backwards', limit: 1 }))[0]?.revision;
    } catch (error) {
      if (error instanceof StreamNotFound) return undefined;
      throw error;
    }
  };
  const write = async (stream: string) => {
    for (;;) {
      const last = await lastRevision(stream);
      const events = Array.from({ length: 1 + ((last ?? 0) % 3) }, () => ({
        id: randomUUID(),
        type: 'DeepDiveRecorded',
        data: { findings: 'what was found '.repeat(40) },
        metadata: { who: 'case-lead' },
      }));
      await store.append(stream, last ?? 'no-stream', events);
      const first = last === undefined ? 0 : last + 1;
      writeSync(1, events.map(({ id }, index) => `${stream} ${first + index} ${id}\n`).join(''));
    }
  };
  await Promise.all(Array.from({ length: Number(writers) }, (_nothing, writer) => write(`improvementCase-area${writer}`)));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(error instanceof StoreUnavailable ? 4 : 1);
});
