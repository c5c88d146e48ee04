import { FreeText, Nested } from '@app/event-sourcing';

/** Other information that was designated as confidential, and that still is (P1). */
export class Designation {
  designation!: string;
  /** The record that is meant, `stream@revision`; absent where it is not one of this system. */
  record?: string;
  @FreeText('designated') what!: string;
}

/** What of a contract is confidential, and whether it was decided what stays so after its end. One row per contract, by its number (P1). */
export class ConfidentialityReviewRow {
  title!: string;
  /** Local areas by their ids. */
  areas!: string[];
  /** `in-force`: the contract has not ended; `due`, `overdue`: to be decided; `decided`; `waived`. */
  status!: 'in-force' | 'due' | 'overdue' | 'decided' | 'waived';
  /** London day by which it is to be decided. */
  dueOn?: string;
  /** That day passed and it was not decided. */
  lapsed?: boolean;
  /** Last day of the contract, as it was decided on. */
  endsOn?: string;
  /** Categories that stay confidential; absent until it was decided. */
  staysConfidential?: string[];
  /** London day of the decision, and who recorded it, as an opaque id. */
  decidedOn?: string;
  decidedBy?: string;
  @Nested(() => Designation, { each: true }) designations!: Designation[];
}
