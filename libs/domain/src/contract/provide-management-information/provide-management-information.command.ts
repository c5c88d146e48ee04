import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsId, IsText } from '../../fields';
import { ManagementInformationProvided, type ContractEvent } from '../contract.events';
import { openRequest, sinceRequest } from '../requests';
import type { ContractState } from '../contract.state';

/** Provide the management information that was requested (C12). */
export class ProvideManagementInformation {
  /** Id of the request within the contract. */
  @IsId() request!: string;
  /** Day on which it reached the Department. */
  @IsDay() providedOn!: string;
  /** The information. */
  @FreeText('management-information') @IsText(20_000) information!: string;
}

export const provideManagementInformation: Decide<ProvideManagementInformation, ContractState, ContractEvent> = (
  command,
  state,
  { now },
) => {
  sinceRequest(openRequest(state, command.request), command.providedOn, now);
  return [ManagementInformationProvided({ ...command })];
};
