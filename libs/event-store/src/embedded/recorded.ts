import { JsonObject, Position, RecordedEvent } from '../port';

/** Control characters part the cells and rows: JSON escapes them, the port refuses them in types, and no other cell can hold one. */
const CELL = '\u001f';
const ROW = '\u001e';

/** A whole page of events as one text: a cell costs the driver more than copying it costs SQLite. `%s` stands for the rows. */
export const packed = (rows: string): string =>
  `SELECT group_concat(concat_ws(char(31), position, stream, revision, id, schema_version, type, data, metadata), char(30)) FROM (SELECT * FROM events ${rows})`;

export const POSITION_SHAPE = /^(?!0{20})[0-9]{20}$/;

export function positionOf(place: number): Position {
  return String(place).padStart(20, '0') as Position;
}

/** The events of one page, in the order of its rows. */
export function unpack(page: string | null): StoredEvent[] {
  return page === null ? [] : page.split(ROW).map((row) => new StoredEvent(row));
}

/** An event as its row says: data and metadata are parsed when first asked for, and once. */
export class StoredEvent implements RecordedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly place: number;
  private dataRead: JsonObject | undefined;
  private metadataRead: JsonObject | undefined;
  private readonly dataText: string;
  private readonly metadataText: string;

  constructor(row: string) {
    const cells = row.split(CELL) as [string, string, string, string, string, string, string, string];
    this.place = Number(cells[0]);
    this.stream = cells[1];
    this.revision = Number(cells[2]);
    this.id = cells[3];
    this.schemaVersion = Number(cells[4]);
    this.type = cells[5];
    this.dataText = cells[6];
    this.metadataText = cells[7];
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
