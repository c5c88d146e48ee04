import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { areaOf, checkGrantDay, checkLive } from '../partner-checks';
import { ExcellenceDoubted, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Doubt that a partner is still high performing, well led and able to support others: a person then judges it again (G22). */
export class DoubtExcellence {
  /** Local area that is doubted, where others share the grant; otherwise the partner's own. */
  @IsOptional() @IsId() area?: string;
  /** Day of the doubt. */
  @IsDay() doubtedOn!: string;
  /** What gives rise to it. */
  @IsText() reason!: string;
}

export const doubtExcellence: Decide<DoubtExcellence, PartnerState, PartnerEvent> = (command, state, { now }) => {
  const { doubtedOn, reason } = command;
  checkLive(state);
  if (state.atDiscretion) throw refuse('not-watched');
  const area = areaOf(command.area, state);
  checkGrantDay(doubtedOn, 'doubtedOn', state, now);
  if (entryOf(state.doubts, area) !== undefined) return [];
  return [ExcellenceDoubted({ area, doubtedOn, reason })];
};
