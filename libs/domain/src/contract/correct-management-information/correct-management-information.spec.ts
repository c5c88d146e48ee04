import { make, specFor } from '@app/event-sourcing/testing';
import { ManagementInformationCorrected, ManagementInformationProvided, ManagementInformationRequested } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id, references } from '../contract.testing';
import { CorrectManagementInformation, correctManagementInformation } from './correct-management-information.command';

const given = specFor(contractStream, correctManagementInformation, { now: '2024-01-20', actor, id });
const body = { request: 'mi1', providedOn: '2024-01-18', information: '27 of 667', corrects: 4, reason: 'Wrong year' };
const command = (change: Partial<typeof body> = {}) => make(CorrectManagementInformation, { ...body, ...change });
const requested = ManagementInformationRequested({
  request: 'mi1',
  requestedOn: '2024-01-10',
  dueOn: '2024-01-24',
  indicators: 'Plans issued in time',
  references,
});
const provided = ManagementInformationProvided({ request: 'mi1', providedOn: '2024-01-18', information: '1 of 2' });

describe('correcting management information (C12)', () => {
  it('takes the place of the answer that stands', () => {
    const corrected = ManagementInformationCorrected(body);
    given(...bound, requested, provided)
      .when(command())
      .then(corrected);
    given(...bound, requested, provided)
      .when(command({ corrects: 3 }))
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...bound, requested, provided, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct');
  });
  it('takes an answer', () => {
    given(...bound, requested)
      .when(command({ corrects: 3 }))
      .thenRefused('information-not-provided', 'request');
    given(...bound, requested, provided)
      .when(command({ providedOn: '2024-01-09' }))
      .thenRefused('information-before-request');
  });
});
