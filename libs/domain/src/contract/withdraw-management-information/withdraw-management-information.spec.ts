import { make, specFor } from '@app/event-sourcing/testing';
import {
  ManagementInformationCorrected,
  ManagementInformationProvided,
  ManagementInformationRequestCancelled,
  ManagementInformationRequested,
  ManagementInformationWithdrawn,
} from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id, orderPlaced, references } from '../contract.testing';
import {
  ProvideManagementInformation,
  provideManagementInformation,
} from '../provide-management-information/provide-management-information.command';
import { WithdrawManagementInformation, withdrawManagementInformation } from './withdraw-management-information.command';

const facts = { now: '2024-02-01', actor, id };
const given = specFor(contractStream, withdrawManagementInformation, facts);
const command = (corrects = 4, request = 'mi1') =>
  make(WithdrawManagementInformation, { request, corrects, reason: 'It was for another contract' });
const requested = ManagementInformationRequested({
  request: 'mi1',
  requestedOn: '2024-01-10',
  dueOn: '2024-01-24',
  indicators: 'Plans issued in time',
  references,
});
const answer = { request: 'mi1', providedOn: '2024-01-18', information: '1 of 2' };
const provided = ManagementInformationProvided(answer);
const corrected = ManagementInformationCorrected({ ...answer, providedOn: '2024-01-19', corrects: 4, reason: 'Misread' });
const withdrawn = ManagementInformationWithdrawn({
  request: 'mi1',
  providedOn: '2024-01-18',
  dueOn: '2024-01-24',
  corrects: 4,
  reason: 'It was for another contract',
});

describe('withdrawing management information that was not provided (C12)', () => {
  it('takes the answer that stands, once', () => {
    given(...bound, requested, provided)
      .when(command())
      .then(withdrawn);
    given(...bound, requested, provided, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...bound, requested, provided, corrected)
      .when(command(5))
      .then(ManagementInformationWithdrawn({ ...withdrawn.data, providedOn: '2024-01-19', corrects: 5 }));
    given(...bound, requested, provided, withdrawn)
      .when(command())
      .thenRefused('information-not-provided', 'request');
  });

  it('lets the request be answered when it is', () =>
    specFor(contractStream, provideManagementInformation, facts)(...bound, requested, provided, withdrawn)
      .when(make(ProvideManagementInformation, { ...answer, providedOn: '2024-02-01' }))
      .then(ManagementInformationProvided({ ...answer, providedOn: '2024-02-01' })));

  it('takes a request that is answered, on a binding contract', () => {
    given(...bound, requested)
      .when(command(3))
      .thenRefused('information-not-provided', 'request');
    given(...bound, requested, ManagementInformationRequestCancelled({ request: 'mi1', reason: 'Published' }))
      .when(command(3))
      .thenRefused('information-not-provided', 'request');
    given(...bound)
      .when(command(3, 'constructor'))
      .thenRefused('information-not-provided', 'request');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
  });
});
