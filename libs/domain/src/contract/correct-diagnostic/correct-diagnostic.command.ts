import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsText } from '../../fields';
import { DiagnosticCorrected, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { binding, covers, notAhead, standing } from '../contract.term';
import { RecordDiagnostic } from '../record-diagnostic/record-diagnostic.command';

/** Correct the record of a diagnostic (C18). */
export class CorrectDiagnostic extends RecordDiagnostic {
  /** Revision of the record that is wrong. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctDiagnostic: Decide<CorrectDiagnostic, ContractState, ContractEvent> = (command, state, { now }) => {
  covers(binding(state), command.area, command.madeOn);
  standing(entryOf(state.diagnostics, command.diagnostic), command.corrects);
  notAhead(command.madeOn, now, 'madeOn');
  return [DiagnosticCorrected({ ...command })];
};
