import { make, specFor } from '@app/event-sourcing/testing';
import { ContractExtended, ExtensionDeclined, ExtensionOffered, ExtensionWithdrawn } from '../contract.events';
import { contractStream } from '../contract.stream';
import { areas, bound, contractId as id, contractManager as actor, references, terminated } from '../contract.testing';
import { OfferExtension, offerExtension } from './offer-extension.command';

const given = specFor(contractStream, offerExtension, { now: '2025-03-31', actor, id });
const body = { offeredOn: '2025-03-01', months: 6, callOffDays: '2.5', reason: 'Progress takes longer' };
const command = (change: Partial<typeof body> = {}) => make(OfferExtension, { ...body, ...change });
const offered = ExtensionOffered({ ...body, completesOn: '2025-09-30', references });

describe('offering an extension without prejudice (C7)', () => {
  it('says the end that it would bring and the call-off days', () =>
    given(...bound)
      .when(command())
      .then(offered));

  it('is one at a time: it can be declined or withdrawn', () => {
    given(...bound, offered)
      .when(command())
      .thenRefused('extension-already-offered');
    given(...bound, offered, ExtensionDeclined({ reason: 'Too few days' }))
      .when(command())
      .then(offered);
    given(...bound, offered, ExtensionWithdrawn({ reason: 'No budget' }))
      .when(command())
      .then(offered);
  });

  it('is whole months, 12 at most in all (C6)', () => {
    given(...bound)
      .when(command({ months: 12 }))
      .then(ExtensionOffered({ ...offered.data, months: 12, completesOn: '2026-03-31' }));
    given(...bound)
      .when(command({ months: 13 }))
      .thenRefused('extension-over-twelve-months', 'months');
    const half = ContractExtended({
      agreedOn: '2025-03-01',
      months: 6,
      totalMonths: 6,
      previousEnd: '2025-03-31',
      completion: '2025-09-30',
      areas,
      reason: 'More time',
    });
    given(...bound, half)
      .when(command())
      .then(ExtensionOffered({ ...offered.data, completesOn: '2026-03-31' }));
    given(...bound, half)
      .when(command({ months: 7 }))
      .thenRefused('extension-over-twelve-months');
    expect(() =>
      given(...bound)
        .when(command({ months: 6.5 }))
        .happened(),
    ).toThrow('whole months');
  });

  it.each(['-1', '2.555', '1e3', '100', ''])('does not take "%s" as call-off days', (callOffDays) =>
    expect(() =>
      given(...bound)
        .when(command({ callOffDays }))
        .happened(),
    ).toThrow('callOffDays'),
  );

  it('takes a day from the order to the end, today at the latest', () => {
    given(...bound)
      .when(command({ offeredOn: '2025-03-31' }))
      .then(ExtensionOffered({ ...offered.data, offeredOn: '2025-03-31' }));
    given(...bound)
      .when(command({ offeredOn: '2025-04-01' }))
      .thenRefused('contract-day-in-future', 'offeredOn');
    given(...bound)
      .when(command({ offeredOn: '2025-04-01' }), { now: '2025-04-01' })
      .thenRefused('contract-over', 'offeredOn');
  });

  it('is refused where the Department ends the contract', () =>
    given(...bound, terminated)
      .when(command())
      .thenRefused('extension-of-ending-contract'));
});
