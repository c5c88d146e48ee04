import { make, specFor } from '@app/event-sourcing/testing';
import { ManagementInformationProvided, ManagementInformationRequestCancelled, ManagementInformationRequested } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id, references } from '../contract.testing';
import { ProvideManagementInformation, provideManagementInformation } from './provide-management-information.command';

const given = specFor(contractStream, provideManagementInformation, { now: '2024-01-20', actor, id });
const body = { request: 'mi1', providedOn: '2024-01-18', information: '27 of 667' };
const command = (change: Partial<typeof body> = {}) => make(ProvideManagementInformation, { ...body, ...change });
const requested = ManagementInformationRequested({
  request: 'mi1',
  requestedOn: '2024-01-10',
  dueOn: '2024-01-24',
  indicators: 'Plans issued in time',
  references,
});

describe('providing management information (C12)', () => {
  it('answers a request that waits', () => {
    given(...bound, requested)
      .when(command())
      .then(ManagementInformationProvided(body));
    given(...bound)
      .when(command())
      .thenRefused('information-not-requested', 'request');
    given(...bound, requested)
      .when(command({ request: 'constructor' }))
      .thenRefused('information-not-requested');
    given(...bound, requested, ManagementInformationProvided(body))
      .when(command())
      .thenRefused('information-request-settled', 'request');
    given(...bound, requested, ManagementInformationRequestCancelled({ request: 'mi1', reason: 'Published' }))
      .when(command())
      .thenRefused('information-request-settled');
  });
  it('comes from the day of the request to today', () => {
    given(...bound, requested)
      .when(command({ providedOn: '2024-01-09' }))
      .thenRefused('information-before-request', 'providedOn');
    given(...bound, requested)
      .when(command({ providedOn: '2024-01-10' }))
      .then(ManagementInformationProvided({ ...body, providedOn: '2024-01-10' }));
    given(...bound, requested)
      .when(command({ providedOn: '2024-01-21' }))
      .thenRefused('contract-day-in-future', 'providedOn');
  });
});
