import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { FactWithdrawn, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered, factOf } from '../local-area.guards';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Withdraw a fact that should never have been recorded of this local area; the record of it stays (J1, G16). */
export class WithdrawFact {
  /** Revision of the record, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const withdrawFact: Decide<WithdrawFact, LocalAreaState, LocalAreaEvent> = ({ corrects, reason }, state, { stream }) => {
  checkRegistered(state, stream);
  const fact = factOf(state, corrects);
  if (!fact) throw refuse('fact-not-on-record', { field: 'corrects', values: { revision: corrects } });
  const { kind, effectiveOn, neededBy } = fact;
  if (neededBy !== undefined) throw refuse('fact-still-needed', { field: 'corrects', values: { revision: corrects, by: neededBy } });
  return [FactWithdrawn({ kind, corrects, effectiveOn, reason })];
};
