import { Confidential, FreeText, Nested } from '@app/event-sourcing';

/** Answer to one of the three questions of A4, with what it rests on. */
export class OutcomeAnswer {
  @Confidential('management-information') answer!: 'yes' | 'partly' | 'no';
  @FreeText('management-information') words!: string;
}

/** What a deep dive found of the outcome (A4, J4). */
export class OutcomeFindings {
  /** Deep dive by its id within the case. */
  deepDive!: string;
  kind!: 'six-monthly' | 'apa';
  on!: string;
  /** Are there clear plans? */
  @Nested(() => OutcomeAnswer) clearPlans!: OutcomeAnswer;
  /** Do leaders understand, articulate and assess accurately? */
  @Nested(() => OutcomeAnswer) leadersUnderstand!: OutcomeAnswer;
  /** Does VCU understand progress and risks? */
  @Nested(() => OutcomeAnswer) vcuUnderstands!: OutcomeAnswer;
  @FreeText('management-information') mitigations?: string;
  @Confidential('management-information') rating!: 'on-track' | 'at-risk' | 'off-track';
  @Confidential('management-information') trajectory!: 'improving' | 'steady' | 'worsening';
}

/** Trajectory as the supplier reported it for a period (C9, C16). */
export class ReportedTrajectory {
  contract!: string;
  /** First day of the period. */
  period!: string;
  /** Day on which the report reached the Department. */
  on!: string;
  @Confidential('management-information') trajectory!: 'improving' | 'steady' | 'worsening';
}

/** An outcome of Annex A with the answers of A4, ratings and trajectory over time. One row per outcome, by `{case}~{outcome}` (A1 to A5). */
export class OutcomeRow {
  /** Local area by its id. */
  area!: string;
  /** Case by its id. */
  case!: string;
  outcome!: string;
  kind!: 'apa' | 'afi' | 'overall' | 'timeliness';
  /** The inspection's words, or the order's. */
  words!: string;
  /** Success measures. */
  measures!: string[];
  status!: 'agreed' | 'achieved' | 'withdrawn';
  agreedOn!: string;
  endedOn?: string;
  /** As the latest deep dive found it, by the day on which it was held. */
  @Confidential('management-information') rating?: 'on-track' | 'at-risk' | 'off-track';
  @Confidential('management-information') trajectory?: 'improving' | 'steady' | 'worsening';
  /** In the order of days. */
  @Nested(() => OutcomeFindings, { each: true }) findings!: OutcomeFindings[];
  /** In the order of periods. */
  @Nested(() => ReportedTrajectory, { each: true }) reported!: ReportedTrajectory[];
}
