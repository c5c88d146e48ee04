import { FreeText } from '@app/event-sourcing';

/** A review or meeting with the Department, and who came. One row per meeting, by `{contract}~{meeting}` (C13). */
export class AttendanceRow {
  contract!: string;
  meeting!: string;
  /** What it is, e.g. `monthly-meeting`. */
  kind!: string;
  /** Local area by its id; absent where it is about the contract. */
  area?: string;
  /** Day for which it is scheduled, or on which it was held. */
  on!: string;
  means!: string;
  status!: 'scheduled' | 'held' | 'cancelled';
  /** Parties that are to be represented; absent where it was never scheduled. */
  expected?: string[];
  /** Once it was held: parties that were represented, and those that were expected and were not. */
  represented?: string[];
  absent?: string[];
  @FreeText() notes?: string;
}
