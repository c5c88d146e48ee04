import { Confidential, FreeText, Nested } from '@app/event-sourcing';

/** One thing that happened to the plan (J3). */
export class JourneyPlanStep {
  is!: 'submitted' | 'accepted' | 'returned' | 'published';
  on!: string;
  /** To whom it went, or who answered. */
  with!: string[];
  /** Of a return: day by which it is due again. */
  dueOn?: string;
  /** Revision of the record, or of its latest correction, on the case's stream. */
  record!: number;
}

/** The priority action plan after an inspection (J3). */
export class JourneyPlan {
  /** Inspection that requires it. */
  inspection!: string;
  /** As its latest step leaves it. */
  status!: 'submitted' | 'accepted' | 'returned' | 'published';
  /** Days of the latest step of each kind. */
  submittedOn?: string;
  acceptedOn?: string;
  returnedOn?: string;
  publishedOn?: string;
  /** While it is returned: day by which it is due again. */
  dueOn?: string;
  @Nested(() => JourneyPlanStep, { each: true }) steps!: JourneyPlanStep[];
}

/** An action of the plan (J3). */
export class JourneyAction {
  action!: string;
  outcome!: string;
  /** Opaque id. */
  owner!: string;
  dueOn!: string;
  status!: 'open' | 'completed' | 'removed';
  completedOn?: string;
}

/** What a deep dive found of an outcome (J4). */
export class JourneyRating {
  /** Deep dive by its id. */
  deepDive!: string;
  on!: string;
  @Confidential('management-information') rating!: 'on-track' | 'at-risk' | 'off-track';
  @Confidential('management-information') trajectory!: 'improving' | 'steady' | 'worsening';
}

/** An outcome of Annex A (A1). */
export class JourneyOutcome {
  outcome!: string;
  kind!: 'apa' | 'afi' | 'overall' | 'timeliness';
  /** The inspection's words, or the order's. */
  words!: string;
  status!: 'agreed' | 'achieved' | 'withdrawn';
  agreedOn!: string;
  /** Day of its achievement or withdrawal. */
  endedOn?: string;
  /** Ratings and trajectory in the order of the deep dives; the last one is the latest. */
  @Nested(() => JourneyRating, { each: true }) ratings!: JourneyRating[];
}

/** A deep dive, held or scheduled (J4). */
export class JourneyDeepDive {
  deepDive!: string;
  kind!: 'six-monthly' | 'apa';
  /** Area of priority action for which it was scheduled. */
  outcome?: string;
  scheduledFor?: string;
  /** Absent until it is held. */
  heldOn?: string;
  record?: number;
}

/** A stocktake, a meeting of the improvement board, or an update on timeliness (J5, A3). */
export class JourneyOccasion {
  id!: string;
  heldOn!: string;
  record!: number;
}

/** How effective a partner's oversight was found (J5). */
export class JourneyOversightFinding {
  on!: string;
  /** What showed it. */
  in!: 'stocktake' | 'board-meeting';
  id!: string;
  @Confidential('management-information') oversight!: 'weak' | 'developing' | 'effective' | 'strong';
}

/** One partner's oversight over time: the trend (J5, A5). */
export class JourneyOversight {
  partner!: string;
  /** In the order of days; the last one is the latest. */
  @Nested(() => JourneyOversightFinding, { each: true }) findings!: JourneyOversightFinding[];
}

/** An update to VCU on EHC plan timeliness (A3). */
export class JourneyTimelinessUpdate extends JourneyOccasion {
  @Confidential('management-information') trajectory!: 'improving' | 'steady' | 'worsening';
}

/** A next step (J6). */
export class JourneyNextStep {
  step!: string;
  outcome?: string;
  /** Opaque id. */
  owner!: string;
  dueOn!: string;
  @FreeText('management-information') what!: string;
}

/** Next steps of a case: what is open, and the latest that were completed or cancelled. */
export class JourneyNextSteps {
  @Nested(() => JourneyNextStep, { each: true }) open!: JourneyNextStep[];
  /** The twenty latest; what is reopened goes back. */
  @Nested(() => JourneyNextStep, { each: true }) settled!: JourneyNextStep[];
}

/** A formal review: what was recommended, and what VCU decided, two records by two people (C17, J8). */
export class JourneyReview {
  review!: string;
  heldOn!: string;
  /** Contract whose supplier recommends. */
  contract?: string;
  recommendedOn?: string;
  /** Whether the supplier holds progress to be sufficient. */
  @Confidential('management-information') recommendedSufficient?: boolean;
  /** VCU's decision; absent until it is made. */
  @Confidential('management-information') progress?: 'sufficient' | 'not-sufficient';
  decidedOn?: string;
  record!: number;
}

/** An improvement case (J2). */
export class JourneyCase {
  /** Id of its stream: `{area}~{cause}`. */
  case!: string;
  cause!: 'inspection' | 'timeliness';
  status!: 'open' | 'closed';
  openedOn!: string;
  /** Absent while it is open. */
  closedOn?: string;
  /** Day on which it was last opened again. */
  reopenedOn?: string;
  /** Local areas that took it on (reading 26). */
  passedTo?: string[];
  inspection?: string;
  /** Opaque id of the DfE case lead; absent until one is assigned. */
  lead?: string;
  @Nested(() => JourneyPlan, { each: true }) plans!: JourneyPlan[];
  @Nested(() => JourneyAction, { each: true }) actions!: JourneyAction[];
  @Nested(() => JourneyOutcome, { each: true }) outcomes!: JourneyOutcome[];
  @Nested(() => JourneyDeepDive, { each: true }) deepDives!: JourneyDeepDive[];
  @Nested(() => JourneyOccasion, { each: true }) stocktakes!: JourneyOccasion[];
  @Nested(() => JourneyOccasion, { each: true }) boardMeetings!: JourneyOccasion[];
  @Nested(() => JourneyOversight, { each: true }) oversight!: JourneyOversight[];
  @Nested(() => JourneyTimelinessUpdate, { each: true }) timelinessUpdates!: JourneyTimelinessUpdate[];
  @Nested(() => JourneyNextSteps) nextSteps!: JourneyNextSteps;
  @Nested(() => JourneyReview, { each: true }) reviews!: JourneyReview[];
}
