import { FreeText, type Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { entryOf } from '../../entries';
import { IsDay, IsId, IsText } from '../../fields';
import { DiagnosticRecorded, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, covers, notAhead } from '../contract.term';
import { DIAGNOSTIC_MAKERS, type DiagnosticMaker } from '../contract.vocabulary';

/** Record diagnostic work on an area, VCU's assessments included (C18). */
export class RecordDiagnostic {
  /** Id of the diagnostic within the contract, e.g. `d1`. */
  @IsId() diagnostic!: string;
  /** Local area by its id. */
  @IsId() area!: string;
  /** Day on which it was made; it can lie before the contract. */
  @IsDay() madeOn!: string;
  /** Who made it. */
  @IsIn(DIAGNOSTIC_MAKERS) madeBy!: DiagnosticMaker;
  /** What it found. */
  @FreeText('management-information') @IsText(20_000) findings!: string;
}

export const recordDiagnostic: Decide<RecordDiagnostic, ContractState, ContractEvent> = (command, state, { now }) => {
  const { diagnostic, area, madeOn } = command;
  covers(binding(state), area, madeOn);
  notAhead(madeOn, now, 'madeOn');
  if (entryOf(state.diagnostics, diagnostic)) throw refuse('diagnostic-already-recorded', { field: 'diagnostic', values: { diagnostic } });
  return [DiagnosticRecorded({ ...command })];
};
