import { FreeText, Nested } from '@app/event-sourcing';
import { JourneyCase } from './journey-case.view';
import { JourneyFacts } from './journey-facts.view';

/** The supplier's report for a period (C9). */
export class JourneyReport {
  /** First and last day of the period. */
  period!: string;
  periodEndsOn!: string;
  status!: 'submitted' | 'returned' | 'accepted';
}

/** A local area in whose place another is in a contract (reading 26). */
export class JourneySucceeded {
  /** The one that was succeeded, by its id. */
  predecessor!: string;
  /** First day of the other in the contract. */
  from!: string;
}

/** A contract under which the area is advised (C1). */
export class JourneyContract {
  /** Contract number. */
  contract!: string;
  title!: string;
  supplier!: string;
  status!: 'placed' | 'withdrawn' | 'declined' | 'binding' | 'ended-early' | 'completed';
  commencesOn!: string;
  /** Last day as things stand. */
  endsOn!: string;
  /** In whose place this one is in the contract; absent where the order names it (reading 26). */
  @Nested(() => JourneySucceeded, { each: true }) succeeds?: JourneySucceeded[];
  /** Local areas that take its place in the contract, by their ids, and from when (reading 26). */
  passedTo?: string[];
  passesOn?: string;
  /** How often the supplier reports on this area (C10). */
  rhythm!: 'monthly' | 'fortnightly' | 'weekly';
  /** Report with the latest period that covers this area. */
  @Nested(() => JourneyReport) lastReport?: JourneyReport;
}

/** A rule that a grant's partner does not meet (G16). */
export class JourneyBreach {
  /** Local area whose fact it is: the partner, or one that shares the grant. */
  area!: string;
  rule!: string;
  since!: string;
  /** What was decided about it; absent until then (G17). */
  decision?: 'terminate' | 'continue' | 'remedy';
  remedyBy?: string;
}

/** A grant that the area holds or shares. */
export class JourneyGrant {
  /** Id of its stream: `{area}~{programme}`, or with a word more at discretion. */
  grant!: string;
  programme!: string;
  status!: 'engaged' | 'terminated' | 'ended';
  atDiscretion!: boolean;
  from!: string;
  /** Last funded day. */
  until!: string;
  /** Last day of work, where it was terminated (G17). */
  terminatedOn?: string;
  endedOn?: string;
  /** Rules that are broken now. */
  @Nested(() => JourneyBreach, { each: true }) breaches!: JourneyBreach[];
}

/** Support that the area receives from a partner of the grant (G10). */
export class JourneyPackage {
  package!: string;
  /** The partner's grant. */
  partner!: string;
  /** Person-days. */
  days!: number;
  status!: 'proposed' | 'returned' | 'approved' | 'withdrawn' | 'completed' | 'terminated';
  /** Once it is over: how it stood before. */
  was?: 'proposed' | 'returned' | 'approved' | 'withdrawn' | 'completed' | 'terminated';
}

/** Something that is owed by a date (E2). */
export class JourneyRequirement {
  /** Key in the requirement register. */
  requirement!: string;
  definition!: string;
  rule!: string;
  says!: string;
  /** Stream that it concerns. */
  what!: string;
  due!: string;
  /** `open`: due on its day; `lapsed`: overdue. What was settled says how. */
  status!: 'open' | 'lapsed' | 'met' | 'met-late' | 'released' | 'waived';
  /** Instant at which a lapse was judged. */
  lapsedAt?: string;
}

/** What is owed, and what was (E2). */
export class JourneyRequirements {
  /** Due and overdue. */
  @Nested(() => JourneyRequirement, { each: true }) open!: JourneyRequirement[];
  /** The twenty that were settled last; what is owed again goes back. */
  @Nested(() => JourneyRequirement, { each: true }) settled!: JourneyRequirement[];
}

/** Somebody has to act (E3). */
export class JourneyEscalation {
  /** Key on the escalation board. */
  escalation!: string;
  rule!: string;
  because!: string;
  what!: string;
  level!: number;
  role!: string;
  person?: string;
  need!: string;
  since!: string;
  status!: 'unacknowledged' | 'acknowledged' | 'resolved' | 'withdrawn';
  acknowledgedBy?: string;
  /** Kinds of support that were put in place (E6). */
  support!: string[];
}

/** Escalations of the area (E3). */
export class JourneyEscalations {
  @Nested(() => JourneyEscalation, { each: true }) open!: JourneyEscalation[];
  /** The twenty that were resolved or withdrawn last; what is reopened goes back. */
  @Nested(() => JourneyEscalation, { each: true }) settled!: JourneyEscalation[];
}

/** A risk (E1). */
export class JourneyRisk {
  risk!: string;
  outcome?: string;
  contract?: string;
  grant?: string;
  /** 1 to 5 each, and their product. */
  likelihood!: number;
  impact!: number;
  score!: number;
  /** Opaque id. */
  owner!: string;
  nextReviewOn!: string;
  @FreeText() summary!: string;
  /** What it needs, once it is escalated (A7). */
  needs?: string[];
}

/** Risks of the area (E1). */
export class JourneyRisks {
  @Nested(() => JourneyRisk, { each: true }) open!: JourneyRisk[];
  /** The twenty that were closed last; what is reopened goes back. */
  @Nested(() => JourneyRisk, { each: true }) settled!: JourneyRisk[];
}

/** Where a local area stands, in one place (J9). One row per local area, by its id. */
export class LocalAreaJourney {
  /** Name and codes as they are latest. */
  name!: string;
  laCode!: string;
  onsCode!: string;
  region!: string;
  /** Latest rating of children's social care; absent where none is recorded. */
  careRating?: string;
  openCases!: number;
  /** Requirements that have lapsed and are still owed. */
  overdue!: number;
  openEscalations!: number;
  openRisks!: number;
  @Nested(() => JourneyFacts) facts!: JourneyFacts;
  @Nested(() => JourneyCase, { each: true }) cases!: JourneyCase[];
  @Nested(() => JourneyRequirements) requirements!: JourneyRequirements;
  @Nested(() => JourneyEscalations) escalations!: JourneyEscalations;
  @Nested(() => JourneyRisks) risks!: JourneyRisks;
  @Nested(() => JourneyContract, { each: true }) contracts!: JourneyContract[];
  @Nested(() => JourneyGrant, { each: true }) grants!: JourneyGrant[];
  @Nested(() => JourneyPackage, { each: true }) packages!: JourneyPackage[];
}
