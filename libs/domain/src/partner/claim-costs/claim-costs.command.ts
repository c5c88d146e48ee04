import { londonDay } from '@app/calendar';
import { Nested, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { IsDay, IsId } from '../../fields';
import { pounds } from '../../money';
import { entryOf } from '../../entries';
import { DAY_MINUTES, isInTheDayRate } from '../../programme/grant-terms';
import { OverheadItem } from '../../programme/programme.parts.command';
import { checkAward, checkOverheads, dayCostsOf, totalPence } from '../claim-sums';
import { checkEngaged, checkGrantDay, checkPayable } from '../partner-checks';
import { CostsClaimed, type PartnerEvent } from '../partner.events';
import { ClaimedDays } from '../partner.parts.command';
import { refuse } from '../partner.refusals';
import { entryOn, minutesOf, type HeldAward, type PartnerState } from '../partner.state';
import { rateOn } from '../rates';

/**
 * Claim payment for delivered days at their rates, and for itemised overheads of at most 15% of the costs incurred.
 * Sums are computed; days that are not recorded, too short, claimed twice or over their rate are refused (G8, G9, G21).
 */
export class ClaimCosts {
  /** Id of the claim. */
  @IsId() claim!: string;
  /** Award that it draws on; its days lie in that award's period. */
  @IsId() award!: string;
  /** Day of the claim. */
  @IsDay() claimedOn!: string;
  /** Days by person and rate. */
  @IsArray() @ArrayMaxSize(100) @Nested(() => ClaimedDays, { each: true }) lines!: ClaimedDays[];
  /** Overheads, each itemised and evidenced. */
  @IsArray() @ArrayMaxSize(100) @Nested(() => OverheadItem, { each: true }) overheads!: OverheadItem[];
}

function checkPersonDay(state: PartnerState, award: HeldAward, command: ClaimCosts, line: ClaimedDays, day: string): void {
  const { person, ratePence } = line;
  const entry = entryOn(state, person, day);
  const minutes = minutesOf(entry);
  const fault = { field: 'lines' };
  if (minutes === 0) throw refuse('claim-day-not-recorded', { ...fault, values: { person, day } });
  if (minutes < DAY_MINUTES) throw refuse('claim-day-too-short', { ...fault, values: { person, day, minutes } });
  if (entry?.claim !== undefined) throw refuse('claim-day-claimed', { ...fault, values: { person, day, claim: entry.claim } });
  if (day < award.from || day > award.until) {
    throw refuse('claim-across-awards', { ...fault, values: { day, award: command.award } });
  }
  checkPayable(day, state);
  const agreed = rateOn(state, person, day)?.pence ?? 0;
  if (ratePence > agreed)
    throw refuse('claim-rate-over-agreed', { ...fault, values: { person, day, agreed: pounds(agreed), claimed: pounds(ratePence) } });
}

function checkLines(state: PartnerState, award: HeldAward, command: ClaimCosts): void {
  const seen = new Set<string>();
  for (const line of command.lines) {
    for (const day of line.days) {
      const key = `${line.person} ${day}`;
      if (seen.has(key)) throw refuse('claim-day-twice', { field: 'lines', values: { person: line.person, day } });
      seen.add(key);
      checkPersonDay(state, award, command, line, day);
    }
  }
}

function checkItems(overheads: readonly OverheadItem[]): void {
  for (const [index, { item, charge }] of overheads.entries()) {
    if (isInTheDayRate(charge)) throw refuse('claim-in-day-rate', { field: 'overheads', values: { charge } });
    if (overheads.findIndex((other) => other.item === item) < index) {
      throw refuse('claim-item-twice', { field: 'overheads', values: { item } });
    }
  }
}

export const claimCosts: Decide<ClaimCosts, PartnerState, PartnerEvent> = (command, state, { now }) => {
  const { claim, award, claimedOn, lines, overheads } = command;
  checkEngaged(state);
  const held = entryOf(state.awards, award);
  if (!held) throw refuse('award-not-held', { field: 'award', values: { award } });
  if (entryOf(state.claims, claim)) throw refuse('claim-exists', { field: 'claim', values: { claim } });
  checkGrantDay(claimedOn, 'claimedOn', state, now);
  const until = state.termination?.claimableUntil;
  if (until !== undefined && (claimedOn > until || londonDay(now) > until)) {
    throw refuse('claim-too-late', { field: 'claimedOn', values: { until } });
  }
  if (lines.length === 0 && overheads.length === 0) throw refuse('claim-empty');
  checkLines(state, held, command);
  checkItems(overheads);
  const costs = { dayCostsPence: dayCostsOf(lines), overheadsPence: overheads.reduce((sum, { pence }) => sum + pence, 0) };
  checkOverheads(state, claim, costs);
  checkAward(state, claim, award, costs);
  return [
    CostsClaimed({
      claim,
      award,
      ...costs,
      totalPence: totalPence(costs),
      claimedOn,
      lines: lines.map((line) => ({ ...line, days: [...line.days] })),
      overheads: overheads.map((item) => ({ ...item })),
    }),
  ];
};
