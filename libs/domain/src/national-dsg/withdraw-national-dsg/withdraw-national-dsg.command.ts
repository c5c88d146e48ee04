import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { yearEnd } from '../../local-area/financial-year';
import { ENGLAND } from '../../timeliness/timeliness.vocabulary';
import { NationalDsgWithdrawn, type NationalDsgEvent } from '../national-dsg.events';
import { standingBalance } from '../national-dsg.refusals';
import type { NationalDsgState } from '../national-dsg.stream';

/** Withdraw a balance of England's that should never have been recorded; the record of it stays (J9). */
export class WithdrawNationalDsg {
  /** Revision of the record, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const withdrawNationalDsg: Decide<WithdrawNationalDsg, NationalDsgState, NationalDsgEvent> = ({ corrects, reason }, state) => {
  standingBalance(state, corrects);
  const { year } = state;
  return [NationalDsgWithdrawn({ area: ENGLAND, year, yearEndsOn: yearEnd(year), corrects, reason })];
};
