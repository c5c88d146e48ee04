import { pounds } from '../money';
import { overheadLimitPence } from '../programme/grant-terms';
import { refuse } from './partner.refusals';
import type { Claim, PartnerState } from './partner.state';

/** Day costs and overheads of a claim, in pence. */
export type Costs = Pick<Claim, 'dayCostsPence' | 'overheadsPence'>;

/** What a claim draws on an award, in pence. */
export const totalPence = ({ dayCostsPence, overheadsPence }: Costs): number => dayCostsPence + overheadsPence;

/** Days at their rates, in pence. */
export const dayCostsOf = (lines: Claim['lines']): number => lines.reduce((sum, { ratePence, days }) => sum + ratePence * days.length, 0);

const isApproved = ({ status }: Claim): boolean => status === 'approved' || status === 'paid';

/** What is approved on an award, with one claim left out where it is named. */
export const approvedPence = ({ claims }: PartnerState, award: string, except?: string): number =>
  Object.entries(claims)
    .filter(([id, claim]) => id !== except && claim.award === award && isApproved(claim))
    .reduce((sum, [, claim]) => sum + totalPence(claim), 0);

/**
 * Overheads stay within 15% of actual costs: over all approved claims of the grant and the one in question,
 * overheads themselves left out of the costs, rounded down to the penny (G9, readings 2 and 24).
 */
export function checkOverheads({ claims }: PartnerState, id: string, costs: Costs): void {
  const counted: Costs[] = Object.entries(claims)
    .filter(([other, claim]) => other !== id && isApproved(claim))
    .map(([, claim]) => claim);
  const all = [...counted, costs];
  const overheads = all.reduce((sum, { overheadsPence }) => sum + overheadsPence, 0);
  const dayCosts = all.reduce((sum, { dayCostsPence }) => sum + dayCostsPence, 0);
  const limit = overheadLimitPence(dayCosts);
  if (overheads > limit) {
    throw refuse('overheads-over-fifteen-per-cent', {
      field: 'overheads',
      values: { overheads: pounds(overheads), costs: pounds(dayCosts), limit: pounds(limit) },
    });
  }
}

/** The award is never overspent by what is approved on it (G2, G21). */
export function checkAward(state: PartnerState, id: string, award: string, costs: Costs): void {
  const total = approvedPence(state, award, id) + totalPence(costs);
  const { pence } = state.awards[award]!;
  if (total > pence) throw refuse('award-overspent', { field: 'claim', values: { total: pounds(total), award: pounds(pence) } });
}
