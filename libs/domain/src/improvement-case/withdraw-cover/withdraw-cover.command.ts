import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { open } from '../case.guards';
import type { CaseState } from '../case.state';
import { CoverWithdrawn, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Withdraw an absence that does not take place or was recorded wrongly (E3). */
export class WithdrawCover {
  /** Revision of the record that should not stand. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const withdrawCover: Decide<WithdrawCover, CaseState, CaseEvent> = ({ corrects, reason }, state) => {
  open(state);
  const known = state.covers.find(({ revision }) => revision === corrects);
  if (!known) throw refuse('cover-not-on-record', { field: 'corrects', values: { revision: corrects } });
  const { absent, from, to } = known;
  return [CoverWithdrawn({ absent, from, to, corrects, reason })];
};
