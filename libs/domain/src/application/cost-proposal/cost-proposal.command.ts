import { Nested, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayMinSize, IsArray } from 'class-validator';
import { pounds } from '../../money';
import { DAY_MINUTES, isInTheDayRate, MAXIMUM_DAY_RATE_PENCE } from '../../programme/grant-terms';
import { OverheadItem } from '../../programme/programme.parts.command';
import { checkDraft } from '../application-checks';
import { ProposalCosted, type ApplicationEvent } from '../application.events';
import { CostedDays, IsDayMinutes } from '../application.parts.command';
import { refuse } from '../application.refusals';
import { digestOfCosting, type ApplicationState } from '../application.stream';

/** Cost the proposal in days for the whole funded period, by grade and rate, with itemised overheads; sums are computed (G7 to G9). */
export class CostProposal {
  /** Minutes of a working day: 420 (7 hours) or more (G7). */
  @IsDayMinutes() minutesPerDay!: number;
  /** Days by grade and rate (G8). */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @Nested(() => CostedDays, { each: true }) days!: CostedDays[];
  /** Overheads, each evidenced; how much is paid is tested on costs incurred, not on this plan (G9). */
  @IsArray() @ArrayMaxSize(100) @Nested(() => OverheadItem, { each: true }) overheads!: OverheadItem[];
}

export const costProposal: Decide<CostProposal, ApplicationState, ApplicationEvent> = (command, state) => {
  const { minutesPerDay, days, overheads } = command;
  checkDraft(state);
  if (minutesPerDay < DAY_MINUTES) {
    throw refuse('costing-day-too-short', { field: 'minutesPerDay', values: { minutes: minutesPerDay } });
  }
  for (const { grade, dayRatePence } of days) {
    const maximum = MAXIMUM_DAY_RATE_PENCE[grade];
    if (dayRatePence > maximum) {
      throw refuse('costing-rate-over-maximum', { field: 'days', values: { grade, maximum: pounds(maximum), rate: pounds(dayRatePence) } });
    }
  }
  for (const [index, { item, charge }] of overheads.entries()) {
    if (isInTheDayRate(charge)) throw refuse('costing-overhead-in-day-rate', { field: 'overheads', values: { charge } });
    if (overheads.findIndex((other) => other.item === item) < index) {
      throw refuse('costing-item-twice', { field: 'overheads', values: { item } });
    }
  }
  if (state.costing?.digest === digestOfCosting(command)) return [];
  const dayCostsPence = days.reduce((sum, line) => sum + line.days * line.dayRatePence, 0);
  const overheadsPence = overheads.reduce((sum, { pence }) => sum + pence, 0);
  return [
    ProposalCosted({
      minutesPerDay,
      days: days.map((line) => ({ ...line })),
      overheads: overheads.map((item) => ({ ...item })),
      dayCostsPence,
      overheadsPence,
      totalPence: dayCostsPence + overheadsPence,
    }),
  ];
};
