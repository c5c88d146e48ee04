/** Something that must be done or hold by a date, and what became of it (E2). */
export class RequirementRow {
  /** Row of the table of requirements, e.g. `monthly-report`. */
  definition!: string;
  /** Rule id that asks for it. */
  rule!: string;
  /** What must be done, in a sentence. */
  says!: string;
  /** Stream that it concerns. */
  what!: string;
  /** Which one of its kind, e.g. the first day of the period. */
  period!: string;
  /** Local areas that it concerns, by id. */
  areas!: string[];
  /** `open`: owed; `lapsed`: the due moment passed; `met`, `met-late`, `released`, `waived`: no longer owed. */
  status!: 'open' | 'lapsed' | 'met' | 'met-late' | 'released' | 'waived';
  /** London day, inclusive. */
  due!: string;
  /** How the due day follows, in a sentence. */
  because!: string;
  /** Event that imposed it, `stream@revision`. */
  imposedBy!: string;
  /** Event that met it, `stream@revision`. */
  metBy?: string;
  /** Event that ended what it served, `stream@revision`; where it was released. */
  releasedBy?: string;
  /**
   * Who recorded that it is no longer owed, as an opaque id: a person where it was waived, `process:requirements` where automation
   * found what met or ended it; who recorded that stands in the event that `metBy` or `releasedBy` names (P5).
   */
  settledBy?: string;
  /** In which role. */
  settledByRole?: string;
  /** Instant at which that was recorded. */
  settledAt?: string;
  /** Instant at which the lapse was judged. */
  lapsedAt?: string;
}
