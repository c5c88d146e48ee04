import type { Day } from '@app/calendar';
import { pounds } from '../money';
import type { FundingPeriod } from './grant-terms';
import { refuse } from './programme.refusals';
import { boundPence, periodOf, type ProgrammeState } from './programme.stream';

/** Whether a period has room for an amount: the sum of what is bound never exceeds its maximum (G2, G3, reading 1). */
export function checkRoom(state: ProgrammeState, period: FundingPeriod, pence: number, on: Day): void {
  const funding = periodOf(state, period);
  if (!funding) throw refuse('award-extension-not-agreed', { field: 'period' });
  if (on > funding.until) throw refuse('award-after-period', { field: 'period', values: { period, until: funding.until } });
  const total = boundPence(state, period) + pence;
  if (total > funding.maximumPence) {
    throw refuse('award-over-maximum', { field: 'pence', values: { period, total: pounds(total), maximum: pounds(funding.maximumPence) } });
  }
}
