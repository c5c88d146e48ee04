import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { ManagementInformationCorrected, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { standing } from '../contract.term';
import { ProvideManagementInformation } from '../provide-management-information/provide-management-information.command';
import { answeredRequest, sinceRequest } from '../requests';

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
  sinceRequest(standing(answeredRequest(state, request), corrects), providedOn, now);
  return [ManagementInformationCorrected({ ...command })];
};
