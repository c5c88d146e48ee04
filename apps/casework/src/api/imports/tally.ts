import type { ReportLine, Summary } from '@app/published-data';

/** Counts as it goes. */
export class Tally {
  private rows = 0;
  private readonly outcomes = { taken: 0, skipped: 0, refused: 0 };
  private readonly events: Record<string, number> = {};

  row(): void {
    this.rows += 1;
  }

  line({ outcome, events = [] }: ReportLine): void {
    this.outcomes[outcome] += 1;
    for (const type of events) this.events[type] = (this.events[type] ?? 0) + 1;
  }

  get counted(): number {
    return this.rows;
  }

  get summary(): Summary {
    return { rows: this.rows, ...this.outcomes, events: this.events };
  }
}
