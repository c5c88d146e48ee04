import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ChainCheck, claimFolder, openEmbeddedEventStore, type EventStore, type Position } from '@app/event-store';
import { openEventStoreDb } from '@app/event-store/eventstoredb';

const PAGE = 1_000;

/**
 * Follows the hash chains of an embedded installation (P6), as {@link verifyChains} does.
 * @throws FolderInUse while the server runs
 */
export async function verifyFolder(folder: string): Promise<void> {
  if (!existsSync(join(folder, 'events.db'))) throw new Error(`${folder} holds no events.`);
  const claim = claimFolder(folder);
  try {
    await verifyChains(openEmbeddedEventStore(folder));
  } finally {
    claim.release();
  }
}

/**
 * Follows the hash chains of an installation on EventStoreDB (P6), as {@link verifyChains} does, whether or not the system runs.
 * @throws StoreUnavailable
 */
export async function verifyEventStoreDb(connectionString: string): Promise<void> {
  await verifyChains(openEventStoreDb(connectionString));
}

/**
 * Follows the hash chain of every stream and closes the store. It shows an edit, a swap, an insertion or a gap; not a cut tail, a missing
 * stream or a history written anew. Sets the exit code to 1 where a chain does not hold.
 */
async function verifyChains(store: EventStore): Promise<void> {
  const chains = new Map<string, ChainCheck>();
  let events = 0;
  let faults = 0;
  let from: Position | undefined;
  try {
    for (;;) {
      const page = await store.readAll(from === undefined ? { limit: PAGE } : { from, limit: PAGE + 1 });
      const fresh = page.filter(({ position }) => position !== from);
      if (fresh.length === 0) break;
      for (const event of fresh) {
        const chain = chains.get(event.stream) ?? new ChainCheck();
        chains.set(event.stream, chain);
        const fault = chain.follow(event);
        events += 1;
        if (!fault) continue;
        faults += 1;
        console.error(`${fault.stream}@${fault.revision}: ${fault.says}`);
      }
      from = fresh.at(-1)!.position;
    }
  } finally {
    await store.close();
  }
  console.log(`${events} events in ${chains.size} streams: ${faults === 0 ? 'every chain holds' : `${faults} do not hold`}.`);
  if (faults > 0) process.exitCode = 1;
}
