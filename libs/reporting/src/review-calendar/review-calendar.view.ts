/** A review that is due, held or cancelled (J4, J5, A3, C13, C15, C17). */
export class ReviewRow {
  /** Day on which it is due, or was held. */
  on!: string;
  /**
   * `deep-dive`, `apa-deep-dive`, `stocktake`, `board-meeting`, `timeliness-update`, `formal-review`, a kind of contract meeting, or
   * the requirement that asks for a review: `risk-review`, `progress-recommendation`, `confidentiality-review`.
   */
  kind!: string;
  /** Local areas by their ids; the first one stands in `area`. */
  areas!: string[];
  area?: string;
  /** Stream that it concerns. */
  what!: string;
  /** `due`, `overdue`: what is owed or scheduled; `held`: took place; `done`: no longer owed; `cancelled`. */
  status!: 'due' | 'overdue' | 'held' | 'done' | 'cancelled';
  /** Of what is owed: whether its due moment passed, settled since or not. */
  lapsed?: boolean;
  /** Of what was scheduled: the day for which it was. */
  scheduledFor?: string;
}
