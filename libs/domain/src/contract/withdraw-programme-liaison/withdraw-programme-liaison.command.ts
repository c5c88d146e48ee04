import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { ProgrammeLiaisonWithdrawn, type ContractEvent } from '../contract.events';
import { liaisonAt } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';

/** Withdraw the record of a liaison that did not take place; what it had met is owed again (C14). */
export class WithdrawProgrammeLiaison {
  /** Revision of the record, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawProgrammeLiaison: Decide<WithdrawProgrammeLiaison, ContractState, ContractEvent> = ({ corrects, reason }, state) => {
  binding(state);
  const liaison = liaisonAt(state, corrects);
  if (!liaison) throw refuse('contract-nothing-to-correct', { field: 'corrects', values: { corrects } });
  return [ProgrammeLiaisonWithdrawn({ ...liaison, corrects, reason })];
};
