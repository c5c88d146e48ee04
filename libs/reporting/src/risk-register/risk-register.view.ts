import { FreeText, Nested } from '@app/event-sourcing';

/** What is done so that a risk is less likely or less severe (E1). */
export class RiskMitigation {
  mitigation!: string;
  mitigatedOn!: string;
  /** Opaque id of who does it. */
  owner!: string;
  @FreeText() what!: string;
}

/** How a risk was assessed on a day. */
export class RiskAssessment {
  on!: string;
  likelihood!: number;
  impact!: number;
  score!: number;
}

/** A risk from raising to closing (E1, C15). One row per risk, by its id. */
export class RiskRow {
  /** Local area by its id. */
  area!: string;
  /** Outcome of Annex A that it belongs to, where there is one. */
  outcome?: string;
  /** Contract that it belongs to, by its number, where there is one. */
  contract?: string;
  /** Grant that it belongs to, by `{area}~{programme}`, where there is one. */
  grant?: string;
  /** Whether it stands. */
  status!: 'open' | 'closed';
  /** London day. */
  raisedOn!: string;
  /** 1 to 5. */
  likelihood!: number;
  /** 1 to 5. */
  impact!: number;
  /** Likelihood times impact, 1 to 25. */
  score!: number;
  /** Opaque id. */
  owner!: string;
  /** Day by which it is to be reviewed. */
  nextReviewOn!: string;
  @FreeText() summary!: string;
  /** What it needs, once it is escalated (A7). */
  needs?: string[];
  /** London day; absent while it stands. */
  closedOn?: string;
  /** Mitigations that stand. */
  @Nested(() => RiskMitigation, { each: true }) mitigations!: RiskMitigation[];
  /** In the order of days; the twenty latest. */
  @Nested(() => RiskAssessment, { each: true }) assessments!: RiskAssessment[];
}
