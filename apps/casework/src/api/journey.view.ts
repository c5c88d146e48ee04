import { AnsweredMoment, RedactedField } from '@app/nest';
import { JourneyRequirement, LocalAreaJourney } from '@app/reporting/local-area-journey/local-area-journey.view';
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

/** The event from which the automation acted. */
export class JourneyCause {
  type!: string;
  /** One sentence of open facts. */
  says!: string;
  /** Where the event is opened. */
  link!: string;
}

/** A figure of the area beside England's, per cent; as published where it is no number (`x`, `z`). */
export class AgainstEngland {
  /** Calendar year, or financial year such as `2020-21`. */
  year!: string;
  /** Whether exceptions are counted, where that makes a difference. */
  basis?: string;
  area?: string;
  /** Absent where no figure of England is on record. */
  england?: string;
  /** The area's less England's in percentage points, an exact decimal; absent where either is no number. */
  points?: string;
}

/** One thing that happened, as this reader may see it. */
export class JourneyEntry extends TimelineEntry {
  /** Where the event behind it is opened. */
  link!: string;
  /** What caused it, where it was not a person's own act. */
  causedBy?: JourneyCause;
  /** Fields that this reader may not see. */
  redacted!: RedactedField[];
}

/** What the rates of a year propose; a risk that is proposed is told on the ladder besides (J7). */
export class ProposedByTimeliness {
  /** Calendar year. */
  year!: number;
  /** Whether exceptions are counted. */
  basis!: string;
  /** `lower-risk`: to lower one. */
  proposes!: 'risk' | 'lower-risk';
  /** A fall or rise against the year before, or the distance below England. */
  ground!: 'fall' | 'below-england' | 'rise';
  /** Percentage points, an exact decimal above 0. */
  points!: string;
}

/** The whole way of a local area in one place (J9). */
export class JourneyAnswer {
  /** Moment as of which it is told; absent where it is told as it stands. */
  asOf?: AnsweredMoment;
  area!: JourneyStanding;
  /** What has lapsed and is still owed, the earliest due first (E2). */
  overdue!: JourneyRequirement[];
  /** What is due from here on, the earliest first. */
  dueNext!: JourneyRequirement[];
  /** EHC plan timeliness beside England's on the same basis, in the order of years (J7). */
  timelinessAgainstEngland!: AgainstEngland[];
  /** Published DSG balances beside England's, in the order of years. */
  dsgAgainstEngland!: AgainstEngland[];
  /** EHC plan timeliness of England, to hold the area's against (J7). */
  england!: TimelinessYear[];
  /** What the area's figures propose, in the order of years (J7). */
  proposals!: ProposedByTimeliness[];
  /** What happened, by its effective day, then by its place in the log. */
  entries!: JourneyEntry[];
  /** For the next entries; absent on the last page. */
  nextCursor?: string;
}
