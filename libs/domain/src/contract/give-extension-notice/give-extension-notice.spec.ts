import { make, specFor } from '@app/event-sourcing/testing';
import { ContractExtended, ExtensionNoticeGiven, ExtensionNoticeWithdrawn, ExtensionRightEnded } from '../contract.events';
import { contractStream } from '../contract.stream';
import {
  areas,
  bound,
  contractId as id,
  contractManager as actor,
  endedEarly,
  noticeGiven,
  orderPlaced,
  references,
  terminated,
} from '../contract.testing';
import { GiveExtensionNotice, giveExtensionNotice } from './give-extension-notice.command';

const given = specFor(contractStream, giveExtensionNotice, { now: '2025-03-10', actor, id });
const command = (givenOn: string, months?: number) =>
  make(GiveExtensionNotice, { givenOn, reason: 'Progress takes longer', ...(months !== undefined && { months }) });
const sixMonths = ContractExtended({
  agreedOn: '2025-03-01',
  months: 6,
  totalMonths: 6,
  previousEnd: '2025-03-31',
  completion: '2025-09-30',
  extensionNoticeBy: '2025-08-31',
  areas,
  reason: 'More time',
});
const first = noticeGiven('2025-02-28', '2025-02-28', '2025-03-31');

describe('giving notice of extension (C6)', () => {
  it('stands on 28 Feb 2025 and is too late on 1 Mar 2025 (reading 10)', () => {
    given(...bound)
      .when(command('2025-02-28'))
      .then(first);
    given(...bound)
      .when(command('2025-03-01'))
      .thenRefused('extension-notice-late', 'givenOn');
  });

  it('is due by 31 Aug 2025 for the step after 30 Sep 2025, a month end staying a month end (reading 30)', () => {
    const step = [...bound, first, sixMonths];
    given(...step)
      .when(command('2025-08-31'), { now: '2025-09-10' })
      .then(noticeGiven('2025-08-31', '2025-08-31', '2025-09-30'));
    given(...step)
      .when(command('2025-09-01'), { now: '2025-09-10' })
      .thenRefused('extension-notice-late');
  });

  it('is due on the same day of the month before where the end is no month end', () => {
    const midMonth = { type: 'OrderPlaced' as const, data: { ...orderPlaced.data, completesOn: '2025-03-30' } };
    given(midMonth, ...bound.slice(1))
      .when(command('2025-02-28'))
      .then(noticeGiven('2025-02-28', '2025-02-28', '2025-03-30'));
    const early = { type: 'OrderPlaced' as const, data: { ...orderPlaced.data, completesOn: '2025-03-15' } };
    given(early, ...bound.slice(1))
      .when(command('2025-02-15'))
      .then(noticeGiven('2025-02-15', '2025-02-15', '2025-03-15'));
    given(early, ...bound.slice(1))
      .when(command('2025-02-16'))
      .thenRefused('extension-notice-late');
  });

  it('can name the months: whole ones, up to 12 in all', () => {
    const expected = ExtensionNoticeGiven({ ...(first.data as object), months: 12 } as never);
    given(...bound)
      .when(command('2025-02-28', 12))
      .then(expected);
    given(...bound)
      .when(command('2025-02-28', 13))
      .thenRefused('extension-over-twelve-months', 'months');
    expect(() =>
      given(...bound)
        .when(command('2025-02-28', 0.5))
        .happened(),
    ).toThrow('whole months');
    expect(() =>
      given(...bound)
        .when(command('2025-02-28', 0))
        .happened(),
    ).toThrow('months');
  });

  it('is refused once all twelve months are used', () => {
    const year = ContractExtended({ ...sixMonths.data, months: 12, totalMonths: 12, completion: '2026-03-31' });
    given(...bound, first, year)
      .when(command('2025-12-01'), { now: '2025-12-01' })
      .thenRefused('extension-over-twelve-months');
  });

  it('is given once, unless it was withdrawn', () => {
    given(...bound, first)
      .when(command('2025-02-28'))
      .thenNothing();
    given(...bound, first)
      .when(command('2025-02-27'))
      .thenRefused('extension-notice-already-given');
    const again = noticeGiven('2025-02-27', '2025-02-28', '2025-03-31');
    given(...bound, first, ExtensionNoticeWithdrawn({ reason: 'Review' }))
      .when(command('2025-02-27'))
      .then(again);
  });

  it('counts by the day on which it was given, also where the right was recorded as ended', () =>
    given(...bound, ExtensionRightEnded({ noticeBy: '2025-02-28', endsOn: '2025-03-31' }))
      .when(command('2025-02-28'))
      .then(first));

  it('is refused where the Department ends the contract (C4, C5)', () => {
    given(...bound, terminated)
      .when(command('2024-02-28'))
      .thenRefused('extension-of-ending-contract');
    given(...bound, endedEarly('2024-09-30'))
      .when(command('2024-08-30'))
      .thenRefused('extension-of-ending-contract');
  });

  it('takes a binding contract and a day from the order to today', () => {
    given(orderPlaced).when(command('2025-02-28')).thenRefused('contract-not-binding');
    given(...bound)
      .when(command('2023-10-11'))
      .thenRefused('contract-day-before-order', 'givenOn');
    given(...bound)
      .when(command('2025-02-28'), { now: '2025-02-27' })
      .thenRefused('contract-day-in-future', 'givenOn');
  });

  it('carries the references of the contract (C20)', () => expect(first.data).toMatchObject({ references }));
});
