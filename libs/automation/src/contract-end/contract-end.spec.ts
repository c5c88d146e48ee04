import {
  BreakAnswered,
  BreakAnswerWithdrawn,
  ContractCompleted,
  ContractEndedEarly,
  ContractExtended,
  EarlyEndWithdrawn,
  ExtensionNoticeGiven,
  ExtensionNoticeWithdrawn,
  ExtensionRecordWithdrawn,
  ExtensionRightEnded,
  OrderAccepted,
  OrderCorrected,
} from '@app/domain/events';
import { recorded, specForProcess } from '@app/event-sourcing/testing';
import type { DomainEvent } from '@app/event-sourcing';
import { contractEnd } from './contract-end.process';

const on = <E extends DomainEvent>(event: E, eventId: string) =>
  recorded(event, { stream: 'contract-CON_22889', eventId, correlationId: 'c', recordedAt: '2023-10-12T09:00:00.000Z' });
const given = (...events: DomainEvent[]) => ({
  at: (now: string) =>
    specForProcess(contractEnd)('CON_22889', ...events.map((event, index) => on(event as never, `e${index}`)))
      .at(now)
      .actions.map((action) =>
        'send' in action ? `${action.send.constructor.name} ${action.step}` : 'remindAt' in action ? action.remindAt : action.step,
      ),
});

const areas = ['931'];
const accepted = OrderAccepted({
  party: 'supplier',
  acceptedOn: '2023-10-12',
  binding: true,
  areas,
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  firstPeriodEndsOn: '2023-10-31',
  qualityApproachBy: '2023-10-26',
});
const notice = ExtensionNoticeGiven({
  givenOn: '2025-02-01',
  noticeBy: '2025-02-28',
  endsOn: '2025-03-31',
  references: [],
  reason: 'Needed',
});
const extended = ContractExtended({
  agreedOn: '2025-03-01',
  months: 6,
  totalMonths: 6,
  previousEnd: '2025-03-31',
  completion: '2025-09-30',
  areas,
  reason: 'Needed',
});

const corrected = (endsOn: string) =>
  OrderCorrected({
    number: 'CON_22889',
    references: [],
    title: 'Advice',
    buyer: 'Secretary of State for Education',
    invoiceAddress: 'As in the order',
    supplier: 'Red Kite Solutions (SEN) Ltd',
    orderedOn: '2023-10-12',
    commencesOn: '2023-10-12',
    completesOn: endsOn,
    maximumPence: 5_850_000,
    areas,
    takesIn: [],
    firstPeriodEndsOn: '2023-10-31',
    extensionNoticeBy: '2025-02-28',
    previousAreas: areas,
    binding: true,
    endsOn,
    presentMaximumPence: 5_850_000,
    approvedPence: 0,
    corrects: 0,
    reason: 'Misread',
  });

