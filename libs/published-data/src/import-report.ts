/** What became of one thing that a row says. */
export interface ReportLine {
  /** Line of the file on which the row begins. */
  readonly line: number;
  /** Id of the local area, or `england`; absent where none was found. */
  readonly area?: string;
  readonly what: string;
  /** `taken`: recorded, or in a rehearsal what would be; `skipped`: there was nothing to record; `refused`: something is wrong with it. */
  readonly outcome: 'taken' | 'skipped' | 'refused';
  /** Events and where they are, `localArea-931@12`. */
  readonly events?: readonly string[];
  readonly record?: string;
  /** Column at fault. */
  readonly column?: string;
  /** Why it was skipped or refused, or what to know of it. */
  readonly because?: string;
}

/** What is known of an import before its first row. */
export interface Announced {
  readonly kind: string;
  readonly layout: string;
  readonly publisher: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rehearsal: boolean;
  /** Whether its facts need the day of publication, which no row says. */
  readonly dated: boolean;
  /** Day of publication that stands on every fact that needs one; whether somebody said it, or the day of the import stands for it. */
  readonly publishedOn: string;
  readonly publishedOnGiven: boolean;
  /** Version of the table of aliases. */
  readonly aliases: string;
}

export interface Summary {
  readonly rows: number;
  readonly taken: number;
  readonly skipped: number;
  readonly refused: number;
  /** Events by their type. */
  readonly events: Readonly<Record<string, number>>;
}

/** One line of what the server answers to a file, as JSON: first what is imported, then what becomes of each row with how far it is, last the count, or why it stopped. */
export type ImportEvent =
  | { readonly import: Announced }
  | { readonly row: ReportLine }
  | { readonly progress: { readonly rows: number; readonly bytes: number } }
  | { readonly summary: Summary }
  | { readonly stopped: { readonly code: string; readonly says: string } };
