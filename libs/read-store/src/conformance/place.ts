import type { EventCatalogue } from '@app/event-sourcing';
import { comparePositions } from '@app/event-store/port';
import type { Fold } from '../layout';
import { openReadStore, type ReadStore, type ReadStoreOptions } from '../read-store';
import { catalogue, type MemoryLog } from './fixture';

/** Where a store is: the same place opened twice is the same store. */
export type Place = { readonly sqlite: string } | { readonly postgres: string; readonly schema: string };

/** What the suite needs of a database. */
export interface Setting {
  /** An empty place that no other case uses. */
  readonly freshPlace: () => Place;
}

/** Opens stores and closes them when the case is over. */
export class Opened {
  private readonly stores: ReadStore[] = [];

  async open(place: Place, options: Partial<Pick<ReadStoreOptions, 'catalogue' | 'skipped'>> = {}): Promise<ReadStore> {
    const store = await openReadStore({ catalogue, ...options, ...place });
    this.stores.push(store);
    return store;
  }

  async with(place: Place, folds: readonly Fold[], known?: EventCatalogue): Promise<ReadStore> {
    const store = await this.open(place, known ? { catalogue: known } : {});
    await store.prepare(folds);
    return store;
  }

  async closeAll(): Promise<void> {
    await Promise.all(this.stores.splice(0).map((store) => store.close()));
  }
}

/** Folds each of these from where it stands to the end of the log. */
export async function foldToEnd(store: ReadStore, log: MemoryLog, folds: readonly Fold[], batch = 100): Promise<void> {
  for (const { name } of folds) {
    for (;;) {
      const { position: from } = await store.checkpoint(name);
      const events = log.after(from, batch);
      if (events.length === 0) break;
      const [outcome] = await store.fold([name], events, { from, to: events.at(-1)!.position });
      if (outcome!.stopped || comparePositions(outcome!.position, from) <= 0) break;
    }
  }
}
