/** Somebody has to act: at which level, for what, and what was done about it (E3, E6). */
export class EscalationRow {
  /** What it is raised for, `stream@revision`. */
  cause!: string;
  /** Rule id that the cause goes back to. */
  rule!: string;
  /** What happened, in a sentence of open facts. */
  because!: string;
  /** Stream that it concerns. */
  what!: string;
  /** Local areas that it concerns, by id. */
  areas!: string[];
  /** 1 case lead, contract manager or grant manager; 2 team leader; 3 deputy director. */
  level!: number;
  /** Role that is told, and the person where one is assigned (opaque id). */
  role!: string;
  person?: string;
  /** Whom that person covers for. */
  insteadOf?: string;
  /** `information`, `departmental-intervention` or `additional-adviser-support`. */
  need!: string;
  /** Whether whoever was told has taken it on, and how it ended. */
  status!: 'unacknowledged' | 'acknowledged' | 'resolved' | 'withdrawn';
  /** London day of the cause. */
  since!: string;
  /** Instant at which it was raised. */
  raisedAt!: string;
  acknowledgedBy?: string;
  /** Kinds of support that were put in place (E6, A7). */
  support!: string[];
  /** How often the highest level was told again. */
  toldAgain!: number;
}
