import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import type { ContractEvent } from '../contract.events';
import { ContractCompleted, ContractExtended, ExtensionDeclined, ExtensionOffered } from '../contract.events';
import { contractStream } from '../contract.stream';
import {
  areas,
  bound,
  contractId as id,
  contractManager as actor,
  endedEarly,
  noticeGiven,
  references,
  terminated,
} from '../contract.testing';
import { noticeBy } from '../contract.term';
import { ExtendContract, extendContract } from './extend-contract.command';

const given = specFor(contractStream, extendContract, { now: '2025-03-31', actor, id });
const body = { agreedOn: '2025-03-31', months: 6, reason: 'More time' };
const command = (change: object = {}) => make(ExtendContract, { ...body, ...change });
const noticed = [...bound, noticeGiven('2025-02-28', '2025-02-28', '2025-03-31')];
const extended = ContractExtended({
  ...body,
  totalMonths: 6,
  previousEnd: '2025-03-31',
  completion: '2025-09-30',
  extensionNoticeBy: '2025-08-31',
  areas,
});

/** Steps of so many months, each upon a notice on its last day and agreed on the last day of the contract. */
function steps(...months: number[]): ContractEvent[] {
  return months.reduce<ContractEvent[]>(
    (events, step) => {
      const { endsOn } = stateAfter(contractStream, events).terms!;
      const due = noticeBy(endsOn);
      const notice = noticeGiven(due, due, endsOn);
      return [
        ...events,
        notice,
        ...given(...events, notice)
          .when(command({ months: step, agreedOn: endsOn }), { now: endsOn })
          .happened(),
      ];
    },
    [...bound],
  );
}
const endAfter = (...months: number[]) => stateAfter(contractStream, steps(...months)).terms?.endsOn;

describe('extending the contract (C6)', () => {
  it('adds whole months to the original completion, a month end staying a month end', () =>
    given(...noticed)
      .when(command())
      .then(extended));

  it('is possible in full, in two halves or in twelve single months, to 31 Mar 2026 each time', () => {
    expect(endAfter(12)).toBe('2026-03-31');
    expect(endAfter(6, 6)).toBe('2026-03-31');
    expect(endAfter(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)).toBe('2026-03-31');
    expect(endAfter(1)).toBe('2025-04-30');
    expect(endAfter(11)).toBe('2026-02-28');
  });

  it('is 12 months at most in all: 13 is refused, and 7 after 6 (reading 11)', () => {
    given(...noticed)
      .when(command({ months: 13 }))
      .thenRefused('extension-over-twelve-months', 'months');
    expect(() => steps(6, 7)).toThrow('make it 13');
    expect(() => steps(12, 1)).toThrow('12 months at most');
  });

  it('is refused by part months, by their type', () => {
    for (const months of [6.5, '6', 0, -1])
      expect(() =>
        given(...noticed)
          .when(command({ months }))
          .happened(),
      ).toThrow('months');
    expect(() =>
      given(...noticed)
        .when(command({ months: 6.5 }))
        .happened(),
    ).toThrow('not extended by part months (C6)');
  });

  it('names no further notice once all twelve months are used', () =>
    expect(
      given(...noticed)
        .when(command({ months: 12 }))
        .happened()[0]?.data,
    ).not.toHaveProperty('extensionNoticeBy'));

  it('takes a notice, given in time', () => {
    given(...bound)
      .when(command())
      .thenRefused('extension-notice-missing');
    given(...bound, noticeGiven('2025-03-01', '2025-02-28', '2025-03-31'))
      .when(command())
      .thenRefused('extension-notice-late');
  });

  it('takes a notice for each step', () =>
    given(...noticed, extended)
      .when(command({ agreedOn: '2025-04-01' }), { now: '2025-04-01' })
      .thenRefused('extension-notice-missing'));

  it('is agreed from the notice to the end', () => {
    given(...noticed)
      .when(command({ agreedOn: '2025-02-27' }))
      .thenRefused('extension-agreed-before-notice', 'agreedOn');
    given(...noticed)
      .when(command({ agreedOn: '2025-02-28' }))
      .then(ContractExtended({ ...extended.data, agreedOn: '2025-02-28' }));
    given(...noticed)
      .when(command({ agreedOn: '2025-04-01' }))
      .thenRefused('contract-day-in-future', 'agreedOn');
    given(...noticed)
      .when(command({ agreedOn: '2025-04-01', lateReason: 'Signed late' }), { now: '2025-04-01' })
      .thenRefused('extension-agreed-after-end', 'agreedOn');
  });

  it('is recorded after the end only with a reason, even after completion was recorded', () => {
    const now = '2025-04-01';
    given(...noticed)
      .when(command(), { now })
      .thenRefused('extension-recorded-late', 'lateReason');
    const late = ContractExtended({ ...extended.data, lateReason: 'The paper was mislaid' });
    given(...noticed)
      .when(command({ lateReason: 'The paper was mislaid' }), { now })
      .then(late);
    const completed = ContractCompleted({ endsOn: '2025-03-31', areas });
    given(...noticed, completed)
      .when(command({ lateReason: 'The paper was mislaid' }), { now })
      .then(late);
    expect(stateAfter(contractStream, [...noticed, completed, late]).terms).toMatchObject({ completed: false, endsOn: '2025-09-30' });
  });

  it('is refused where the Department ends the contract (C4, C5)', () => {
    given(...noticed, terminated)
      .when(command())
      .thenRefused('extension-of-ending-contract');
    given(...noticed, endedEarly('2025-03-15'))
      .when(command())
      .thenRefused('extension-of-ending-contract');
  });
});

describe('agreeing on an offer (C7)', () => {
  const offer = ExtensionOffered({
    offeredOn: '2025-03-01',
    months: 6,
    completesOn: '2025-09-30',
    callOffDays: '2.5',
    references,
    reason: 'More time',
  });

  it('takes what was offered', () => {
    given(...noticed, offer)
      .when(command({ callOffDays: '2.5' }))
      .then(ContractExtended({ ...extended.data, callOffDays: '2.5' }));
    given(...noticed, offer)
      .when(command({ callOffDays: '3' }))
      .thenRefused('extension-differs-from-offer');
    given(...noticed, offer)
      .when(command())
      .thenRefused('extension-differs-from-offer');
    given(...noticed, offer)
      .when(command({ callOffDays: '2.5', months: 5 }))
      .thenRefused('extension-differs-from-offer');
    const { callOffDays: _asTheyAre, ...plain } = offer.data;
    given(...noticed, ExtensionOffered(plain))
      .when(command({ callOffDays: '3' }))
      .thenRefused('extension-differs-from-offer');
  });

  it('is free of an offer that was declined', () =>
    given(...noticed, offer, ExtensionDeclined({ reason: 'Too few days' }))
      .when(command())
      .then(extended));

  it('carries a change of call-off days from the day after the previous end, and leaves the maximum value', () => {
    const changed = stateAfter(contractStream, [...noticed, ContractExtended({ ...extended.data, callOffDays: '2.5' })]);
    expect(changed.callOff).toEqual({ daysPerMonth: '2.5', from: '2025-04-01' });
    expect(changed.maximumPence).toBe(5_850_000);
    expect(stateAfter(contractStream, [...noticed, extended]).callOff).toBeUndefined();
  });
});
