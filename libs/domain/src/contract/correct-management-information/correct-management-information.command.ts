import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsText } from '../../fields';
import { ManagementInformationCorrected, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, standing } from '../contract.term';
import { ProvideManagementInformation } from '../provide-management-information/provide-management-information.command';
import { sinceRequest } from '../requests';

/** Correct management information that was provided (C12). */
export class CorrectManagementInformation extends ProvideManagementInformation {
  /** Revision of the answer that is wrong. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctManagementInformation: Decide<CorrectManagementInformation, ContractState, ContractEvent> = (
  command,
  state,
  { now },
) => {
  const { request, providedOn, corrects } = command;
  binding(state);
  const known = entryOf(state.requests, request);
  if (known?.status !== 'provided') throw refuse('information-not-provided', { field: 'request', values: { request } });
  sinceRequest(standing(known, corrects), providedOn, now);
  return [ManagementInformationCorrected({ ...command })];
};
