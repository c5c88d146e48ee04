import { Confidential, FreeText } from '@app/event-sourcing';

/**
 * A formal review: what the supplier recommended beside what VCU decided, two records by two people. One row per review, by
 * `{case}~{review}` (C17, J8).
 */
export class ProgressDecisionRow {
  /** Local area by its id. */
  area!: string;
  case!: string;
  review!: string;
  heldOn!: string;
  /** Contract whose supplier is to recommend; absent where there is none. */
  contract?: string;
  status!: 'awaiting-recommendation' | 'awaiting-decision' | 'decided';
  recommendedOn?: string;
  /** Who recorded the recommendation, as an opaque id. */
  recommendedBy?: string;
  /** Whether the supplier holds progress to be sufficient. */
  @Confidential('management-information') recommendedSufficient?: boolean;
  @FreeText('management-information') recommendation?: string;
  decidedOn?: string;
  /** Who recorded the decision, as an opaque id. */
  decidedBy?: string;
  @Confidential('management-information') progress?: 'sufficient' | 'not-sufficient';
  @FreeText() decision?: string;
  /** Why the recommendation was not waited for. */
  @FreeText() withoutRecommendation?: string;
  /** Whether the decision differs from the recommendation; absent until both are there. */
  @Confidential('management-information') differs?: boolean;
}
