import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsId, IsText } from '../../fields';
import { ManagementInformationRequestCancelled, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { openRequest } from '../requests';

/** Cancel a request for management information (C12). */
export class CancelManagementInformationRequest {
  /** Id of the request within the contract. */
  @IsId() request!: string;
  /** Why it is no longer needed. */
  @FreeText() @IsText() reason!: string;
}

export const cancelManagementInformationRequest: Decide<CancelManagementInformationRequest, ContractState, ContractEvent> = (
  { request, reason },
  state,
) => {
  if (entryOf(state.requests, request)?.status === 'cancelled') return [];
  openRequest(state, request);
  return [ManagementInformationRequestCancelled({ request, reason })];
};
