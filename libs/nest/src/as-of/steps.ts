import type { RecordedEvent } from '@app/event-store';
import type { Difference } from './differences';

/** Which events changed what on the way from one moment to another. */
export class Steps {
  readonly events: RecordedEvent[] = [];
  /** Events by the paths that they changed, and by every path around those. */
  private readonly exactly = new Map<string, Set<number>>();
  private readonly inside = new Map<string, Set<number>>();

  add(event: RecordedEvent, differences: readonly Difference[]): void {
    const place = this.events.push(event) - 1;
    for (const { path } of differences) {
      put(this.exactly, path, place);
      for (const around of [path, ...pathsAround(path)]) put(this.inside, around, place);
    }
  }

  /** Places of the events that changed a path, something in it, or it with all that is around it; else of those nearest around it. */
  at(path: string): number[] {
    const around = pathsAround(path);
    const found = new Set([...(this.inside.get(path) ?? []), ...around.flatMap((one) => [...(this.exactly.get(one) ?? [])])]);
    const nearest = found.size > 0 ? found : around.map((one) => this.inside.get(one)).find((one) => one !== undefined);
    return [...(nearest ?? [])].sort((one, other) => one - other);
  }
}

/** The paths that a path is inside of, the nearest first. */
function pathsAround(path: string): string[] {
  const around: string[] = [];
  for (let end = path.length - 1; end > 0; end -= 1) if (path[end] === '.' || path[end] === '[') around.push(path.slice(0, end));
  return around;
}

function put(map: Map<string, Set<number>>, path: string, place: number): void {
  const places = map.get(path);
  if (places) places.add(place);
  else map.set(path, new Set([place]));
}