describe('what passes at the end of a contract', () => {
  it('is nothing while the contract does not bind', () => expect(given().at('2025-04-01')).toEqual([]));

  it('is the right to extend, after the last moment of 28 Feb 2025 and not before (C6, reading 30)', () => {
    expect(given(accepted).at('2025-02-28T23:59:59.999Z')).toEqual(['2025-03-01T00:00:00.000Z', '2025-03-31T23:00:00.000Z']);
    expect(given(accepted).at('2025-03-01T00:00:00.000Z')).toEqual([
      'EndExtensionRight end-right~2025-03-31~e0',
      '2025-03-31T23:00:00.000Z',
    ]);
  });

  it('is not the right while a notice stands, and again when that is taken back', () => {
    expect(given(accepted, notice).at('2025-03-01')).toEqual(['2025-03-31T23:00:00.000Z']);
    expect(given(accepted, notice, ExtensionNoticeWithdrawn({ reason: 'No funds' })).at('2025-03-01')).toContain(
      'EndExtensionRight end-right~2025-03-31~e0',
    );
  });

  it('ends the right once for each end, the next one a month before the new end', () => {
    const ended = ExtensionRightEnded({ noticeBy: '2025-02-28', endsOn: '2025-03-31' });
    expect(given(accepted, ended).at('2025-03-01')).toEqual(['2025-03-31T23:00:00.000Z']);
    expect(given(accepted, ended, extended).at('2025-08-31')).toEqual(['2025-08-31T23:00:00.000Z', '2025-09-30T23:00:00.000Z']);
  });

  it('is the end before an extension whose record was withdrawn: the notice stands again, and completion follows (C1, C6)', () => {
    const taken = { agreedOn: '2025-03-01', months: 6, totalMonths: 0, endsOn: '2025-03-31', endedEarly: false, areas };
    const withdrawn = (change: object) =>
      ExtensionRecordWithdrawn({ ...taken, extensionNoticeBy: '2025-02-28', corrects: 2, reason: 'Nobody signed', ...change });
    const noticed = withdrawn({ noticeGivenOn: '2025-02-01' });
    expect(given(accepted, notice, extended, noticed).at('2025-03-20')).toEqual(['2025-03-31T23:00:00.000Z']);
    expect(given(accepted, notice, extended, noticed).at('2025-04-10')).toEqual(['CompleteContract complete~2025-03-31~e3']);
    const completed = ContractCompleted({ endsOn: '2025-09-30', areas });
    expect(given(accepted, notice, extended, completed, noticed).at('2025-10-10')).toEqual(['CompleteContract complete~2025-03-31~e4']);
    expect(given(accepted, notice, extended, withdrawn({})).at('2025-04-10')).toContain('EndExtensionRight end-right~2025-03-31~e3');
    const early = withdrawn({ endsOn: '2024-09-30', endedEarly: true });
    expect(given(accepted, notice, extended, early).at('2025-04-10')).toEqual([]);
  });

  it('is completion, the moment the last day is over in London (C1)', () => {
    const ended = ExtensionRightEnded({ noticeBy: '2025-02-28', endsOn: '2025-03-31' });
    expect(given(accepted, ended).at('2025-03-31T22:59:59.999Z')).toEqual(['2025-03-31T23:00:00.000Z']);
    expect(given(accepted, ended).at('2025-03-31T23:00:00.000Z')).toEqual(['CompleteContract complete~2025-03-31~e0']);
    expect(given(accepted, ended, ContractCompleted({ endsOn: '2025-03-31', areas })).at('2025-04-01')).toEqual([]);
  });

  it('follows a correction of the order, also after completion; a correction that leaves the end changes nothing (C1)', () => {
    const completed = ContractCompleted({ endsOn: '2025-03-31', areas });
    expect(given(accepted, corrected('2025-04-30')).at('2025-03-31T23:00:00.000Z')).toEqual([
      'EndExtensionRight end-right~2025-04-30~e1',
      '2025-04-30T23:00:00.000Z',
    ]);
    expect(given(accepted, corrected('2025-03-31')).at('2025-03-01')).toEqual(given(accepted).at('2025-03-01'));
    expect(given(accepted, completed, corrected('2025-03-31')).at('2025-05-01')).toEqual([]);
    expect(given(accepted, completed, corrected('2025-04-30')).at('2025-05-01')).toContain('CompleteContract complete~2025-04-30~e2');
    expect(given(corrected('2025-04-30')).at('2025-05-01')).toEqual([]);
  });

  it('is nothing for a contract that was ended by decision (C4, C5), unless that was taken back', () => {
    const decision = { areas, decidedBy: 'u-40', references: [], reason: 'Planned' };
    const broken = BreakAnswered({ ...decision, answer: 'terminate', breakOn: '2024-03-31', endsOn: '2024-03-31' });
    const early = ContractEndedEarly({ ...decision, decidedOn: '2024-05-01', endsOn: '2024-06-30', previousEnd: '2025-03-31' });
    expect(given(accepted, broken).at('2024-04-01')).toEqual([]);
    expect(given(accepted, early).at('2024-07-01')).toEqual([]);
    expect(given(accepted, early, EarlyEndWithdrawn({ endsOn: '2025-03-31', areas, reason: 'A mistake' })).at('2024-07-01')).toHaveLength(
      2,
    );
    const taken = { answer: 'terminate' as const, answeredOn: '2024-03-20', breakOn: '2024-03-31', endsOn: '2025-03-31', areas };
    const back = BreakAnswerWithdrawn({ ...taken, endedEarly: false, corrects: 1, reason: 'A mistake' });
    expect(given(accepted, broken, back).at('2025-04-01')).toEqual([
      'EndExtensionRight end-right~2025-03-31~e2',
      'CompleteContract complete~2025-03-31~e2',
    ]);
    const stops = BreakAnswerWithdrawn({ ...back.data, answer: 'continue', standing: 'terminate', endsOn: '2024-03-31' });
    expect(given(accepted, broken, stops).at('2025-04-01')).toEqual([]);
    expect(given(accepted, early, BreakAnswerWithdrawn({ ...back.data, endsOn: '2024-06-30', endedEarly: true })).at('2025-04-01')).toEqual(
      [],
    );
    const completed = ContractCompleted({ endsOn: '2025-03-31', areas });
    expect(given(accepted, completed, back).at('2025-04-01')).toEqual([]);
  });
});
