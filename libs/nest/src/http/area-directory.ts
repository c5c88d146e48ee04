import type { Projection } from '@app/event-sourcing';
import { wordsIn, type ReadStore } from '@app/read-store';

/** Local areas by their names and regions, for lists whose rows name them by id. */
export class AreaDirectory {
  constructor(
    private readonly readStore: ReadStore,
    /** Rows by the id of their local area, with its `region`, found by the words of its name. */
    private readonly areas: Projection,
  ) {}

  async inRegions(regions: readonly string[]): Promise<readonly string[]> {
    return (await this.readStore.keys(this.areas, { where: { region: { in: regions } } })).keys;
  }

  /** Areas in whose names every word of a text begins a word. */
  async named(text: string): Promise<readonly string[]> {
    return (await this.readStore.keys(this.areas, { words: wordsIn(text).map((begins) => ({ begins })) })).keys;
  }
}
