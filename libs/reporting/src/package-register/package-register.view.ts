import { Nested } from '@app/event-sourcing';

/** Hours of a person for the package on a day (G7). */
export class PackageHours {
  /** Pseudonym. */
  person!: string;
  day!: string;
  minutes!: number;
}

/** What one recipient authority gets from a partner, and what was delivered of it. One row per package, by its id (G7, G10, G11). */
export class PackageRow {
  /** The partner's grant, `{area}~{programme}`. */
  partner!: string;
  /** Local area of the partner. */
  partnerArea!: string;
  /** Local area that receives it. */
  recipient!: string;
  options!: string[];
  executiveDays!: number;
  managementDays!: number;
  /** Person-days in all. */
  days!: number;
  status!: 'proposed' | 'returned' | 'approved' | 'withdrawn' | 'completed' | 'terminated';
  /** Once it is over: how it stood before. */
  was?: 'proposed' | 'returned' | 'approved' | 'withdrawn' | 'completed' | 'terminated';
  proposedOn!: string;
  approvedOn?: string;
  /** Last day on which it was delivered. */
  endedOn?: string;
  /** How often it was re-scoped (G11). */
  rescoped!: number;
  deliveredMinutes!: number;
  /** Dates of persons on which something was delivered. */
  deliveredDates!: number;
  @Nested(() => PackageHours, { each: true }) hours!: PackageHours[];
}
