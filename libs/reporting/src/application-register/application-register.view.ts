import { Confidential, Nested } from '@app/event-sourcing';

/** An option of support that is offered, and what it follows from (G5, G6). */
export class OfferedOption {
  option!: string;
  /** Evidenced strengths by their ids. */
  strengths!: string[];
}

/** A requirement whose eligibility is declared with evidence (G5). */
export class DeclaredEligibility {
  area!: string;
  requirement!: string;
}

/** One rule of one local area as it was assessed (G12 to G15, G22). */
export class AssessedRule {
  area!: string;
  rule!: string;
  result!: 'met' | 'not-met' | 'refer' | 'unknown';
  route?: 'a' | 'b' | 'c';
  value?: string;
  @Confidential('unpublished-dsg') balance?: string;
  threshold?: string;
  fact?: string;
}

/** What a person judged of an area's evidence (G12 c, G22). */
export class JudgedMatter {
  area!: string;
  matter!: 'route-c' | 'excellence';
  judgement!: 'met' | 'not-met';
  judgedOn!: string;
}

/** A bid for a grant (G4, G5). One row per application, by its id. */
export class ApplicationRow {
  programme!: string;
  /** Local area that leads. */
  lead!: string;
  others!: string[];
  status!: 'draft' | 'submitted' | 'withdrawn' | 'accepted' | 'declined';
  /** Evidenced strengths and examples of peer support, by their ids. */
  strengths!: string[];
  examples!: string[];
  @Nested(() => OfferedOption, { each: true }) options!: OfferedOption[];
  /** As the latest costing has it, in days and pence; absent until it is costed. */
  days?: number;
  dayCostsPence?: number;
  overheadsPence?: number;
  totalPence?: number;
  @Nested(() => DeclaredEligibility, { each: true }) declared!: DeclaredEligibility[];
  /** Instant of receipt. */
  submittedAt?: string;
  /** Instants at which a late submission was refused (G4). */
  refusedAsLateAt!: string[];
  assessedOn?: string;
  /** Whether every rule is met by every area, as assessed. */
  eligible?: boolean;
  @Nested(() => AssessedRule, { each: true }) assessed!: AssessedRule[];
  @Nested(() => JudgedMatter, { each: true }) judged!: JudgedMatter[];
  merit?: 'support' | 'do-not-support';
  decidedOn?: string;
}
