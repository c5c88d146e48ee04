import { Nested } from '@app/event-sourcing';

/** A funding period and its money, in pence (G2, G3). */
export class LedgerPeriod {
  period!: 'initial' | 'extension';
  from!: string;
  until!: string;
  maximumPence!: number;
  /** Bound by awards that stand. */
  awardedPence!: number;
  /** Maximum less what is bound. */
  remainingPence!: number;
}

/** An award (G2, G3, G19). */
export class LedgerAward {
  award!: string;
  /** Local area by its id. */
  partner!: string;
  period!: 'initial' | 'extension';
  /** What it binds now, in pence. */
  pence!: number;
  status!: 'offered' | 'accepted' | 'declined' | 'withdrawn';
  awardedOn!: string;
  /** Of an allotment at discretion: the engagement that draws on it. */
  engagement?: string;
  /** Measured objectives whose delivery is not confirmed. */
  outstandingObjectives!: number;
}

/** A claim that stands (G21). */
export class LedgerClaim {
  /** Grant of the partner. */
  grant!: string;
  claim!: string;
  award!: string;
  status!: 'submitted' | 'approved' | 'paid';
  dayCostsPence!: number;
  overheadsPence!: number;
  totalPence!: number;
}

/** What one grant has claimed of the programme's money (G9, G21). */
export class LedgerGrant {
  grant!: string;
  /** All claims that stand. */
  claimedPence!: number;
  approvedPence!: number;
  paidPence!: number;
  /** Approved overheads per cent of approved day costs, two decimals; absent where no day costs are approved. At most 15. */
  overheadPercent?: string;
}

/** Further funding that is approved in the budget (G3). */
export class LedgerFurtherFunding {
  pence!: number;
  until!: string;
}

/** The money of a grant programme, in whole pence. One row per programme, by its reference (G2, G3, G9, G21). */
export class LedgerRow {
  title!: string;
  noticeId!: string;
  status!: 'open' | 'closed';
  @Nested(() => LedgerPeriod, { each: true }) periods!: LedgerPeriod[];
  @Nested(() => LedgerFurtherFunding) furtherFunding?: LedgerFurtherFunding;
  /** Over all periods and partners. */
  maximumPence!: number;
  awardedPence!: number;
  claimedPence!: number;
  approvedPence!: number;
  paidPence!: number;
  /** Maximum less what is bound by awards. */
  remainingPence!: number;
  /** Approved overheads per cent of approved day costs over all grants, two decimals. */
  overheadPercent?: string;
  @Nested(() => LedgerAward, { each: true }) awards!: LedgerAward[];
  @Nested(() => LedgerGrant, { each: true }) grants!: LedgerGrant[];
  /** Claims on awards of the programme; what was withdrawn or rejected is not here. */
  @Nested(() => LedgerClaim, { each: true }) claims!: LedgerClaim[];
}
