import { FreeText, type Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { entryOf } from '../../entries';
import { IsDay, IsId, IsText } from '../../fields';
import { ManagementInformationRequested, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { covers, running, sinceOrder } from '../contract.term';

/** Ask the supplier for management information on key performance indicators, by a day (C12). */
export class RequestManagementInformation {
  /** Id of the request within the contract, e.g. `mi1`. */
  @IsId() request!: string;
  /** Local area by its id; left out where all areas are meant. */
  @IsOptional() @IsId() area?: string;
  /** Day of the request. */
  @IsDay() requestedOn!: string;
  /** Day by which it is due. */
  @IsDay() dueOn!: string;
  /** Which indicators. */
  @FreeText('management-information') @IsText() indicators!: string;
}

export const requestManagementInformation: Decide<RequestManagementInformation, ContractState, ContractEvent> = (
  command,
  state,
  { now },
) => {
  const { request, area, requestedOn, dueOn } = command;
  const terms = running(state, now);
  covers(terms, area, requestedOn);
  if (entryOf(state.requests, request)) throw refuse('information-already-requested', { field: 'request', values: { request } });
  sinceOrder(terms, requestedOn, now, 'requestedOn');
  if (dueOn < requestedOn) throw refuse('information-due-before-request', { field: 'dueOn', values: { dueOn, requestedOn } });
  return [ManagementInformationRequested({ ...command, references: [...terms.references] })];
};
