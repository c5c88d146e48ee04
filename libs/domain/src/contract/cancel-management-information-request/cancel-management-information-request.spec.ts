import { make, specFor } from '@app/event-sourcing/testing';
import { ManagementInformationProvided, ManagementInformationRequestCancelled, ManagementInformationRequested } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, references } from '../contract.testing';
import { CancelManagementInformationRequest, cancelManagementInformationRequest } from './cancel-management-information-request.command';

const given = specFor(contractStream, cancelManagementInformationRequest, { now: '2024-01-20', actor, id });
const command = make(CancelManagementInformationRequest, { request: 'mi1', reason: 'Published' });
const requested = ManagementInformationRequested({
  request: 'mi1',
  requestedOn: '2024-01-10',
  dueOn: '2024-01-24',
  indicators: 'Plans issued in time',
  references,
});
const cancelled = ManagementInformationRequestCancelled({ request: 'mi1', reason: 'Published' });

describe('cancelling a request for management information (C12)', () => {
  it('takes a request that waits', () => {
    given(...bound, requested)
      .when(command)
      .then(cancelled);
    given(...bound, requested, cancelled)
      .when(command)
      .thenNothing();
    given(...bound)
      .when(command)
      .thenRefused('information-not-requested', 'request');
    given(...bound, requested, ManagementInformationProvided({ request: 'mi1', providedOn: '2024-01-18', information: '27 of 667' }))
      .when(command)
      .thenRefused('information-request-settled');
  });
});
