import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { areaOf, checkEngaged } from '../partner-checks';
import { ExcellenceDoubtWithdrawn, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Withdraw a doubt about a partner's excellence (G22). */
export class WithdrawDoubt {
  /** Local area that was doubted; the partner's own where none is named. */
  @IsOptional() @IsId() area?: string;
  /** Why it is withdrawn. */
  @IsText() reason!: string;
}

export const withdrawDoubt: Decide<WithdrawDoubt, PartnerState, PartnerEvent> = (command, state) => {
  checkEngaged(state);
  const area = areaOf(command.area, state);
  const corrects = entryOf(state.doubts, area);
  if (corrects === undefined) throw refuse('doubt-unknown', { field: 'area', values: { area } });
  return [ExcellenceDoubtWithdrawn({ area, corrects, reason: command.reason })];
};
