import {
  AreaPassedToSuccessors,
  AreaPassingWithdrawn,
  AdviceDayCorrected,
  AdviceDayRecorded,
  AdviceDayWithdrawn,
  BreakAnswered,
  BreakAnswerWithdrawn,
  CallOffDaysAgreed,
  ConfidentialityDecided,
  ContractCompleted,
  ContractEndedEarly,
  ContractExtended,
  ContractManagerAssigned,
  ContractValueVaried,
  DiagnosticCorrected,
  DiagnosticRecorded,
  DiagnosticWithdrawn,
  EarlyEndWithdrawn,
  ExtensionCorrected,
  ExtensionDeclined,
  ExtensionNoticeGiven,
  ExtensionNoticeWithdrawn,
  ExtensionOffered,
  ExtensionRecordWithdrawn,
  ExtensionRightEnded,
  ExtensionWithdrawn,
  InvoiceApprovalReversed,
  InvoiceApproved,
  InvoicePaid,
  InvoicePaymentCorrected,
  InvoicePaymentReversed,
  InvoiceRejected,
  InvoiceSubmitted,
  InvoiceWithdrawn,
  ManagementInformationCorrected,
  ManagementInformationProvided,
  ManagementInformationRequestCancelled,
  ManagementInformationRequested,
  MeetingCancelled,
  MeetingCorrected,
  MeetingHeld,
  MeetingRecordWithdrawn,
  MeetingScheduled,
  OrderAcceptanceCorrected,
  OrderAccepted,
  OrderCorrected,
  OrderDeclined,
  OrderPlaced,
  OrderWithdrawn,
  ProfessionalCorrected,
  ProfessionalNamed,
  ProfessionalReplaced,
  ProgrammeLiaisonCorrected,
  ProgrammeLiaisonRecorded,
  ProgrammeLiaisonWithdrawn,
  QualityApproachCorrected,
  QualityApproachDiscussed,
  QualityDiscussionWithdrawn,
  ReportAccepted,
  ReportReturned,
  ReportSubmitted,
  ReportingEased,
  ReportingIncreased,
  VisitsAgreed,
} from '@app/domain/events';
import { fieldsOf, type DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { contractRegister } from './contract-register';
import { ContractProfessional, type ContractRow } from './contract-register.view';

const given = specForProjection<ContractRow, DomainEvent<string, any>>(contractRegister as never);
const at = (event: DomainEvent<string, any>, revision?: number, stream = 'contract-CON_1') =>
  recorded(event, { stream, ...(revision !== undefined && { revision }) });
const why = { reason: 'r' };
const order = {
  number: 'CON_1',
  references: ['ITT_1'],
  title: 'Advice',
  buyer: 'b',
  invoiceAddress: 'a',
  supplier: 'Supplier',
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  maximumPence: 5_850_000,
  areas: ['931', '887'],
  breakOn: '2024-03-31',
  takesIn: [],
  firstPeriodEndsOn: '2023-10-31',
  extensionNoticeBy: '2025-02-28',
};
const row: ContractRow = {
  title: 'Advice',
  supplier: 'Supplier',
  references: ['ITT_1'],
  areas: ['931', '887'],
  areaPassings: [],
  status: 'placed',
  acceptances: [],
  professionals: [],
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  endsOn: '2025-03-31',
  breakOn: '2024-03-31',
  extensionMonths: 0,
  extensionLeft: 12,
  noticeBy: '2025-02-28',
  rightEnded: false,
  maximumPence: 5_850_000,
  invoicedPence: 0,
  approvedPence: 0,
  paidPence: 0,
  remainingPence: 5_850_000,
  invoices: [],
  callOff: [],
  months: [],
  advice: [],
  visits: [],
  rhythms: [],
  lastReports: [],
  liaisons: [],
  meetings: [],
  requests: [],
  diagnostics: [],
};

/** Upon the order these events make this of its row; the other contract's stays, and without an order there is none. */
function shows(events: readonly Past<DomainEvent<string, any>>[], change: Partial<ContractRow>): void {
  const other = at(OrderPlaced({ ...order, number: 'CON_2' }), 0, 'contract-CON_2');
  given(at(OrderPlaced(order), 0), other, ...events).rows({ CON_1: { ...row, ...change }, CON_2: row });
  given(...events).rows({});
}

describe('the term in the contract register', () => {
  it('shows an order withdrawn, declined, or accepted by both (C1)', () => {
    shows([], {});
    shows([at(OrderWithdrawn(why))], { status: 'withdrawn' });
    shows([at(OrderDeclined(why))], { status: 'declined' });
    const buyer = at(OrderAccepted({ party: 'buyer', acceptedOn: '2023-10-12', binding: false }));
    const supplier = at(OrderAccepted({ party: 'supplier', acceptedOn: '2023-10-13', binding: true }));
    const both = [
      { party: 'buyer' as const, acceptedOn: '2023-10-12' },
      { party: 'supplier' as const, acceptedOn: '2023-10-13' },
    ];
    shows([buyer], { acceptances: both.slice(0, 1) });
    shows([supplier, buyer], { status: 'binding', acceptances: both });
    const corrected = OrderAcceptanceCorrected({ party: 'buyer', acceptedOn: '2023-10-11', corrects: 1, ...why });
    shows([buyer, at(corrected)], { acceptances: [{ party: 'buyer', acceptedOn: '2023-10-11' }] });
  });
  it('shows an order as it was corrected (C1)', () => {
    const { breakOn: _none, ...corrected } = {
      ...order,
      title: 'Other advice',
      supplier: 'Another supplier',
      references: ['ITT_2'],
      areas: ['931'],
      orderedOn: '2023-10-10',
      commencesOn: '2023-10-11',
      completesOn: '2025-04-30',
      extensionNoticeBy: '2025-03-31',
      maximumPence: 5_000_000,
    };
    const correction = { ...corrected, previousAreas: ['931', '887'], binding: true, approvedPence: 0, corrects: 0, ...why };
    const at30April = OrderCorrected({ ...correction, endsOn: '2025-04-30', presentMaximumPence: 6_000_000 });
    const { breakOn: _gone, ...unbroken } = row;
    const shown: ContractRow = {
      ...unbroken,
      title: 'Other advice',
      supplier: 'Another supplier',
      references: ['ITT_2'],
      areas: ['931'],
      orderedOn: '2023-10-10',
      commencesOn: '2023-10-11',
      completesOn: '2025-04-30',
      endsOn: '2025-04-30',
      noticeBy: '2025-03-31',
      maximumPence: 6_000_000,
      remainingPence: 6_000_000,
    };
    const first = at(OrderPlaced(order), 0);
    given(first, at(at30April)).rows({ CON_1: shown });
    const completed = at(ContractCompleted({ endsOn: '2025-03-31', areas: ['931'] }));
    const ended = at(ExtensionRightEnded({ noticeBy: '2025-02-28', endsOn: '2025-03-31' }));
    given(first, ended, completed, at(at30April)).rows({ CON_1: { ...shown, status: 'binding' } });
    const same = OrderCorrected({ ...correction, breakOn: '2024-03-31', endsOn: '2025-03-31', presentMaximumPence: 6_000_000 });
    given(first, ended, completed, at(same)).rows({
      CON_1: { ...shown, breakOn: '2024-03-31', endsOn: '2025-03-31', status: 'completed', rightEnded: true },
    });
    given(at(at30April)).rows({});
  });
  it('names the successors of its areas beside them, and says from when (reading 26)', () => {
    const passed = (predecessor: string, successor: string, from: string, areas: string[]) => {
      const { title, supplier, commencesOn } = order;
      const data = { title, supplier, commencesOn, endsOn: '2025-03-31', endedEarly: false, judgedBy: 'localArea-931@1', ...why };
      return at(AreaPassedToSuccessors({ ...data, predecessor, successors: [successor], from, areas }));
    };
    const first = at(OrderPlaced(order), 0);
    const both = [
      passed('931', '942', '2024-05-01', ['931', '887', '942']),
      passed('887', '943', '2024-04-01', ['931', '887', '942', '943']),
    ];
    const of931 = { predecessor: '931', successors: ['942'], from: '2024-05-01' };
    const of887 = { predecessor: '887', successors: ['943'], from: '2024-04-01' };
    const shown: ContractRow = { ...row, areas: ['931', '887', '942', '943'], areaPassings: [of887, of931] };
    given(first, ...both).rows({ CON_1: shown });
    const withdrawn = AreaPassingWithdrawn({ ...of887, areas: shown.areas, leaving: ['943'], corrects: 2, ...why });
    const left: ContractRow = { ...row, areas: ['931', '887', '942'], areaPassings: [of931] };
    given(first, ...both, at(withdrawn)).rows({ CON_1: left });
    const weekly = { cause: 'pace' as const, rhythm: 'weekly' as const, periodDays: 7, from: '2024-05-06', ...why };
    const increased = ['942', '943'].map((area) => at(ReportingIncreased({ ...weekly, area })));
    given(first, ...both, ...increased, at(withdrawn)).rows({
      CON_1: { ...left, rhythms: [{ area: '942', rhythm: 'weekly', from: '2024-05-06' }] },
    });
    const corrected = OrderCorrected({
      ...order,
      areas: ['931'],
      previousAreas: ['931', '887', '942'],
      binding: false,
      endsOn: '2025-03-31',
      presentMaximumPence: order.maximumPence,
      approvedPence: 0,
      corrects: 0,
      ...why,
    });
    given(first, both[0]!, at(corrected)).rows({ CON_1: { ...row, areas: ['931', '942'], areaPassings: [of931] } });
    given(both[0]!).rows({});
    given(at(withdrawn)).rows({});
  });
  it('keeps what is left of an extended contract when its order is corrected (C6)', () => {
    const extended = ContractExtended({
      agreedOn: '2025-03-01',
      months: 6,
      totalMonths: 6,
      previousEnd: '2025-03-31',
      completion: '2025-09-30',
      extensionNoticeBy: '2025-08-31',
      areas: ['931'],
      ...why,
    });
    const correction = OrderCorrected({
      ...order,
      previousAreas: order.areas,
      binding: true,
      endsOn: '2025-09-30',
      presentMaximumPence: 5_850_000,
      approvedPence: 0,
      corrects: 0,
      ...why,
    });
    const step = { status: 'binding' as const, endsOn: '2025-09-30', extensionMonths: 6, extensionLeft: 6, noticeBy: '2025-08-31' };
    shows([at(extended), at(correction)], step);
  });
  it('names the contract manager and, sealed, the professional by day (C8)', () => {
    shows([at(ContractManagerAssigned({ manager: 'u-1', ...why }))], { manager: 'u-1' });
    const named = at(ProfessionalNamed({ subject: 's_1', name: 'sealed', contact: 'sealed too', from: '2023-10-12' }), 1);
    const one = { subject: 's_1', name: 'sealed', contact: 'sealed too', from: '2023-10-12', record: 1 };
    shows([named], { professionals: [one], professional: 's_1' });
    const replaced = at(ProfessionalReplaced({ subject: 's_2', name: 'x', from: '2024-02-01', previous: 's_1', ...why }), 2);
    const two = { subject: 's_2', name: 'x', from: '2024-02-01', record: 2 };
    shows([named, replaced], { professionals: [one, two], professional: 's_2' });
    const corrected = at(ProfessionalCorrected({ subject: 's_1', name: 'y', from: '2023-11-01', corrects: 1, ...why }), 3);
    shows([named, replaced, corrected], {
      professionals: [{ subject: 's_1', name: 'y', from: '2023-11-01', record: 3 }, two],
      professional: 's_2',
    });
    for (const field of ['name', 'contact']) {
      expect(fieldsOf(ContractProfessional).get(field)?.classification).toEqual({
        kind: 'personal',
        category: 'adviser-contact',
        subject: 'subject',
      });
    }
  });
  it('shows that quality was discussed (C11), and the call-off days by their days (C2)', () => {
    const discussed = { approach: 'sealed', dueBy: '2023-10-26' };
    shows([at(QualityApproachDiscussed({ ...discussed, discussedOn: '2023-10-20' }))], { qualityDiscussedOn: '2023-10-20' });
    shows([at(QualityApproachCorrected({ ...discussed, discussedOn: '2023-10-21', corrects: 1, ...why }))], {
      qualityDiscussedOn: '2023-10-21',
    });
    const first = at(QualityApproachDiscussed({ ...discussed, discussedOn: '2023-10-20' }));
    shows([first, at(QualityDiscussionWithdrawn({ discussedOn: '2023-10-20', corrects: 1, ...why }))], {});
    const agreed = (daysPerMonth: string, from: string) => at(CallOffDaysAgreed({ daysPerMonth, from, ...why }));
    shows([agreed('5', '2024-01-01'), agreed('4.5', '2023-10-12')], {
      callOff: [
        { daysPerMonth: '4.5', from: '2023-10-12' },
        { daysPerMonth: '5', from: '2024-01-01' },
      ],
    });
  });
  it('shows notice, offer, extension and what is left of it (C6, C7)', () => {
    const given = at(ExtensionNoticeGiven({ givenOn: '2025-02-28', noticeBy: '2025-02-28', endsOn: '2025-03-31', references: [], ...why }));
    shows([at(ExtensionRightEnded({ noticeBy: '2025-02-28', endsOn: '2025-03-31' }))], { rightEnded: true });
    shows([given], { noticeGivenOn: '2025-02-28' });
    shows([given, at(ExtensionNoticeWithdrawn(why))], {});
    const offered = at(ExtensionOffered({ offeredOn: '2025-03-01', months: 6, completesOn: '2025-09-30', references: [], ...why }));
    const offer = { offeredOn: '2025-03-01', months: 6, completesOn: '2025-09-30' };
    shows([offered], { offer });
    shows([offered, at(ExtensionDeclined(why))], {});
    shows([offered, at(ExtensionWithdrawn(why))], {});
    const step = { agreedOn: '2025-03-10', months: 6, totalMonths: 6, previousEnd: '2025-03-31', areas: ['931'], ...why };
    const extended = at(ContractExtended({ ...step, completion: '2025-09-30', extensionNoticeBy: '2025-08-31', callOffDays: '3' }));
    const half = {
      status: 'binding' as const,
      endsOn: '2025-09-30',
      extensionMonths: 6,
      extensionLeft: 6,
      noticeBy: '2025-08-31',
      callOff: [{ daysPerMonth: '3', from: '2025-04-01' }],
    };
    shows([given, offered, extended], half);
    const { areas, ...taken } = { ...step, endsOn: '2025-03-31', endedEarly: false, extensionNoticeBy: '2025-02-28', corrects: 3 };
    const { previousEnd: _end, ...back } = taken;
    const withdrawn = (change: object = {}) => at(ExtensionRecordWithdrawn({ ...back, areas, totalMonths: 0, ...change }));
    const agreed = at(CallOffDaysAgreed({ daysPerMonth: '2', from: '2023-11-01', ...why }));
    shows([agreed, given, offered, extended, withdrawn({ noticeGivenOn: '2025-02-28', offer: { ...offer, callOffDays: '3' } })], {
      status: 'binding',
      noticeGivenOn: '2025-02-28',
      offer,
      callOff: [{ daysPerMonth: '2', from: '2023-11-01' }],
    });
    shows([given, extended, withdrawn({ totalMonths: 3, endsOn: '2025-06-30', extensionNoticeBy: '2025-05-31' })], {
      ...half,
      endsOn: '2025-06-30',
      extensionMonths: 3,
      extensionLeft: 9,
      noticeBy: '2025-05-31',
    });
    shows([extended, withdrawn({ endsOn: '2024-09-30', endedEarly: true })], { status: 'ended-early', endsOn: '2024-09-30' });
    const corrected = ExtensionCorrected({ ...step, months: 3, totalMonths: 3, completion: '2025-06-30', corrects: 3 });
    const { noticeBy: _noticeBy, ...unnoticed } = row;
    const { folded } = specForProjection<ContractRow, DomainEvent<string, any>>(contractRegister as never)(
      at(OrderPlaced(order), 0),
      extended,
      offered,
      at(corrected),
    );
    expect(folded['CON_1']).toEqual({
      ...unnoticed,
      ...half,
      noticeBy: undefined,
      endsOn: '2025-06-30',
      extensionMonths: 3,
      extensionLeft: 9,
      offer,
    });
  });
  it('shows the end as it follows where an answer to the break was taken back (C4)', () => {
    const ends = { areas: ['931'], references: [], decidedBy: 'u-1', ...why };
    const answer = (one: 'continue' | 'terminate', endsOn: string) =>
      at(BreakAnswered({ answer: one, breakOn: '2024-03-31', endsOn, ...ends }));
    const taken = { answeredOn: '2024-03-20', breakOn: '2024-03-31', areas: ['931'], corrects: 9, ...why };
    const back = (change: object) =>
      at(BreakAnswerWithdrawn({ ...taken, answer: 'terminate', endsOn: '2025-03-31', endedEarly: false, ...change }));
    const shown = { breakAnswer: undefined, status: 'binding' as const };
    shows([answer('terminate', '2024-03-31'), back({})], { status: 'binding' });
    shows([answer('continue', '2025-03-31'), answer('terminate', '2024-03-31'), back({ standing: 'continue' })], {
      ...shown,
      breakAnswer: 'continue',
    });
    shows([answer('continue', '2025-03-31'), back({ answer: 'continue', standing: 'terminate', endsOn: '2024-03-31' })], {
      ...shown,
      breakAnswer: 'terminate',
      endsOn: '2024-03-31',
    });
    const early = at(ContractEndedEarly({ decidedOn: '2024-03-01', endsOn: '2024-03-15', previousEnd: '2024-03-31', ...ends }));
    shows([answer('terminate', '2024-03-31'), early, back({ endsOn: '2024-03-15', endedEarly: true })], {
      status: 'ended-early',
      endsOn: '2024-03-15',
    });
    const completed = at(ContractCompleted({ endsOn: '2025-03-31', areas: ['931'] }));
    shows([answer('continue', '2025-03-31'), completed, back({ answer: 'continue' })], { status: 'completed' });
  });
  it('shows the end by break, early end or completion (C4, C5)', () => {
    const ends = { areas: ['931'], references: [], decidedBy: 'u-1', ...why };
    shows([at(BreakAnswered({ answer: 'terminate', breakOn: '2024-03-31', endsOn: '2024-03-31', ...ends }))], {
      breakAnswer: 'terminate',
      endsOn: '2024-03-31',
    });
    const early = at(ContractEndedEarly({ decidedOn: '2024-05-01', endsOn: '2024-06-30', previousEnd: '2025-03-31', ...ends }));
    shows([early], { status: 'ended-early', endsOn: '2024-06-30' });
    shows([early, at(EarlyEndWithdrawn({ endsOn: '2025-03-31', areas: ['931'], ...why }))], { status: 'binding' });
    const completed = at(ContractCompleted({ endsOn: '2025-03-31', areas: ['931'] }));
    shows([completed], { status: 'completed' });
    shows([early, completed], { status: 'ended-early', endsOn: '2024-06-30' });
    const decided = ConfidentialityDecided({ endsOn: '2025-03-31', staysConfidential: ['unpublished-dsg'], ...why });
    shows([at(decided)], { staysConfidential: ['unpublished-dsg'] });
  });
});

describe('the money in the contract register (C3)', () => {
  const invoice = (month: string, pence: number) => ({ month, pence, vatPence: 100 });
  const submitted = (month: string, pence: number) =>
    at(InvoiceSubmitted({ ...invoice(month, pence), monthEndsOn: month, submittedOn: '2023-12-01', references: [] }));
  const shown = (month: string, pence: number, status: 'submitted' | 'approved' | 'paid' = 'submitted') => ({
    ...invoice(month, pence),
    status,
    submittedOn: '2023-12-01',
  });
  const decided = { ...invoice('2023-11-01', 300), approvedPence: 300, maximumPence: 5_850_000, references: [], ...why };
  const approved = at(InvoiceApproved(decided));
  const first = submitted('2023-11-01', 300);
  const waiting = { invoices: [shown('2023-11-01', 300)], invoicedPence: 300 };

  it('counts what is invoiced, approved, paid and left, to the penny', () => {
    shows([first], waiting);
    shows([first, submitted('2023-10-12', 5)], {
      invoices: [shown('2023-10-12', 5), shown('2023-11-01', 300)],
      invoicedPence: 305,
    });
    const counted = { invoicedPence: 300, approvedPence: 300, remainingPence: 5_849_700 };
    shows([first, approved], { ...counted, invoices: [shown('2023-11-01', 300, 'approved')] });
    const paid = at(InvoicePaid({ ...invoice('2023-11-01', 300), paidOn: '2023-12-20' }));
    const settled = { ...counted, paidPence: 300 };
    shows([first, approved, paid], { ...settled, invoices: [{ ...shown('2023-11-01', 300, 'paid'), paidOn: '2023-12-20' }] });
    const corrected = at(InvoicePaymentCorrected({ ...invoice('2023-11-01', 300), paidOn: '2023-12-21', corrects: 3, ...why }));
    shows([first, approved, paid, corrected], {
      ...settled,
      invoices: [{ ...shown('2023-11-01', 300, 'paid'), paidOn: '2023-12-21' }],
    });
    const reversed = at(InvoicePaymentReversed({ ...invoice('2023-11-01', 300), paidOn: '2023-12-20', corrects: 3, ...why }));
    shows([first, approved, paid, reversed], { ...counted, invoices: [shown('2023-11-01', 300, 'approved')] });
  });
  it('forgets what was withdrawn or rejected, and waits again where an approval was reversed', () => {
    shows([first, at(InvoiceWithdrawn({ ...invoice('2023-11-01', 300), ...why }))], {});
    shows([first, at(InvoiceRejected({ ...invoice('2023-11-01', 300), ...why }))], {});
    shows([first, approved, at(InvoiceApprovalReversed({ ...decided, approvedPence: 0 }))], waiting);
  });
  it('goes by the varied value (C7)', () => {
    const varied = { agreedOn: '2024-01-01', maximumPence: 1_000, previousPence: 5_850_000, approvedPence: 300, ...why };
    shows([first, approved, at(ContractValueVaried(varied))], {
      invoices: [shown('2023-11-01', 300, 'approved')],
      invoicedPence: 300,
      approvedPence: 300,
      maximumPence: 1_000,
      remainingPence: 700,
    });
  });
});

describe('the reports in the contract register (C9, C10)', () => {
  const period = { period: '2023-11-01', periodEndsOn: '2023-11-30' };
  const report = { ...period, rhythm: 'monthly' as const, submittedOn: '2023-12-05', sections: [], judgedBy: [] };
  const first = at(ReportSubmitted(report));

  it('are the latest of all areas and of each that is reported on more often', () => {
    shows([first], { lastReports: [{ ...period, status: 'submitted' }] });
    shows([first, at(ReportReturned({ ...period, ...why }))], { lastReports: [{ ...period, status: 'returned' }] });
    shows([first, at(ReportAccepted({ ...period, ...why }))], { lastReports: [{ ...period, status: 'accepted' }] });
    const older = at(ReportSubmitted({ ...report, period: '2023-10-12' }));
    const ofArea = at(ReportSubmitted({ ...report, area: '931' }));
    shows([first, older, ofArea], {
      lastReports: [
        { ...period, status: 'submitted' },
        { area: '931', ...period, status: 'submitted' },
      ],
    });
  });
  it('come in the rhythm that was set last for an area', () => {
    const change = { area: '931', periodDays: 7, from: '2024-02-01', ...why };
    const increased = at(ReportingIncreased({ ...change, rhythm: 'weekly', cause: 'pace' }));
    shows([increased], { rhythms: [{ area: '931', rhythm: 'weekly', from: '2024-02-01' }] });
    const eased = at(ReportingEased({ area: '931', rhythm: 'monthly', from: '2024-03-01', ...why }));
    shows([increased, eased], { rhythms: [{ area: '931', rhythm: 'monthly', from: '2024-03-01' }] });
  });
});

describe('the delivery in the contract register', () => {
  const advice = (day: string, area: string, minutes: number, onSite = false) => ({
    day,
    area,
    person: 's_1',
    minutes,
    dateMinutes: minutes,
    purposes: ['health-partners' as const],
    onSite,
  });
  const entry = (day: string, area: string, minutes: number, record: number, onSite = false) => ({
    day,
    area,
    person: 's_1',
    minutes,
    onSite,
    record,
  });
  const one = at(AdviceDayRecorded(advice('2023-11-02', '931', 200, true)), 1);
  const two = at(AdviceDayRecorded(advice('2023-11-02', '887', 220)), 2);
  const three = at(AdviceDayRecorded(advice('2023-10-20', '931', 420)), 3);

  it('counts a date once, whatever areas it served (C2, reading 25)', () =>
    shows([one, two, three], {
      advice: [entry('2023-10-20', '931', 420, 3), entry('2023-11-02', '931', 200, 1, true), entry('2023-11-02', '887', 220, 2)],
      months: [
        { month: '2023-10', days: 1, areas: [{ area: '931', minutes: 420, dates: 1, onSite: 0 }] },
        {
          month: '2023-11',
          days: 1,
          areas: [
            { area: '887', minutes: 220, dates: 1, onSite: 0 },
            { area: '931', minutes: 200, dates: 1, onSite: 1 },
          ],
        },
      ],
    }));
  it('takes corrected and withdrawn days', () => {
    const previous = { previousDay: '2023-11-02', previousArea: '931', previousPerson: 's_1', previousMinutes: 200 };
    const corrected = AdviceDayCorrected({ ...advice('2023-12-01', '931', 100), ...previous, corrects: 1, ...why });
    shows([one, at(corrected, 4)], {
      advice: [entry('2023-12-01', '931', 100, 4)],
      months: [{ month: '2023-12', days: 1, areas: [{ area: '931', minutes: 100, dates: 1, onSite: 0 }] }],
    });
    const withdrawn = { day: '2023-11-02', area: '931', person: 's_1', minutes: 200, dateMinutes: 0, corrects: 1, ...why };
    shows([one, at(AdviceDayWithdrawn(withdrawn), 4)], {});
  });
  it('shows agreed visits (C19) and diagnostics (C18)', () => {
    const agreed = (visitsPerMonth: number) => at(VisitsAgreed({ area: '931', visitsPerMonth, from: '2023-11-01', ...why }));
    shows([agreed(1), agreed(2)], { visits: [{ area: '931', visitsPerMonth: 2, from: '2023-11-01' }] });
    const diagnostic = { diagnostic: 'd1', area: '931', madeOn: '2023-11-05', madeBy: 'vcu' as const };
    const made = at(DiagnosticRecorded({ ...diagnostic, findings: 'sealed' }));
    shows([made], { diagnostics: [diagnostic] });
    shows([made, at(DiagnosticCorrected({ ...diagnostic, madeBy: 'supplier', findings: 'sealed', corrects: 1, ...why }))], {
      diagnostics: [{ ...diagnostic, madeBy: 'supplier' }],
    });
    const withdrawn = { diagnostic: 'd1', area: '931', madeOn: '2023-11-05', corrects: 1, ...why };
    shows([made, at(DiagnosticWithdrawn(withdrawn))], {});
    shows([made, at(DiagnosticWithdrawn({ ...withdrawn, diagnostic: 'd2' }))], { diagnostics: [diagnostic] });
  });
  it('shows liaison (C14)', () => {
    const liaison = { area: '887', programme: 'safety-valve' as const, day: '2023-11-10' };
    const held = at(ProgrammeLiaisonRecorded(liaison), 1);
    shows([held], { liaisons: [{ ...liaison, record: 1 }] });
    const previous = { previousArea: '887', previousProgramme: 'safety-valve' as const, previousDay: '2023-11-10' };
    const corrected = ProgrammeLiaisonCorrected({ ...liaison, day: '2023-11-11', ...previous, corrects: 1, ...why });
    shows([held, at(corrected, 2)], { liaisons: [{ ...liaison, day: '2023-11-11', record: 2 }] });
    shows([held, at(ProgrammeLiaisonWithdrawn({ ...liaison, corrects: 1, ...why }), 2)], {});
  });
  it('shows who was represented at meetings, and who was not (C13)', () => {
    const meeting = { meeting: 'm1', kind: 'contract-review' as const, area: '931' };
    const scheduled = at(MeetingScheduled({ ...meeting, on: '2024-01-10', means: 'phone', expected: ['supplier'], references: [] }));
    shows([scheduled], { meetings: [{ ...meeting, on: '2024-01-10', status: 'scheduled' }] });
    const attended = { means: 'phone' as const, represented: ['case-lead' as const], absent: ['supplier' as const] };
    const held = at(MeetingHeld({ ...meeting, heldOn: '2024-01-11', ...attended }));
    const shown = { ...meeting, on: '2024-01-11', status: 'held' as const, represented: ['case-lead'], absent: ['supplier'] };
    shows([scheduled, held], { meetings: [shown] });
    const corrected = MeetingCorrected({ ...meeting, heldOn: '2024-01-12', ...attended, absent: [], corrects: 2, ...why });
    shows([scheduled, held, at(corrected)], { meetings: [{ ...shown, on: '2024-01-12', absent: [] }] });
    const notHeld = { ...meeting, heldOn: '2024-01-11', scheduledOn: '2024-01-10', scheduledMeans: 'phone' as const, corrects: 2, ...why };
    shows([scheduled, held, at(MeetingRecordWithdrawn(notHeld))], { meetings: [{ ...meeting, on: '2024-01-10', status: 'scheduled' }] });
    shows([scheduled, at(MeetingCancelled({ meeting: 'm1', scheduledOn: '2024-01-10', ...why }))], {
      meetings: [{ ...meeting, on: '2024-01-10', status: 'cancelled' }],
    });
  });
  it('shows requests for management information and their answers (C12)', () => {
    const request = { request: 'q1', area: '931', requestedOn: '2024-01-01', dueOn: '2024-01-31' };
    const asked = at(ManagementInformationRequested({ ...request, indicators: 'sealed', references: [] }));
    shows([asked], { requests: [{ ...request, status: 'open' }] });
    const provided = at(ManagementInformationProvided({ request: 'q1', providedOn: '2024-01-20', information: 'sealed' }));
    shows([asked, provided], { requests: [{ ...request, status: 'provided', providedOn: '2024-01-20' }] });
    const corrected = ManagementInformationCorrected({ request: 'q1', providedOn: '2024-01-21', information: 's', corrects: 2, ...why });
    shows([asked, provided, at(corrected)], { requests: [{ ...request, status: 'provided', providedOn: '2024-01-21' }] });
    shows([asked, at(ManagementInformationRequestCancelled({ request: 'q1', ...why }))], {
      requests: [{ ...request, status: 'cancelled' }],
    });
  });
});
