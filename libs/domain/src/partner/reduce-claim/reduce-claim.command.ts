import { Nested, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { IsId, IsText } from '../../fields';
import { pounds } from '../../money';
import { entryOf } from '../../entries';
import { checkOverheads, dayCostsOf, totalPence } from '../claim-sums';
import { claimOf } from '../partner-checks';
import { ClaimReduced, type PartnerEvent } from '../partner.events';
import { OverheadBorne, PersonDay } from '../partner.parts.command';
import { refuse } from '../partner.refusals';
import type { Claim, PartnerState } from '../partner.state';

/**
 * Reduce a claim, waiting or approved, to what the Department bears: leave out days, bear less of an overhead.
 * The 15% are tested again on what is left (G9, G21, reading 24).
 */
export class ReduceClaim {
  /** Id of the claim. */
  @IsId() claim!: string;
  /** Days that are left out; they can be claimed again. */
  @IsArray() @ArrayMaxSize(1_000) @Nested(() => PersonDay, { each: true }) withoutDays!: PersonDay[];
  /** Overheads of which less is borne, 0 for none; those not named stay. */
  @IsArray() @ArrayMaxSize(100) @Nested(() => OverheadBorne, { each: true }) overheads!: OverheadBorne[];
  /** Why it is reduced. */
  @IsText() reason!: string;
}

function linesWithout({ lines }: Claim, withoutDays: readonly PersonDay[]): Claim['lines'] {
  const out = new Set(withoutDays.map(({ person, day }) => `${person} ${day}`));
  const left = lines.map((line) => ({ ...line, days: line.days.filter((day) => !out.delete(`${line.person} ${day}`)) }));
  const [missing] = out;
  if (missing !== undefined) {
    const [person = '', day = ''] = missing.split(' ');
    throw refuse('claim-day-not-recorded', { field: 'withoutDays', values: { person, day } });
  }
  return left.filter(({ days }) => days.length > 0);
}

function overheadsBorne(claim: Claim, borne: readonly OverheadBorne[]): Record<string, number> {
  const left = { ...claim.overheads };
  for (const { item, pence } of borne) {
    const claimed = entryOf(left, item);
    if (claimed === undefined) throw refuse('claim-item-unknown', { field: 'overheads', values: { item } });
    if (pence > claimed) throw refuse('claim-item-raised', { field: 'overheads', values: { item, pence: pounds(claimed) } });
    left[item] = pence;
  }
  return left;
}

export const reduceClaim: Decide<ReduceClaim, PartnerState, PartnerEvent> = ({ claim: id, withoutDays, overheads, reason }, state) => {
  const claim = claimOf(id, state);
  if (claim.status === 'paid') throw refuse('claim-paid', { field: 'claim', values: { claim: id } });
  if (claim.status !== 'submitted' && claim.status !== 'approved') {
    throw refuse('claim-not-waiting', { field: 'claim', values: { claim: id, status: claim.status } });
  }
  const lines = linesWithout(claim, withoutDays);
  const borne = overheadsBorne(claim, overheads);
  const costs = { dayCostsPence: dayCostsOf(lines), overheadsPence: Object.values(borne).reduce((sum, pence) => sum + pence, 0) };
  const reducedByPence = totalPence(claim) - totalPence(costs);
  if (reducedByPence === 0) return [];
  checkOverheads(state, id, costs);
  return [
    ClaimReduced({
      claim: id,
      award: claim.award,
      ...costs,
      totalPence: totalPence(costs),
      lines: lines.map((line) => ({ ...line, days: [...line.days] })),
      overheads: Object.entries(borne).map(([item, pence]) => ({ item, pence })),
      reducedByPence,
      reason,
    }),
  ];
};
