import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsCount } from '../../fields';
import { ExtensionCorrected, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, standing } from '../contract.term';
import { ExtendContract } from '../extend-contract/extend-contract.command';
import { agreed } from '../extension';

/** Correct the record of the latest extension: its months, its day or its call-off days (C6, C7). */
export class CorrectExtension extends ExtendContract {
  /** Revision of the extension that is wrong. */
  @IsCount() corrects!: number;
}

export const correctExtension: Decide<CorrectExtension, ContractState, ContractEvent> = (command, state, { now }) => {
  const terms = binding(state);
  const latest = standing(state.extension.latest, command.corrects);
  const before = { ...terms, extensionMonths: terms.extensionMonths - latest.months, endsOn: latest.previousEnd };
  const extension = agreed(command, before, latest.noticeGivenOn, now);
  const { completion } = extension;
  if (completion < londonDay(now)) throw refuse('extension-correction-in-the-past', { field: 'months', values: { completion } });
  return [ExtensionCorrected({ ...command, ...extension })];
};
