import { createHash } from 'node:crypto';
import { comparePositions, type Position } from '@app/event-store';
import type { ReadStore } from '@app/read-store';
import type { OnModuleDestroy } from '@nestjs/common';
import { Observable, Subject } from 'rxjs';

/** A list as some readers see it. */
export interface WatchedList {
  /** The same for all who are shown the same. */
  readonly id: string;
  /** Read model that it is a list of. */
  readonly fold: string;
  /** What is shown now, redacted as for those readers. */
  readonly show: () => Promise<{ readonly shown: unknown; readonly position: Position | undefined }>;
}

/** The list stands as it was shown at `position`; `changed`: otherwise than the reader has seen it. */
export interface ListNews {
  readonly changed: boolean;
  readonly position: Position | undefined;
}

/** Lists that are watched at the same time, at most. */
const MOST = 1_000;

/** More lists are watched than this process takes on. */
export class TooManyWatched extends Error {
  readonly status = 503;
  readonly code = 'too-many-watched';
  constructor() {
    super('Too many lists are watched at the moment. Ask again later.');
  }
}

interface Watched {
  readonly list: WatchedList;
  readonly news: Subject<ListNews>;
  readers: number;
  position: Position | undefined;
  digest: string;
}

/**
 * Tells readers that a list changed. Whatever was folded, a list is shown again once for all who see the same, and only what they are
 * shown decides: a change in a field that is closed to them is no change. Kept of a list: a digest and a position.
 */
export class LiveLists implements OnModuleDestroy {
  private readonly watched = new Map<string, Watched>();
  private timer: NodeJS.Timeout | undefined;
  private ended = false;

  /** @param every milliseconds between two looks */
  constructor(
    private readonly readStore: Pick<ReadStore, 'checkpoint'>,
    private readonly every = 250,
  ) {}

  /**
   * News of a list, at once where it stands and then whenever it changes.
   * @param seen position that the reader has seen it at
   * @throws TooManyWatched, what `show` throws
   */
  async watch(list: WatchedList, seen?: Position): Promise<Observable<ListNews>> {
    const begun = this.watched.get(list.id) ?? (await this.begin(list));
    return new Observable<ListNews>((reader) => {
      if (this.ended) return reader.complete();
      const watched = this.watched.get(list.id) ?? begun;
      watched.readers += 1;
      this.watched.set(list.id, watched);
      reader.next({ changed: seen !== undefined && comparePositions(seen, watched.position) < 0, position: watched.position });
      const subscription = watched.news.subscribe(reader);
      this.lookLater();
      return () => {
        subscription.unsubscribe();
        watched.readers -= 1;
        if (watched.readers === 0) this.watched.delete(list.id);
      };
    });
  }

  /** How many lists are watched. */
  get size(): number {
    return this.watched.size;
  }

  onModuleDestroy(): void {
    this.ended = true;
    clearTimeout(this.timer);
    for (const { news } of this.watched.values()) news.complete();
  }

  private async begin(list: WatchedList): Promise<Watched> {
    if (this.watched.size >= MOST) throw new TooManyWatched();
    const { shown, position } = await list.show();
    return { list, news: new Subject(), readers: 0, position, digest: digestOf(shown) };
  }

  private lookLater(): void {
    if (this.timer !== undefined || this.ended || this.watched.size === 0) return;
    this.timer = setTimeout(() => void this.look(), this.every);
  }

  private async look(): Promise<void> {
    const reached = new Map<string, Position | undefined>();
    for (const watched of this.watched.values()) {
      // What cannot be read now is looked at again.
      await this.lookAt(watched, reached).catch(() => undefined);
    }
    this.timer = undefined;
    this.lookLater();
  }

  private async lookAt(watched: Watched, reached: Map<string, Position | undefined>): Promise<void> {
    const { list, news } = watched;
    if (!reached.has(list.fold)) reached.set(list.fold, (await this.readStore.checkpoint(list.fold)).position);
    if (reached.get(list.fold) === watched.position) return;
    const { shown, position } = await list.show();
    const digest = digestOf(shown);
    watched.position = position;
    if (digest === watched.digest) return;
    watched.digest = digest;
    news.next({ changed: true, position });
  }
}

const digestOf = (shown: unknown): string => createHash('sha256').update(JSON.stringify(shown)).digest('base64');
