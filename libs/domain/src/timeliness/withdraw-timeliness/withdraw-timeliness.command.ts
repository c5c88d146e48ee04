import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { TimelinessWithdrawn, type TimelinessEvent } from '../timeliness.events';
import { knownFigure } from '../timeliness.guards';
import { standingRate, withoutFigure, type TimelinessState } from '../timeliness.stream';

/** Withdraw a figure, or a revision of one, that should never have been recorded; the record of it stays (J7). */
export class WithdrawTimeliness {
  /** Revision of the record, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const withdrawTimeliness: Decide<WithdrawTimeliness, TimelinessState, TimelinessEvent> = ({ corrects, reason }, state) => {
  const { basis, sources } = knownFigure(state, corrects, 'corrects');
  const { area, year } = state;
  const standing = standingRate(withoutFigure(sources, corrects));
  return [TimelinessWithdrawn({ area, year, basis, corrects, ...(standing !== undefined && { standing }), reason })];
};
