import { JsonObject, Position, RecordedEvent } from '../port';

/** A control character parts the cells: JSON escapes it, the port refuses it in types, and no other cell can hold one. */
const CELL = '\u001f';
const CELLS = 8;

/** Rows of a page as one text, and their number: every cell that is handed over by itself costs more than copying it does. */
export const packed = (rows: string): string =>
  `SELECT group_concat(concat_ws(char(31), position, stream, revision, id, schema_version, type, data, metadata), char(31)), count(*) FROM ${rows}`;

export const POSITION_SHAPE = /^(?!0{20})[0-9]{20}$/;

export function positionOf(place: number): Position {
  return String(place).padStart(20, '0') as Position;
}

/** The events of all pages, in the order of their rows. */
export function unpack(pages: readonly string[]): StoredEvent[] {
  const events: StoredEvent[] = [];
  for (const page of pages) {
    const cells = page.split(CELL);
    for (let cell = 0; cell < cells.length; cell += CELLS) events.push(new StoredEvent(cells, cell));
  }
  return events;
}

/** An event as its row says: data and metadata are parsed when first asked for, and once. */
export class StoredEvent implements RecordedEvent {
  readonly place: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly schemaVersion: number;
  readonly type: string;
  private readonly dataText: string;
  private readonly metadataText: string;
  private dataRead: JsonObject | undefined = undefined;
  private metadataRead: JsonObject | undefined = undefined;

  constructor(cells: readonly string[], at: number) {
    this.place = Number(cells[at]);
    this.stream = cells[at + 1] as string;
    this.revision = Number(cells[at + 2]);
    this.id = cells[at + 3] as string;
    this.schemaVersion = Number(cells[at + 4]);
    this.type = cells[at + 5] as string;
    this.dataText = cells[at + 6] as string;
    this.metadataText = cells[at + 7] as string;
  }

  get position(): Position {
    return positionOf(this.place);
  }

  get data(): JsonObject {
    return (this.dataRead ??= JSON.parse(this.dataText) as JsonObject);
  }

  get metadata(): JsonObject {
    return (this.metadataRead ??= JSON.parse(this.metadataText) as JsonObject);
  }
}
