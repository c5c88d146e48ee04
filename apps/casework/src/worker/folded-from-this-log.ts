import { PortRefusal, type EventStore } from '@app/event-store';
import type { ReadStore } from '@app/read-store';
import { SettingsInvalid } from '../settings-invalid';

/**
 * Read models that have folded events which the log does not have are of no use: an older copy of the log was restored, and what is
 * recorded from now on would be taken for what they have seen.
 * @throws SettingsInvalid, StoreUnavailable
 */
export async function checkFoldedFromThisLog(store: EventStore, readStore: ReadStore): Promise<void> {
  const positions = (await readStore.status()).flatMap(({ serving, building }) => [serving.position, building?.position]);
  for (const position of new Set(positions)) {
    if (position === undefined) continue;
    try {
      await store.readAll({ from: position, limit: 1 });
    } catch (error) {
      if (!(error instanceof PortRefusal)) throw error;
      throw new SettingsInvalid(
        `The read models hold what was recorded up to ${position}, and the log has nothing there: it ends at ${String(await store.end())}. ` +
          'An older copy of it was restored. Delete reading.db, or the schema reading of the database, and start again: they are rebuilt.',
      );
    }
  }
}
