import { Confidential, Nested } from '@app/event-sourcing';

/** Name and codes from a day on. */
export class JourneyCodes {
  name!: string;
  /** Three digits of the Department. */
  laCode!: string;
  /** Code of the Office for National Statistics. */
  onsCode!: string;
  region!: string;
  /** First day. */
  from!: string;
  /** Revision of the record, or of its latest correction, on the local area's stream. */
  record!: number;
}

/** A member of the local area partnership (J1). */
export class JourneyPartner {
  kind!: 'local-authority' | 'integrated-care-board';
  name!: string;
  from!: string;
  /** First day outside the partnership; absent while in it. */
  leftOn?: string;
  record!: number;
}

/** An inspection as published (J1, G12). */
export class JourneyInspection {
  /** Id within the area. */
  inspection!: string;
  /** By the year in which it began: `2016` or `2023`. */
  framework!: string;
  outcome!: string;
  /** Areas of significant weakness, of priority action, for improvement; absent while unknown. */
  weaknesses?: number;
  priorityAreas?: number;
  improvementAreas?: number;
  visitedFrom!: string;
  visitedTo?: string;
  publishedOn!: string;
  /** Day on which the area received the report: the days for a plan run from it. */
  receivedOn?: string;
  record!: number;
}

/** A revisit by the inspectorates (G12 b). */
export class JourneyRevisit {
  revisit!: string;
  inspection!: string;
  publishedOn!: string;
  /** Areas of significant weakness in which sufficient progress was found, and in which it was not. */
  sufficient!: number;
  notSufficient!: number;
  record!: number;
}

/** A monitoring inspection after outcome (3). */
export class JourneyMonitoring {
  monitoring!: string;
  inspection!: string;
  publishedOn!: string;
  /** Areas of priority action on which effective action was found, and on which it was not. */
  effective!: number;
  notEffective!: number;
  record!: number;
}

/** The Department's release from monitoring (reading 4). */
export class JourneyRelease {
  inspection!: string;
  releasedOn!: string;
  record!: number;
}

/** A rating of children's social care (G14). */
export class JourneyCareRating {
  rating!: string;
  publishedOn!: string;
  record!: number;
}

/** One source's figure of the cumulative balance at a year end (G13, reading 20). */
export class JourneyDsgPosition {
  /** Per cent of the year's DSG income, an exact decimal, negative for a deficit; or a marker `x` or `z`. Absent once it is published. */
  @Confidential('unpublished-dsg') balance?: string;
  /** The same figure once it is published: open. */
  publishedBalance?: string;
  publishedOn?: string;
  /** Publisher of the source. */
  publisher!: string;
  record!: number;
}

/** Cumulative balance of the dedicated schools grant at one year end. */
export class JourneyDsgYear {
  /** Financial year, e.g. `2020-21`. */
  year!: string;
  /** Last day of the financial year. */
  yearEndsOn!: string;
  /** Every source's figure; the preferred one first. */
  @Nested(() => JourneyDsgPosition, { each: true }) positions!: JourneyDsgPosition[];
}

/** Membership of Safety Valve or Delivering Better Value (G13, C14). */
export class JourneyMembership {
  programme!: 'safety-valve' | 'delivering-better-value';
  from!: string;
  /** First day outside; absent while a member. */
  leftOn?: string;
  /** Whether the programme has advisers in the area. */
  advisers!: boolean;
  record!: number;
}

/** Joint partnership for SEND and children's social care (G15). */
export class JourneySliPartnership {
  from!: string;
  /** First day outside; absent while a partner. */
  leftOn?: string;
  record!: number;
}

/** A step of an improvement notice (J10). */
export class JourneyNoticeStep {
  step!: string;
  /** The notice's published words. */
  words!: string;
  dueOn!: string;
  /** Day on which the Department confirmed it; absent until then. */
  confirmedOn?: string;
}

/** An improvement notice (J10). */
export class JourneyNotice {
  notice!: string;
  issuedOn!: string;
  @Nested(() => JourneyNoticeStep, { each: true }) steps!: JourneyNoticeStep[];
  /** Absent while it stands. */
  liftedOn?: string;
  record!: number;
}

/** EHC plans issued within 20 weeks in a year, as the preferred source has it (J7). */
export class JourneyTimeliness {
  /** Calendar year. */
  year!: number;
  /** Whether exceptions are counted. */
  basis!: string;
  /** Per cent, or the publisher's marker `x` or `z`. */
  rate!: string;
}

/** The facts about a local area that stand, each list in the order of effective days (J1). */
export class JourneyFacts {
  /** The last one is the latest. */
  @Nested(() => JourneyCodes, { each: true }) codes!: JourneyCodes[];
  /** Local areas that it succeeds and that succeed it, by their ids (reading 26). */
  predecessors!: string[];
  successors!: string[];
  succeededOn?: string;
  @Nested(() => JourneyPartner, { each: true }) partners!: JourneyPartner[];
  @Nested(() => JourneyInspection, { each: true }) inspections!: JourneyInspection[];
  @Nested(() => JourneyRevisit, { each: true }) revisits!: JourneyRevisit[];
  @Nested(() => JourneyMonitoring, { each: true }) monitoringInspections!: JourneyMonitoring[];
  @Nested(() => JourneyRelease, { each: true }) monitoringReleases!: JourneyRelease[];
  @Nested(() => JourneyCareRating, { each: true }) careRatings!: JourneyCareRating[];
  @Nested(() => JourneyDsgYear, { each: true }) dsg!: JourneyDsgYear[];
  @Nested(() => JourneyMembership, { each: true }) interventions!: JourneyMembership[];
  @Nested(() => JourneySliPartnership, { each: true }) sliPartnerships!: JourneySliPartnership[];
  @Nested(() => JourneyNotice, { each: true }) notices!: JourneyNotice[];
  @Nested(() => JourneyTimeliness, { each: true }) timeliness!: JourneyTimeliness[];
}
