import { Position, PositionBeyondEnd, RecordedEvent } from '../port';
import { positionNotGiven } from '../port-checks';
import { Client, Unanswered } from './client';
import { comparePlaces, LogEvent, Names, Place, placeIn, positionOf } from './recorded';
import { Server } from './server';

/** Events of all kinds that are read at once, where more of ours are looked for. */
const STRIDE = 500;
const MOST = 4_000;

type Ask = <T>(act: (client: Client) => Promise<T>) => Promise<T>;

/** The server's whole log. */
export class Log {
  constructor(
    private readonly server: Server,
    private readonly names: Names,
  ) {}

  /**
   * At most `limit` of our events; forwards from the one at `from` (or after it, where a scavenge has taken away what stood there: it was
   * not ours), backwards from the one before it.
   * @throws StoreUnavailable; PortRefusal where nothing ever stood at `from`
   */
  async ours(from: Place | undefined, limit: number, direction: 'forwards' | 'backwards'): Promise<RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    const forwards = direction === 'forwards';
    let [place, stride] = [from, Math.min(limit, MOST)];
    for (let first = true; ; first = false) {
      const events = await this.page(place, stride, direction);
      const start = events[0];
      if (forwards && place !== undefined && (start === undefined || comparePlaces(placeIn(start), place) < 0)) {
        throw positionNotGiven(positionOf(place));
      }
      for (const event of first || !forwards || place === undefined ? events : beyond(place, events)) {
        const ours = this.names.ours(event);
        if (ours !== undefined && found.push(ours) === limit) return found;
      }
      const last = events.at(-1);
      if (last === undefined || events.length < stride) return found;
      place = placeIn(last);
      stride = Math.min(Math.max(limit - found.length + 1, STRIDE), MOST);
    }
  }

  /** Position of our last event. @throws StoreUnavailable */
  async end(): Promise<Position | undefined> {
    return (await this.ours(undefined, 1, 'backwards'))[0]?.position;
  }

  /**
   * At most `limit` events of all kinds after the one at `place`, asked for once.
   * @throws Unanswered; PositionBeyondEnd where the log ends before `place`; PortRefusal where nothing ever stood there
   */
  async after(place: Place | undefined, limit: number): Promise<readonly LogEvent[]> {
    const once: Ask = (act) => this.server.once(act);
    if (place === undefined) return once((client) => client.readAll({ from: undefined, limit, direction: 'forwards' }));
    const events = await this.readable(() => once((client) => client.readAll({ from: place, limit: limit + 1, direction: 'forwards' })));
    const [start] = events;
    if (start !== undefined && comparePlaces(placeIn(start), place) >= 0) return beyond(place, events).slice(0, limit);
    const [last] = await once((client) => client.readAll({ from: undefined, limit: 1, direction: 'backwards' }));
    const end = last === undefined ? undefined : placeIn(last);
    if (end === undefined || comparePlaces(end, place) < 0) {
      throw new PositionBeyondEnd(`the log ends at ${end === undefined ? 'its start' : positionOf(end)}, before ${positionOf(place)}`);
    }
    throw positionNotGiven(positionOf(place));
  }

  /** What comes after `place`, as the server pushes it, until it is stopped or has `ended`. */
  tail(place: Place | undefined, on: Parameters<Client['tail']>[1]): () => void {
    return this.server.current().tail(place, on);
  }

  private async page(from: Place | undefined, limit: number, direction: 'forwards' | 'backwards'): Promise<readonly LogEvent[]> {
    try {
      return await this.server.ask((client) => client.readAll({ from, limit, direction }));
    } catch (error) {
      if (error instanceof Unanswered && from !== undefined) throw positionNotGiven(positionOf(from));
      throw error;
    }
  }

  /** An unreadable position is an empty page, if the server says so twice. */
  private async readable(read: () => Promise<readonly LogEvent[]>): Promise<readonly LogEvent[]> {
    for (let times = 1; ; times += 1) {
      try {
        return await read();
      } catch (error) {
        if (!(error instanceof Unanswered) || error.kind !== 'no-such-position') throw error;
        if (times === 2) return [];
      }
    }
  }
}

/** Without the event at `place`; the server begins with the one after it where a scavenge has taken it away. */
function beyond(place: Place, events: readonly LogEvent[]): readonly LogEvent[] {
  const [start] = events;
  return start !== undefined && comparePlaces(placeIn(start), place) === 0 ? events.slice(1) : events;
}
