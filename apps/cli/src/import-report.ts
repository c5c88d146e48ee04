/** What the server says of an import, line by line; `docs/openapi.json` has the route. */
export type ImportEvent =
  | { readonly import: Announced }
  | { readonly row: ReportLine }
  | { readonly progress: { readonly rows: number; readonly bytes: number } }
  | { readonly summary: Summary }
  | { readonly stopped: { readonly code: string; readonly says: string } };

export interface Announced {
  readonly layout: string;
  readonly publisher: string;
  readonly dated: boolean;
  readonly sha256: string;
  readonly publishedOn: string;
  readonly publishedOnGiven: boolean;
}

export interface ReportLine {
  readonly line: number;
  readonly area?: string;
  readonly what: string;
  readonly outcome: 'taken' | 'skipped' | 'refused';
  readonly events?: readonly string[];
  readonly record?: string;
  readonly column?: string;
  readonly because?: string;
}

export interface Summary {
  readonly rows: number;
  readonly taken: number;
  readonly skipped: number;
  readonly refused: number;
  readonly events: Readonly<Record<string, number>>;
}

/** One line for people. */
export function reportLine({ line, area, what, outcome, record, column, because }: ReportLine): string {
  const place = column === undefined ? `line ${line}` : `line ${line}, ${column}`;
  const about = area === undefined ? what : `${area} ${what}`;
  return [
    `${outcome.padEnd(7)}  ${place}: ${about}`,
    record === undefined ? '' : ` → ${record}`,
    because === undefined ? '' : `. ${because}`,
  ].join('');
}

/** What was found, or done, in a few lines. */
export function summaryLines(
  { layout, dated, sha256, publishedOn, publishedOnGiven }: Announced,
  summary: Summary,
  rehearsal: boolean,
): string[] {
  const { rows, taken, skipped, refused, events } = summary;
  const recorded = Object.entries(events).map(([type, count]) => `${count} ${type}`);
  const published = publishedOnGiven
    ? `Published on ${publishedOn}`
    : `Published on ${publishedOn}: the day of this import, as nobody said (--published-on)`;
  const taking = rehearsal ? 'would be recorded' : 'recorded';
  return [
    `${rows} rows of ${layout}, sha256 ${sha256}`,
    ...(dated ? [published] : []),
    `${taken} ${taking}, ${skipped} skipped, ${refused} refused`,
    recorded.length === 0 ? 'Nothing to record' : `${rehearsal ? 'Would record' : 'Recorded'} ${recorded.join(', ')}`,
  ];
}
