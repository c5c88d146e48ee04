import { addDays } from '@app/calendar';
import { make, specFor, stateAfter } from '@app/event-sourcing/testing';
import {
  AdviceDayRecorded,
  AdviceDayWithdrawn,
  BreakAnswered,
  CallOffDaysAgreed,
  ContractCompleted,
  ContractExtended,
  ContractValueVaried,
  DiagnosticRecorded,
  IssueRaised,
  ManagementInformationRequested,
  MeetingScheduled,
  NarrativeSubmitted,
  OrderCorrected,
  OrderWithdrawn,
  ProgrammeLiaisonRecorded,
  ProgressRecommended,
  QualityApproachDiscussed,
  ReportingIncreased,
  VisitsAgreed,
  type ContractEvent,
} from '../contract.events';
import { contractStream } from '../contract.stream';
import {
  approved,
  areaPassed,
  areas,
  bound,
  contractId as id,
  contractManager as actor,
  endedEarly,
  invoiced,
  noticeGiven,
  orderBody,
  orderPlaced,
  professionalNamed,
  references,
  reported,
  terminated,
} from '../contract.testing';
import { CorrectOrder, correctOrder } from './correct-order.command';

const given = specFor(contractStream, correctOrder, { now: '2024-06-10', actor, id });
const body = { ...orderBody, corrects: 0, reason: 'Misread' };
const command = (change: object = {}) => make(CorrectOrder, { ...body, ...change });
const corrected = (change: object = {}) =>
  OrderCorrected({
    ...orderPlaced.data,
    previousAreas: areas,
    binding: true,
    endsOn: '2025-03-31',
    presentMaximumPence: orderBody.maximumPence,
    approvedPence: 0,
    corrects: 0,
    reason: 'Misread',
    ...change,
  });
const advised = AdviceDayRecorded({
  day: '2024-01-10',
  area: '931',
  person: 'subject_1',
  minutes: 420,
  purposes: ['health-partners'],
  onSite: false,
  dateMinutes: 420,
});

