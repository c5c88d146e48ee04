import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import {
  AdviceDayRecorded,
  AdviceDayWithdrawn,
  CallOffDaysAgreed,
  ContractCompleted,
  ContractExtended,
  ExtensionCorrected,
  ExtensionOffered,
  ExtensionRecordWithdrawn,
  InvoiceSubmitted,
  InvoiceWithdrawn,
  NarrativeSubmitted,
  ProgrammeLiaisonRecorded,
  type ContractEvent,
} from '../contract.events';
import { contractStream } from '../contract.stream';
import {
  areaPassed,
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
import { ExtendContract, extendContract } from '../extend-contract/extend-contract.command';
import { WithdrawExtensionRecord, withdrawExtensionRecord } from './withdraw-extension-record.command';

const facts = { now: '2025-04-10', actor, id };
const given = specFor(contractStream, withdrawExtensionRecord, facts);
const command = (corrects = 4) => make(WithdrawExtensionRecord, { corrects, reason: 'Nobody has signed' });
const notice = noticeGiven('2025-02-28', '2025-02-28', '2025-03-31');
const step = { agreedOn: '2025-03-20', months: 6, totalMonths: 6, previousEnd: '2025-03-31', completion: '2025-09-30', areas };
const extended = ContractExtended({ ...step, reason: 'More time' });
const history = [...bound, notice, extended];
const withdrawn = ExtensionRecordWithdrawn({
  agreedOn: '2025-03-20',
  months: 6,
  totalMonths: 0,
  endsOn: '2025-03-31',
  endedEarly: false,
  extensionNoticeBy: '2025-02-28',
  noticeGivenOn: '2025-02-28',
  areas,
  corrects: 4,
  reason: 'Nobody has signed',
});
const after = (...happened: ContractEvent[]) => stateAfter(contractStream, happened);

describe('withdrawing the record of an extension that was never agreed (C6)', () => {
  it('brings back the end before it, also where that has passed, and the notice upon which it was recorded', () => {
    given(...history)
      .when(command())
      .then(withdrawn);
    expect(after(...history, withdrawn)).toStrictEqual(after(...bound, notice));
  });

  it('lets an extension be agreed upon that notice, with its days and months as they really are', () =>
    specFor(contractStream, extendContract, { ...facts, now: '2025-03-31' })(...history, withdrawn)
      .when(make(ExtendContract, { agreedOn: '2025-03-31', months: 3, reason: 'Three months were agreed' }))
      .then(
        ContractExtended({
          agreedOn: '2025-03-31',
          months: 3,
          totalMonths: 3,
          previousEnd: '2025-03-31',
          completion: '2025-06-30',
          extensionNoticeBy: '2025-05-31',
          areas,
          reason: 'Three months were agreed',
        }),
      ));

  it('takes the record that stands, once', () => {
    const corrected = ExtensionCorrected({ ...step, months: 3, totalMonths: 3, completion: '2025-06-30', corrects: 4, reason: 'Misread' });
    given(...history, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...history, corrected)
      .when(command(5))
      .then(ExtensionRecordWithdrawn({ ...withdrawn.data, months: 3, corrects: 5 }));
    given(...history, withdrawn)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });

  it('takes the latest step first, then the one before it', () => {
    const later = noticeGiven('2025-08-31', '2025-08-31', '2025-09-30');
    const second = { ...step, agreedOn: '2025-09-01', totalMonths: 12, previousEnd: '2025-09-30', completion: '2026-03-31' };
    const both = [...history, later, ContractExtended({ ...second, reason: 'More time' })];
    const back = ExtensionRecordWithdrawn({
      ...withdrawn.data,
      agreedOn: '2025-09-01',
      totalMonths: 6,
      endsOn: '2025-09-30',
      extensionNoticeBy: '2025-08-31',
      noticeGivenOn: '2025-08-31',
      corrects: 6,
    });
    given(...both)
      .when(command(4), { now: '2025-10-01' })
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...both)
      .when(command(6), { now: '2025-10-01' })
      .then(back);
    given(...both, back)
      .when(command(4), { now: '2025-10-01' })
      .then(withdrawn);
    expect(after(...both, back, withdrawn)).toStrictEqual(after(...bound, notice));
  });

  it('brings back the offer and the call-off days as they were; a notice of a further step falls with it (C7)', () => {
    const offer = { offeredOn: '2025-03-01', months: 6, completesOn: '2025-09-30', callOffDays: '2.5' };
    const offered = ExtensionOffered({ ...offer, references, reason: 'Fewer days' });
    const agreedDays = CallOffDaysAgreed({ daysPerMonth: '3', from: '2023-11-01', reason: 'As agreed' });
    const fewer = ContractExtended({ ...extended.data, callOffDays: '2.5' });
    const before = [...bound, notice, offered, agreedDays];
    const further = noticeGiven('2025-04-10', '2025-08-31', '2025-09-30');
    const back = ExtensionRecordWithdrawn({ ...withdrawn.data, offer, corrects: 6 });
    given(...before, fewer, further)
      .when(command(6))
      .then(back);
    expect(after(...before, fewer, further, back)).toStrictEqual(after(...before));
    expect(after(...before.slice(0, -1), fewer, back)).not.toHaveProperty('callOff');
    const { callOffDays: _asTheyAre, ...plain } = offer;
    given(...bound, notice, ExtensionOffered({ ...plain, references, reason: 'More time' }), extended)
      .when(command(5))
      .then(ExtensionRecordWithdrawn({ ...withdrawn.data, offer: plain, corrects: 5 }));
    const sinceMarch = CallOffDaysAgreed({ daysPerMonth: '4', from: '2025-03-01', reason: 'Agreed since' });
    expect(after(...before, fewer, sinceMarch, back).callOff).toEqual({ daysPerMonth: '4', from: '2025-03-01' });
  });

  it('is refused while work is recorded after the end that stands again', () => {
    const day = {
      area: '887',
      person: 'subject_1',
      minutes: 420,
      dateMinutes: 420,
      onSite: true,
      purposes: ['health-partners' as const],
    };
    const invoice = { monthEndsOn: '2025-04-30', pence: 1, vatPence: 0, submittedOn: '2025-04-10', references };
    const liaison = ProgrammeLiaisonRecorded({ area: '887', programme: 'safety-valve', day: '2025-04-01' });
    const advice = AdviceDayRecorded({ ...day, day: '2025-04-01' });
    const invoiced = InvoiceSubmitted({ ...invoice, month: '2025-04-01' });
    const passed = { ...areaPassed, data: { ...areaPassed.data, from: '2025-04-01' } };
    for (const work of [liaison, advice, invoiced, passed]) {
      given(...history, work)
        .when(command())
        .thenRefused('contract-end-worked-past', 'corrects');
    }
    const { onSite: _onSite, purposes: _purposes, ...what } = day;
    const taken = AdviceDayWithdrawn({ ...what, day: '2025-04-01', dateMinutes: 0, corrects: 5, reason: 'Of another contract' });
    given(...history, advice, taken)
      .when(command())
      .then(withdrawn);
    given(...history, invoiced, InvoiceWithdrawn({ month: '2025-04-01', pence: 1, vatPence: 0, reason: 'Not due' }))
      .when(command())
      .then(withdrawn);
    given(...history, AdviceDayRecorded({ ...day, day: '2025-03-31' }))
      .when(command())
      .then(withdrawn);
  });

  it('leaves a report and a narrative on record, which cannot be taken back (C9)', () =>
    given(
      ...history,
      NarrativeSubmitted({ month: '2025-04-01', monthEndsOn: '2025-04-30', submittedOn: '2025-04-10', narrative: 'What was done' }),
    )
      .when(command())
      .then(withdrawn));

  it('leaves an end by decision as it is, and drops one that would be no earlier (C4, C5)', () => {
    const ahead = [...bound, noticeGiven('2024-01-10', '2025-02-28', '2025-03-31')];
    const early = ContractExtended({ ...extended.data, agreedOn: '2024-01-20' });
    const back = { ...withdrawn.data, agreedOn: '2024-01-20', noticeGivenOn: '2024-01-10' };
    given(...ahead, early, endedEarly('2024-09-30', '2025-09-30'))
      .when(command())
      .then(ExtensionRecordWithdrawn({ ...back, endsOn: '2024-09-30', endedEarly: true }));
    given(...ahead, early, terminated)
      .when(command())
      .then(ExtensionRecordWithdrawn({ ...back, endsOn: '2024-03-31' }));
    const dropped = [...ahead, early, endedEarly('2025-03-31', '2025-09-30')];
    given(...dropped)
      .when(command())
      .then(ExtensionRecordWithdrawn(back));
    expect(after(...dropped, ExtensionRecordWithdrawn(back)).terms).not.toHaveProperty('earlyEndOn');
  });

  it('leaves the completion of the end that stands again to be recorded', () => {
    const completed = ContractCompleted({ endsOn: '2025-09-30', areas });
    expect(after(...history, completed, withdrawn).terms).toMatchObject({ endsOn: '2025-03-31', completed: false });
  });

  it('takes an extension, on a binding contract', () => {
    given(...bound, notice)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
  });
});
