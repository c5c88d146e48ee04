import { Nested } from '@app/event-sourcing';

/** What a source published of one year, on one basis (J7, reading 20). */
export class PublishedTimeliness {
  /** Per cent, or the publisher's marker `x` (suppressed) or `z` (not applicable). */
  rate!: string;
  /** Plans issued, and of these within 20 weeks; absent where only the rate is published. */
  issued?: number;
  withinTwentyWeeks?: number;
  publisher!: string;
  publishedOn!: string;
  /** Revision of the record, or of its latest correction, on the stream of the year. */
  record!: number;
}

/** EHC plans issued within 20 weeks in one year, on one basis (J7). */
export class TimelinessYear {
  /** Calendar year. */
  year!: number;
  /** Whether plans in the statutory exceptions are left out of the count. */
  basis!: 'no-exceptions' | 'with-exceptions';
  /** What the year goes by: the rate of the preferred source, or its marker. */
  rate!: string;
  /** Every figure on record, revised ones included, in the order of their recording. */
  @Nested(() => PublishedTimeliness, { each: true }) figures!: PublishedTimeliness[];
}

/** A published balance of the dedicated schools grant (P1). */
export class PublishedBalance {
  /** Financial year, e.g. `2020-21`. */
  year!: string;
  /** Per cent of the year's DSG income, an exact decimal, negative for a deficit; or the publisher's marker `x` or `z`. */
  balance!: string;
  /** Who published it. */
  publisher!: string;
  /** London day. */
  publishedOn!: string;
  /** Whether its source is the preferred one of several (reading 20). */
  preferred!: boolean;
  /** Revision of the position that was published, on the local area's stream; of England's on that of the year. */
  record!: number;
}

/** Which position a person preferred for a year, by its record (reading 20). */
export class PreferredPosition {
  year!: string;
  record!: number;
}

/** Name and region from a day on. */
export class PublishedName {
  name!: string;
  region!: string;
  from!: string;
  record!: number;
}

/** Published figures of a local area, or of England as `england`: a series each of timeliness and of DSG balances (J7, P4). */
export class PublishedFigures {
  /** Name as it is latest; `England` for the whole country. */
  name!: string;
  /** Absent for England. */
  region?: string;
  @Nested(() => PublishedName, { each: true }) names!: PublishedName[];
  /** In the order of years. */
  @Nested(() => TimelinessYear, { each: true }) timeliness!: TimelinessYear[];
  @Nested(() => PreferredPosition, { each: true }) preferences!: PreferredPosition[];
  /** In the order of years; what is not published is not here. */
  @Nested(() => PublishedBalance, { each: true }) dsg!: PublishedBalance[];
}