describe('correcting the record of an order (C1)', () => {
  it('takes every field as it should have been recorded, before it binds and after', () => {
    const change = {
      references: ['Project_8404'],
      title: 'Other services',
      supplier: 'Another supplier Ltd',
      invoiceAddress: 'Elsewhere',
      commencesOn: '2023-11-01',
      completesOn: '2025-04-30',
      maximumPence: 5_000_000,
      areas: ['931'],
    };
    const said = {
      ...change,
      endsOn: '2025-04-30',
      presentMaximumPence: 5_000_000,
      firstPeriodEndsOn: '2023-11-30',
      extensionNoticeBy: '2025-03-31',
    };
    given(orderPlaced)
      .when(command(change))
      .then(corrected({ ...said, binding: false }));
    given(...bound)
      .when(command(change))
      .then(corrected(said));
  });

  it('stands in for the latest record of the order only', () => {
    given(...bound, corrected())
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...bound, corrected())
      .when(command({ corrects: 3 }))
      .then(corrected({ corrects: 3 }));
  });

  it('keeps to the rules of an order (C1, C4)', () => {
    given(...bound)
      .when(command({ number: 'CON_1' }))
      .thenRefused('contract-number-mismatch', 'number');
    given(...bound)
      .when(command({ orderedOn: '2024-06-11', commencesOn: '2024-06-11', breakOn: '2024-09-30' }))
      .thenRefused('contract-day-in-future', 'orderedOn');
    given(...bound)
      .when(command({ commencesOn: '2023-10-11' }))
      .thenRefused('order-commences-before-order-date', 'commencesOn');
    given(...bound)
      .when(command({ completesOn: '2023-10-11' }))
      .thenRefused('order-completes-before-commencement', 'completesOn');
    given(...bound)
      .when(command({ breakOn: '2025-03-31' }))
      .thenRefused('order-break-outside-term', 'breakOn');
    given().when(command()).thenRefused('contract-unknown');
    given(orderPlaced, OrderWithdrawn({ reason: 'Wrong value' }))
      .when(command())
      .thenRefused('contract-unknown');
  });

  it('corrects the value as long as it was not varied, and never below what is approved (C3)', () => {
    const invoices = [
      ...reported('2023-10-12', '2023-10-31'),
      invoiced('2023-10-12', '2023-10-31', 325_000),
      approved('2023-10-12', 325_000),
    ];
    given(...bound, ...invoices)
      .when(command({ maximumPence: 325_000 }))
      .then(corrected({ maximumPence: 325_000, presentMaximumPence: 325_000, approvedPence: 325_000 }));
    given(...bound, ...invoices)
      .when(command({ maximumPence: 324_999 }))
      .thenRefused('contract-value-below-approved', 'maximumPence');
    const varied = ContractValueVaried({
      agreedOn: '2024-05-01',
      maximumPence: 7_000_000,
      previousPence: 5_850_000,
      approvedPence: 0,
      reason: 'More work',
    });
    given(...bound, varied)
      .when(command({ maximumPence: 5_000_000 }))
      .then(corrected({ maximumPence: 5_000_000, presentMaximumPence: 7_000_000 }));
  });

  it('leaves the end as the break and an early end set it (C4, C5)', () => {
    given(...bound, terminated)
      .when(command({ completesOn: '2025-02-28' }))
      .then(corrected({ completesOn: '2025-02-28', endsOn: '2024-03-31', extensionNoticeBy: '2025-01-31' }));
    given(...bound, endedEarly('2024-09-30'))
      .when(command({ completesOn: '2024-10-01' }))
      .then(corrected({ completesOn: '2024-10-01', endsOn: '2024-09-30', extensionNoticeBy: '2024-09-01' }));
    given(...bound, endedEarly('2024-09-30'))
      .when(command({ completesOn: '2024-09-30' }))
      .thenRefused('early-end-not-early', 'completesOn');
  });

  it('leaves the day of a break that is answered (C4)', () => {
    const goesOn = BreakAnswered({
      answer: 'continue',
      breakOn: '2024-03-31',
      endsOn: '2025-03-31',
      areas,
      decidedBy: 'u-director',
      references,
      reason: 'Funded',
    });
    given(...bound, goesOn)
      .when(command({ breakOn: '2024-04-30' }))
      .thenRefused('order-break-answered', 'breakOn');
    given(...bound)
      .when(command({ breakOn: '2024-04-30' }))
      .then(corrected({ breakOn: '2024-04-30' }));
  });

  it('leaves the first completion of an extended contract (C6)', () => {
    const extended = ContractExtended({
      agreedOn: '2025-03-20',
      months: 6,
      totalMonths: 6,
      previousEnd: '2025-03-31',
      completion: '2025-09-30',
      areas,
      reason: 'More time',
    });
    const history = [...bound, noticeGiven('2025-02-28', '2025-02-28', '2025-03-31'), extended];
    given(...history)
      .when(command({ completesOn: '2025-04-30' }), { now: '2025-04-01' })
      .thenRefused('order-extended', 'completesOn');
    given(...history)
      .when(command({ title: 'Other services' }), { now: '2025-04-01' })
      .then(corrected({ title: 'Other services', endsOn: '2025-09-30' }));
  });

  it('opens a completed contract again where its end moves, and not otherwise', () => {
    const done = [...bound, ContractCompleted({ endsOn: '2025-03-31', areas })];
    const completed = (change: object) => stateAfter(contractStream, [...done, corrected(change)]).terms?.completed;
    expect(completed({ title: 'Other services' })).toBe(true);
    expect(completed({ completesOn: '2025-04-30', endsOn: '2025-04-30' })).toBe(false);
  });
});

