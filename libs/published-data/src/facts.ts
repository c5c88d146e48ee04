import type { Day } from '@app/calendar';
import type { Framework, InspectionOutcome, Region } from '@app/domain/local-area/local-area.vocabulary';
import type { TimelinessBasis } from '@app/domain/timeliness/timeliness.vocabulary';

/** A local area as a file names it, on a day: by a code where the layout has one, otherwise by its name alone. */
export interface AreaNamed {
  readonly name: string;
  /** Three digits of the Department. */
  readonly laCode?: string;
  /** Code of the Office for National Statistics. */
  readonly onsCode?: string;
  /** Day of which the row speaks. */
  readonly on: Day;
  /** Column to point at where it is not found. */
  readonly column: string;
}

/** Columns by the field of the command that they go into, so that a refusal can be told by its column. */
type Columns = Readonly<Record<string, string>>;

/** EHC plans issued within 20 weeks: both counts, or the rate where a count is not published (J7). */
export interface TimelinessFact {
  readonly kind: 'timeliness';
  readonly area: AreaNamed | 'england';
  readonly year: number;
  readonly basis: TimelinessBasis;
  readonly figure: { readonly issued: number; readonly withinTwentyWeeks: number } | { readonly published: string };
  /** Something that a reader of the report should know. */
  readonly note?: string;
  readonly columns: Columns;
}

export interface InspectionFact {
  readonly kind: 'inspection';
  readonly area: AreaNamed;
  readonly framework: Framework;
  readonly outcome: InspectionOutcome;
  readonly weaknesses?: number;
  readonly priorityAreas?: number;
  readonly visitedFrom: Day;
  readonly publishedOn: Day;
  readonly columns: Columns;
}

/** A revisit of the inspection that the same row speaks of. */
export interface RevisitFact {
  readonly kind: 'revisit';
  readonly area: AreaNamed;
  /** First day and publication of the inspection. */
  readonly after: Pick<InspectionFact, 'visitedFrom' | 'publishedOn'>;
  readonly visitedFrom: Day;
  readonly publishedOn: Day;
  readonly sufficient: number;
  readonly notSufficient: number;
  readonly columns: Columns;
}

/** Cumulative balance of the dedicated schools grant, negative for a deficit, or the publisher's marker in its place. */
export interface DsgFact {
  readonly kind: 'dsg';
  readonly area: AreaNamed | 'england';
  /** Financial year, e.g. `2020-21`. */
  readonly year: string;
  readonly balance: string;
  readonly columns: Columns;
}

/** Codes and name under which a file knows a local area in one of its years. */
export interface CodesFact {
  readonly laCode: string;
  readonly onsCode: string;
  readonly name: string;
  readonly region: Region;
  /** First day of the year. */
  readonly from: Day;
}

export type PublishedFact = TimelinessFact | InspectionFact | RevisitFact | DsgFact;

/** A part of a row that is not recorded. */
export interface Passed {
  readonly what: string;
  readonly because: string;
  readonly column?: string;
  /** Whether something is wrong with it; else there is nothing to record. */
  readonly refused?: boolean;
}

/** What a row says. */
export interface RowRead {
  readonly facts: readonly PublishedFact[];
  readonly passed: readonly Passed[];
}
