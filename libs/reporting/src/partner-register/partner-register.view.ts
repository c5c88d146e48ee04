import { Confidential, Nested } from '@app/event-sourcing';

/** How a local area stands under one eligibility rule, and why (G12 to G16, G22). */
export class PartnerEligibility {
  /** Local area: the partner, or one that applied with it. */
  area!: string;
  /** Rule, e.g. `G12`, `G13-deficit`. */
  rule!: string;
  /** `refer`: a person has to judge; `unknown`: a fact is missing. */
  result!: 'met' | 'not-met' | 'refer' | 'unknown';
  /** Day from which it is so: of the assessment, the judgement, or the fact. */
  since!: string;
  /** Route of G12. */
  route?: 'a' | 'b' | 'c';
  /** What was found, and what it was held against. */
  value?: string;
  @Confidential('unpublished-dsg') balance?: string;
  threshold?: string;
  /** Fact that it was judged on. */
  fact?: string;
  /** Of a breach: what was decided about it (G17). */
  decision?: 'terminate' | 'continue' | 'remedy';
  /** Day by which the breach is to be remedied, where that was decided. */
  remedyBy?: string;
}

/** What an award gives the partner (G2, G3). */
export class PartnerAward {
  /** Absent where an engagement at discretion draws on other money. */
  award?: string;
  pence!: number;
  from!: string;
  until!: string;
}

/** A quarterly report (G18). */
export class PartnerReport {
  /** First day of the quarter. */
  quarter!: string;
  status!: 'submitted' | 'returned' | 'accepted';
  submittedOn!: string;
}

/** A yearly confirmation of eligibility (G16). */
export class PartnerConfirmation {
  /** First day of the grant year. */
  yearFrom!: string;
  confirmedOn!: string;
}

/** A partner of a programme, from its first assessment on. One row per grant, by `{area}~{programme}` (G12 to G19). */
export class PartnerRow {
  /** Local area of the partner, by its id. */
  area!: string;
  /** Local areas that share the grant. */
  others!: string[];
  /** Reference of the grant programme. */
  programme!: string;
  /** Application that it stands on; absent at discretion. */
  application?: string;
  /** `applicant`: assessed and not engaged (yet); `withdrawn`, `declined`: what became of the application. */
  status!: 'applicant' | 'withdrawn' | 'declined' | 'engaged' | 'terminated' | 'ended';
  /** Engaged at discretion: not watched for eligibility (G19). */
  atDiscretion!: boolean;
  /** First day of the grant. */
  engagedOn?: string;
  /** Last day of work, where it was terminated, and last day to claim it (G17). */
  terminatedOn?: string;
  claimableUntil?: string;
  endedOn?: string;
  @Nested(() => PartnerAward, { each: true }) awards!: PartnerAward[];
  /** Whether every rule is met, as it stands; absent at discretion, where none is watched. */
  eligible?: boolean;
  /** Rules that are not met as it stands, each once, e.g. `G13-deficit`. */
  notMet!: string[];
  @Nested(() => PartnerEligibility, { each: true }) eligibility!: PartnerEligibility[];
  /** Local areas whose excellence is doubted and not judged again (G22). */
  doubted!: string[];
  @Nested(() => PartnerReport, { each: true }) reports!: PartnerReport[];
  @Nested(() => PartnerConfirmation, { each: true }) confirmations!: PartnerConfirmation[];
}
