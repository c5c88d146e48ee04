import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { StandInWithdrawn, type InstallationEvent } from '../installation.events';
import { refuse } from '../installation.refusals';
import type { InstallationState } from '../installation.stream';

/** Withdraw an absence that does not take place or was recorded wrongly (E3). */
export class WithdrawStandIn {
  /** Revision of the record that should not stand. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawStandIn: Decide<WithdrawStandIn, InstallationState, InstallationEvent> = ({ corrects, reason }, { absences }) => {
  const known = absences.find(({ revision }) => revision === corrects);
  if (!known) throw refuse('stand-in-not-on-record', { field: 'corrects', values: { revision: corrects } });
  const { absent, from, to } = known;
  return [StandInWithdrawn({ absent, from, to, corrects, reason })];
};
