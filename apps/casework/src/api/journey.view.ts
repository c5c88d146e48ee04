import { RedactedField } from '@app/nest';
import { LocalAreaJourney } from '@app/reporting/local-area-journey/local-area-journey.view';
import { TimelinessYear } from '@app/reporting/published-figures/published-figures.view';
import { TimelineEntry } from '@app/reporting/timeline/timeline.view';

/** Where the local area stands, as this reader may see it. */
export class JourneyStanding {
  /** Local area by its id. */
  key!: string;
  data!: LocalAreaJourney;
  /** Fields of `data` that this reader may not see. */
  redacted!: RedactedField[];
}

/** One thing that happened, as this reader may see it. */
export class JourneyEntry extends TimelineEntry {
  /** Where the event behind it is opened. */
  link!: string;
  /** Fields that this reader may not see. */
  redacted!: RedactedField[];
}

/** The whole way of a local area in one place (J9). */
export class JourneyAnswer {
  area!: JourneyStanding;
  /** EHC plan timeliness of England, to hold the area's against (J7). */
  england!: TimelinessYear[];
  /** What happened, by its effective day, then by its place in the log. */
  entries!: JourneyEntry[];
  /** For the next entries; absent on the last page. */
  nextCursor?: string;
}
