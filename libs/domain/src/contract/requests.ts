import { entryOf } from '../entries';
import { refuse } from './contract.refusals';
import type { ContractState, InformationRequest } from './contract.state';
import { binding, notAhead } from './contract.term';

/** A request and the day of its answer. */
export type AnsweredRequest = InformationRequest & { readonly providedOn: string };

/** A request that waits for an answer (C12). @throws Refused `information-not-requested`, `information-request-settled` */
export function openRequest(state: ContractState, request: string): InformationRequest {
  binding(state);
  const known = entryOf(state.requests, request);
  if (!known) throw refuse('information-not-requested', { field: 'request', values: { request } });
  if (known.status !== 'open') throw refuse('information-request-settled', { field: 'request', values: { request, status: known.status } });
  return known;
}

/** A request that is answered (C12). @throws Refused `information-not-provided` */
export function answeredRequest(state: ContractState, request: string): AnsweredRequest {
  binding(state);
  const known = entryOf(state.requests, request);
  if (known?.status !== 'provided' || known.providedOn === undefined) {
    throw refuse('information-not-provided', { field: 'request', values: { request } });
  }
  return { ...known, providedOn: known.providedOn };
}

/** An answer comes from the day of the request to today. @throws Refused `contract-day-in-future`, `information-before-request` */
export function sinceRequest({ requestedOn }: InformationRequest, providedOn: string, now: string): void {
  notAhead(providedOn, now, 'providedOn');
  if (providedOn < requestedOn) throw refuse('information-before-request', { field: 'providedOn', values: { providedOn, requestedOn } });
}