describe('what is recorded under a corrected order', () => {
  const refused = (history: ContractEvent[], change: object, code: string, now = '2024-06-10') =>
    given(...bound, ...history)
      .when(command(change), { now })
      .thenRefused(code);
  const taken = (history: ContractEvent[], change: object) =>
    expect(
      given(...bound, ...history)
        .when(command(change))
        .happened(),
    ).toHaveLength(1);

  it.each([
    ['a professional', [professionalNamed], '2023-10-12'],
    ['an advice day', [advised], '2024-01-10'],
    ['agreed call-off days', [CallOffDaysAgreed({ daysPerMonth: '3', from: '2023-11-01', reason: 'Agreed' })], '2023-11-01'],
    ['agreed visits', [VisitsAgreed({ area: '931', visitsPerMonth: 2, from: '2023-11-01', reason: 'Agreed' })], '2023-11-01'],
    ['a liaison', [ProgrammeLiaisonRecorded({ area: '887', programme: 'safety-valve', day: '2023-11-06' })], '2023-11-06'],
    ['the passing of an area', [{ ...areaPassed, data: { ...areaPassed.data, from: '2023-11-06' } }], '2023-11-06'],
  ])('keeps %s within its term', (_what, history, day) => {
    taken(history, { commencesOn: day, orderedOn: '2023-10-12' });
    refused(history, { commencesOn: addDays(day, 1) }, 'order-leaves-day');
  });

  it('keeps an advice day before its end, unless it lay after the end already', () => {
    const { breakOn: _none, ...noBreak } = body;
    const end = (history: ContractEvent[], completesOn: string) =>
      given(...bound, ...history).when(make(CorrectOrder, { ...noBreak, completesOn }));
    end([advised], '2024-01-09').thenRefused('order-leaves-day');
    expect(end([advised], '2024-01-10').happened()).toHaveLength(1);
    const withdrawn = AdviceDayWithdrawn({
      day: '2024-01-10',
      area: '931',
      person: 'subject_1',
      minutes: 420,
      dateMinutes: 0,
      corrects: 3,
      reason: 'Not given',
    });
    expect(end([advised, withdrawn], '2024-01-09').happened()).toHaveLength(1);
    taken([advised, endedEarly('2024-01-05', '2025-03-31')], {});
  });

  it.each([
    ['an acceptance', []],
    [
      'a meeting',
      [MeetingScheduled({ meeting: 'm1', kind: 'contract-review', on: '2023-10-12', means: 'phone', expected: ['supplier'], references })],
    ],
    ['an issue', [IssueRaised({ issue: 'i1', raisedOn: '2023-10-12', what: 'Late' })]],
    [
      'a request',
      [ManagementInformationRequested({ request: 'r1', requestedOn: '2023-10-12', dueOn: '2024-01-31', indicators: 'All', references })],
    ],
    ['a discussion on quality', [QualityApproachDiscussed({ discussedOn: '2023-10-12', approach: 'As set out', dueBy: '2023-10-26' })]],
    ['a notice', [noticeGiven('2023-10-12', '2025-02-28', '2025-03-31')]],
  ])('keeps %s not before its order', (_what, history) => {
    const later = { orderedOn: '2023-10-13', commencesOn: '2023-10-13' };
    refused(history as ContractEvent[], later, 'order-leaves-day');
  });

  it('keeps the months of reports, narratives and invoices (C9)', () => {
    const moved = { commencesOn: '2023-10-13' };
    refused(reported('2023-10-12', '2023-10-31').slice(0, 1), moved, 'order-leaves-month');
    const narrative = NarrativeSubmitted({ month: '2023-10-12', monthEndsOn: '2023-10-31', submittedOn: '2023-11-01', narrative: 'Done' });
    refused([narrative], moved, 'order-leaves-month');
    refused([invoiced('2023-10-12', '2023-10-31', 100)], moved, 'order-leaves-month');
    taken(reported('2023-11-01', '2023-11-30'), moved);
    const { breakOn: _none, ...noBreak } = body;
    const end = (completesOn: string) =>
      given(...bound, ...reported('2024-05-01', '2024-05-31')).when(make(CorrectOrder, { ...noBreak, completesOn }));
    end('2024-04-30').thenRefused('order-leaves-month');
    expect(end('2024-05-01').happened()).toHaveLength(1);
  });

  it.each([
    ['an advice day', [advised]],
    ['agreed visits', [VisitsAgreed({ area: '931', visitsPerMonth: 2, from: '2023-11-01', reason: 'Agreed' })]],
    ['a liaison', [ProgrammeLiaisonRecorded({ area: '931', programme: 'safety-valve', day: '2023-11-06' })]],
    [
      'increased reporting',
      [ReportingIncreased({ area: '931', cause: 'pace', rhythm: 'weekly', periodDays: 7, from: '2023-11-01', reason: 'Slow' })],
    ],
    [
      'a recommendation',
      [ProgressRecommended({ review: 'r1', area: '931', recommendedOn: '2024-05-01', sufficient: true, reason: 'Good' })],
    ],
    [
      'a meeting',
      [
        MeetingScheduled({
          meeting: 'm1',
          kind: 'formal-review',
          area: '931',
          on: '2024-05-01',
          means: 'phone',
          expected: ['supplier'],
          references,
        }),
      ],
    ],
    ['a passing to successors', [areaPassed]],
  ])('keeps the area of %s, and no other', (_what, history) => {
    refused(history as ContractEvent[], { areas: ['887', '851'] }, 'order-leaves-area');
    taken(history as ContractEvent[], { areas: ['931', '887'] });
  });

  it.each([
    ['a report', reported('2023-10-12', '2023-10-31').slice(0, 1)],
    ['a diagnostic', [DiagnosticRecorded({ diagnostic: 'd1', area: '931', madeOn: '2024-01-05', madeBy: 'vcu', findings: 'Weak' })]],
    ['an issue', [IssueRaised({ issue: 'i1', raisedOn: '2024-01-05', what: 'Late' })]],
    [
      'a request',
      [ManagementInformationRequested({ request: 'r1', requestedOn: '2024-01-05', dueOn: '2024-01-31', indicators: 'All', references })],
    ],
  ])('keeps every area where %s may be about it; an area that was missing can be added', (_what, history) => {
    refused(history, { areas: ['931', '887'] }, 'order-leaves-area');
    taken(history, { areas: ['931', '887', '851', '850'] });
  });
});
