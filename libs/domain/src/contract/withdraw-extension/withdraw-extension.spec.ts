import { make, specFor } from '@app/event-sourcing/testing';
import { ExtensionWithdrawn, ExtensionOffered } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, references } from '../contract.testing';
import { WithdrawExtension, withdrawExtension } from './withdraw-extension.command';

const given = specFor(contractStream, withdrawExtension, { now: '2025-03-02', actor, id });
const command = make(WithdrawExtension, { reason: 'Too few days' });
const offered = ExtensionOffered({ offeredOn: '2025-03-01', months: 6, completesOn: '2025-09-30', references, reason: 'More time' });
const happened = ExtensionWithdrawn({ reason: 'Too few days' });

describe('withdrawing an offered extension (C7)', () => {
  it('takes an offer', () => {
    given(...bound, offered)
      .when(command)
      .then(happened);
    given(...bound)
      .when(command)
      .thenRefused('extension-not-offered');
    given(...bound, offered, happened)
      .when(command)
      .thenRefused('extension-not-offered');
  });
  it('takes a binding contract', () => given().when(command).thenRefused('contract-unknown'));
});
