import { make, specFor } from '@app/event-sourcing/testing';
import { ManagementInformationRequested } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, orderPlaced, references } from '../contract.testing';
import { RequestManagementInformation, requestManagementInformation } from './request-management-information.command';

const given = specFor(contractStream, requestManagementInformation, { now: '2024-01-12', actor, id });
const body = { request: 'mi1', area: '931', requestedOn: '2024-01-10', dueOn: '2024-01-24', indicators: 'Plans issued in time' };
const command = (change: Partial<typeof body> = {}) => make(RequestManagementInformation, { ...body, ...change });
const requested = ManagementInformationRequested({ ...body, references });

describe('requesting management information (C12)', () => {
  it('has a due date and carries the references (C20)', () => {
    given(...bound)
      .when(command())
      .then(requested);
    given(...bound)
      .when(command({ dueOn: '2024-01-10' }))
      .then(ManagementInformationRequested({ ...requested.data, dueOn: '2024-01-10' }));
    given(...bound)
      .when(command({ dueOn: '2024-01-09' }))
      .thenRefused('information-due-before-request', 'dueOn');
  });
  it('is one under an id', () =>
    given(...bound, requested)
      .when(command())
      .thenRefused('information-already-requested', 'request'));
  it('is made while the contract runs, on its areas, by today', () => {
    given(...bound)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
    given(...bound)
      .when(command({ requestedOn: '2024-01-13' }))
      .thenRefused('contract-day-in-future', 'requestedOn');
    given(...bound)
      .when(command(), { now: '2025-04-01' })
      .thenRefused('contract-over');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
  });
});
