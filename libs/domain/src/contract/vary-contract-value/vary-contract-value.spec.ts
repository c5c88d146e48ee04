import { make, specFor } from '@app/event-sourcing/testing';
import { ContractValueVaried } from '../contract.events';
import { contractStream } from '../contract.stream';
import { approved, bound, contractId as id, contractManager as actor, invoiced, reported } from '../contract.testing';
import { VaryContractValue, varyContractValue } from './vary-contract-value.command';

const given = specFor(contractStream, varyContractValue, { now: '2024-02-01', actor, id });
const body = { agreedOn: '2024-01-31', maximumPence: 6_000_000, reason: 'More days' };
const command = (change: Partial<typeof body> = {}) => make(VaryContractValue, { ...body, ...change });
const varied = (maximumPence: number, approvedPence = 0) =>
  ContractValueVaried({ ...body, maximumPence, previousPence: 5_850_000, approvedPence });

describe('varying the maximum value (C3, C7)', () => {
  it('raises or lowers it with a reason', () => {
    given(...bound)
      .when(command())
      .then(varied(6_000_000));
    given(...bound)
      .when(command({ maximumPence: 1 }))
      .then(varied(1));
    given(...bound)
      .when(command({ maximumPence: 5_850_000 }))
      .thenNothing();
  });
  it('never goes below what is approved', () => {
    const spent = [
      ...bound,
      ...reported('2023-10-12', '2023-10-31'),
      invoiced('2023-10-12', '2023-10-31', 100),
      approved('2023-10-12', 100),
    ];
    given(...spent)
      .when(command({ maximumPence: 99 }))
      .thenRefused('contract-value-below-approved', 'maximumPence');
    given(...spent)
      .when(command({ maximumPence: 100 }))
      .then(varied(100, 100));
  });
  it('takes a day from the order to today', () => {
    given(...bound)
      .when(command({ agreedOn: '2024-02-02' }))
      .thenRefused('contract-day-in-future', 'agreedOn');
    given(...bound)
      .when(command({ agreedOn: '2023-10-11' }))
      .thenRefused('contract-day-before-order', 'agreedOn');
  });
});
