import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsId, IsText } from '../../fields';
import { DiagnosticWithdrawn, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { binding, standing } from '../contract.term';

/** Withdraw the record of a diagnostic that was not made (C18). */
export class WithdrawDiagnostic {
  /** Id of the diagnostic within the contract. */
  @IsId() diagnostic!: string;
  /** Revision of the record, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawDiagnostic: Decide<WithdrawDiagnostic, ContractState, ContractEvent> = (command, state) => {
  binding(state);
  const { area, madeOn } = standing(entryOf(state.diagnostics, command.diagnostic), command.corrects);
  return [DiagnosticWithdrawn({ ...command, area, madeOn })];
};
