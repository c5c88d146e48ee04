import { recorded, stateAfter, type Past } from '@app/event-sourcing/testing';
import { example } from '../told.testing';
import * as events from './contract.events';
import type { ContractEvent } from './contract.events';
import type { ContractState } from './contract.state';
import { contractStream, recommendationOn, recommendedBy } from './contract.stream';
import { bound, orderBody, orderPlaced, professionalNamed } from './contract.testing';

const after = (...happened: (ContractEvent | Past<ContractEvent>)[]): ContractState => stateAfter(contractStream, happened);
const none = {
  status: 'none',
  acceptances: {},
  professionals: [],
  extension: {},
  maximumPence: 0,
  approvedPence: 0,
  months: {},
  reports: {},
  rhythms: {},
  visits: {},
  diagnostics: {},
  liaisons: {},
  requests: {},
  meetings: {},
  issues: {},
  recommendations: {},
  designations: {},
};
const terms = {
  number: 'CON_22889',
  references: ['CON_22889', 'Project_8404', 'ITT_2442'],
  title: 'SEND and AP Advisory Services',
  supplier: 'Red Kite Solutions (SEN) Ltd',
  areas: ['931', '887', '851'],
  passings: [],
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  breakOn: '2024-03-31',
  breakAnswers: [],
  extensionMonths: 0,
  endsOn: '2025-03-31',
  completed: false,
};
const placed = {
  ...none,
  status: 'placed',
  order: { revision: 0, maximumPence: orderBody.maximumPence },
  maximumPence: orderBody.maximumPence,
  terms,
};
const acceptances = { buyer: { acceptedOn: '2023-10-12', revision: 1 }, supplier: { acceptedOn: '2023-10-12', revision: 2 } };
const known = { ...placed, status: 'binding', acceptances };

describe('what is known of an order (C1)', () => {
  it('is nothing before it is placed', () => {
    expect(contractStream).toMatchObject({ category: 'contract', collection: 'contracts' });
    expect(contractStream.initial()).toEqual(none);
  });

  it('is its terms, withdrawn, declined or accepted by both', () => {
    expect(after(orderPlaced)).toStrictEqual(placed);
    const { breakOn: _breakOn, ...unbroken } = orderPlaced.data;
    const { breakOn: _none, ...unbrokenTerms } = terms;
    expect(after(events.OrderPlaced(unbroken)).terms).toStrictEqual(unbrokenTerms);
    expect(after(orderPlaced, example(events.OrderWithdrawn))).toStrictEqual({ ...placed, status: 'withdrawn' });
    expect(after(orderPlaced, example(events.OrderDeclined))).toStrictEqual({ ...placed, status: 'declined' });
    const [, buyer] = bound;
    expect(after(orderPlaced, buyer!)).toStrictEqual({ ...placed, acceptances: { buyer: acceptances.buyer } });
    expect(after(...bound)).toStrictEqual(known);
    const corrected = example(events.OrderAcceptanceCorrected);
    const supplier = { acceptedOn: '2023-10-13', revision: 3 };
    expect(after(...bound, corrected)).toStrictEqual({ ...known, acceptances: { ...acceptances, supplier } });
  });

  it('is the order as it was corrected, with its value as it stands; everything else stays', () => {
    const { breakOn: _breakOn, ...data } = example(events.OrderCorrected).data;
    const { breakOn: _none, ...unbrokenTerms } = terms;
    const corrected = events.OrderCorrected({
      ...data,
      references: ['ITT_2442'],
      areas: ['931'],
      orderedOn: '2023-10-10',
      commencesOn: '2023-10-11',
      completesOn: '2025-02-28',
      endsOn: '2025-02-28',
      maximumPence: 5_000_000,
      presentMaximumPence: 6_000_000,
    });
    expect(after(...bound, corrected)).toStrictEqual({
      ...known,
      order: { revision: 3, maximumPence: 5_000_000 },
      maximumPence: 6_000_000,
      terms: {
        ...unbrokenTerms,
        references: ['CON_22889', 'ITT_2442'],
        areas: ['931'],
        orderedOn: '2023-10-10',
        commencesOn: '2023-10-11',
        completesOn: '2025-02-28',
        endsOn: '2025-02-28',
      },
    });
    expect(after(...bound, example(events.OrderCorrected)).terms?.breakOn).toBe('2024-03-31');
  });

  it('is how its areas pass to their successors (reading 26)', () => {
    const passed = example(events.AreaPassedToSuccessors);
    const passing = { predecessor: '931', successors: ['942', '943'], from: '2024-04-01', revision: 3 };
    expect(after(...bound, passed)).toStrictEqual({ ...known, terms: { ...terms, passings: [passing] } });
    expect(after(...bound, passed, example(events.OrderCorrected)).terms?.passings).toStrictEqual([passing]);
    expect(after(...bound, passed, example(events.AreaPassingWithdrawn))).toStrictEqual(known);
  });

  it('is its manager, its professionals in order of their days, and the approach to quality (C8, C11)', () => {
    expect(after(...bound, example(events.ContractManagerAssigned))).toStrictEqual({ ...known, manager: 'u-manager-2' });
    const first = { subject: 'subject_1', from: '2023-10-12', revision: 3 };
    const second = { subject: 'subject_professional_2', from: '2024-02-01', revision: 4 };
    const replaced = example(events.ProfessionalReplaced);
    expect(after(...bound, professionalNamed)).toStrictEqual({ ...known, professionals: [first] });
    expect(after(...bound, professionalNamed, replaced).professionals).toStrictEqual([first, second]);
    const corrected = example(events.ProfessionalCorrected, { subject: 'subject_3', from: '2023-11-01', corrects: 3 });
    expect(after(...bound, professionalNamed, replaced, corrected).professionals).toStrictEqual([
      { subject: 'subject_3', from: '2023-11-01', revision: 5 },
      second,
    ]);
    const discussed = example(events.QualityApproachDiscussed);
    expect(after(...bound, discussed).quality).toEqual({ discussedOn: '2023-10-24', revision: 3 });
    expect(after(...bound, discussed, example(events.QualityApproachCorrected)).quality).toEqual({
      discussedOn: '2023-10-23',
      revision: 4,
    });
    expect(after(...bound, discussed, example(events.QualityDiscussionWithdrawn))).not.toHaveProperty('quality');
  });
});

describe('what is known of a contract’s end (C4, C5, C6, C7)', () => {
  const notice = example(events.ExtensionNoticeGiven);
  const offer = example(events.ExtensionOffered);
  const ofNotice = { notice: { givenOn: '2025-02-28' } };
  const ofOffer = { offer: { offeredOn: '2025-03-01', months: 6, callOffDays: '2.5' } };

  it('is a notice and an offer, each with its own withdrawal', () => {
    expect(after(...bound, notice).extension).toStrictEqual(ofNotice);
    expect(after(...bound, notice, offer).extension).toStrictEqual({ ...ofNotice, ...ofOffer });
    expect(after(...bound, notice, offer, example(events.ExtensionNoticeWithdrawn)).extension).toStrictEqual(ofOffer);
    expect(after(...bound, notice, offer, example(events.ExtensionDeclined)).extension).toStrictEqual(ofNotice);
    expect(after(...bound, notice, offer, example(events.ExtensionWithdrawn)).extension).toStrictEqual(ofNotice);
    const { callOffDays: _callOffDays, ...bare } = offer.data;
    expect(after(...bound, events.ExtensionOffered(bare)).extension).toStrictEqual({ offer: { offeredOn: '2025-03-01', months: 6 } });
  });

  it('is that the right to extend ended, until a notice is on record after all', () => {
    const ended = example(events.ExtensionRightEnded);
    expect(after(...bound, ended).extension).toStrictEqual({ rightEndedFor: '2025-03-31' });
    expect(after(...bound, offer, ended).extension).toStrictEqual({ ...ofOffer, rightEndedFor: '2025-03-31' });
    expect(after(...bound, ended, offer, notice).extension).toStrictEqual({ ...ofOffer, ...ofNotice });
  });

  it('is the latest extension, with the days that are called off from then on', () => {
    const extended = example(events.ContractExtended);
    const agreed = { agreedOn: '2025-03-20', months: 6, previousEnd: '2025-03-31' };
    const latest = { ...agreed, revision: 5, noticeGivenOn: '2025-02-28', before: { ...ofNotice, ...ofOffer } };
    const state = after(...bound, notice, offer, extended);
    expect(state).toStrictEqual({
      ...known,
      terms: { ...terms, extensionMonths: 6, endsOn: '2025-09-30' },
      extension: { latest },
      callOff: { daysPerMonth: '2.5', from: '2025-04-01' },
    });
    const { callOffDays: _callOffDays, ...bare } = extended.data;
    const unnoticed = after(...bound, events.ContractExtended(bare));
    expect(unnoticed.extension).toStrictEqual({ latest: { ...agreed, revision: 3, noticeGivenOn: '2025-03-20', before: {} } });
    expect('callOff' in unnoticed).toBe(false);
  });

  it('is the latest extension as corrected, what came since left as it is', () => {
    const history = [...bound, notice, offer, example(events.ContractExtended)];
    const corrected = example(events.ExtensionCorrected);
    const agreed = { agreedOn: '2025-03-20', months: 3, previousEnd: '2025-03-31' };
    const latest = { ...agreed, revision: 6, noticeGivenOn: '2025-02-28', before: { ...ofNotice, ...ofOffer } };
    expect(after(...history, corrected)).toMatchObject({ terms: { extensionMonths: 3, endsOn: '2025-06-30' }, extension: { latest } });
    const later = example(events.ExtensionNoticeGiven, { givenOn: '2025-05-30' });
    expect(after(...history, later, corrected).extension).toStrictEqual({
      notice: { givenOn: '2025-05-30' },
      latest: { ...latest, revision: 7 },
    });
    expect(after(...bound, corrected).extension).toStrictEqual({
      latest: { ...agreed, revision: 3, noticeGivenOn: '2025-03-20', before: {} },
    });
  });

  it('is as before where the record of the latest extension was withdrawn', () => {
    const back = example(events.ExtensionRecordWithdrawn);
    const history = [...bound, notice, offer, example(events.ContractExtended)];
    expect(after(...history, back)).toStrictEqual(after(...bound, notice, offer));
    expect(after(...history, example(events.ExtensionCorrected), back)).toStrictEqual(after(...bound, notice, offer));
    const days = example(events.CallOffDaysAgreed);
    expect(after(...bound, days, back)).toStrictEqual(after(...bound, days));
    expect(after(...bound, back)).toStrictEqual(known);
  });

  it('is the answer to the break, an early end and completion', () => {
    const goesOn = example(events.BreakAnswered);
    const answered = { answer: 'continue', answeredOn: '2021-09-02', revision: 3 };
    expect(after(...bound, goesOn).terms).toStrictEqual({ ...terms, breakAnswers: [answered] });
    const stops = example(events.BreakAnswered, { answer: 'terminate', endsOn: '2024-03-31' });
    expect(after(...bound, stops).terms).toStrictEqual({
      ...terms,
      breakAnswers: [{ ...answered, answer: 'terminate' }],
      endsOn: '2024-03-31',
    });
    const back = example(events.BreakAnswerWithdrawn, { corrects: 4 });
    expect(after(...bound, goesOn, stops, back).terms).toStrictEqual({ ...terms, breakAnswers: [answered] });
    expect(after(back)).toStrictEqual(none);
    const early = example(events.ContractEndedEarly);
    expect(after(...bound, early).terms).toStrictEqual({ ...terms, earlyEndOn: '2024-09-30', endsOn: '2024-09-30' });
    expect(after(...bound, early, example(events.EarlyEndWithdrawn)).terms).toStrictEqual(terms);
    const completed = example(events.ContractCompleted);
    expect(after(...bound, completed).terms).toStrictEqual({ ...terms, completed: true });
    expect(after(...bound, completed, example(events.ContractExtended)).terms?.completed).toBe(false);
    expect(after(completed)).toStrictEqual(none);
  });
});

describe('what is known of a contract’s months (C2, C3, C9, C10)', () => {
  it('is how each report stands, by its period and its area', () => {
    const submitted = example(events.ReportSubmitted);
    const { area: _area, ...ofAll } = submitted.data;
    const monthly = events.ReportSubmitted({ ...ofAll, period: '2024-02-01', rhythm: 'monthly' });
    const reports = (...more: ContractEvent[]) => after(...bound, submitted, monthly, ...more).reports;
    expect(reports()).toEqual({ '931~2024-02-01': 'submitted', '2024-02-01': 'submitted' });
    expect(reports(example(events.ReportReturned))).toEqual({ '931~2024-02-01': 'returned', '2024-02-01': 'submitted' });
    expect(reports(example(events.ReportAccepted))).toEqual({ '931~2024-02-01': 'accepted', '2024-02-01': 'submitted' });
  });

  it('is how often an area is reported on, from which day; a later change takes the place of those from its day on', () => {
    const weekly = { from: '2024-02-01', rhythm: 'weekly', cause: 'pace' };
    const fortnightly = { from: '2024-03-14', rhythm: 'fortnightly', cause: 'pace' };
    const increased = example(events.ReportingIncreased);
    const eased = example(events.ReportingEased);
    expect(after(...bound, increased, eased).rhythms).toEqual({ '931': [weekly, fortnightly] });
    const anew = example(events.ReportingIncreased, { from: '2024-03-14' });
    expect(after(...bound, increased, eased, anew).rhythms).toEqual({ '931': [weekly, { ...weekly, from: '2024-03-14' }] });
    const before = example(events.ReportingIncreased, { from: '2024-01-01', rhythm: 'fortnightly' });
    expect(after(...bound, increased, eased, before).rhythms).toEqual({ '931': [{ ...fortnightly, from: '2024-01-01' }] });
  });

  it('is a narrative and an invoice for each', () => {
    const narrative = example(events.NarrativeSubmitted);
    const submitted = example(events.InvoiceSubmitted);
    const invoice = { status: 'submitted', pence: 325_000, vatPence: 65_000, submittedOn: '2023-11-02' };
    const state = (...more: ContractEvent[]) => after(...bound, narrative, submitted, ...more);
    const month = (...more: ContractEvent[]) => state(...more).months['2023-10'];
    const base = { advice: {}, narrative: { revision: 3 } };
    expect(state().months).toStrictEqual({ '2023-10': { ...base, invoice } });
    expect(month(example(events.NarrativeCorrected))).toStrictEqual({ advice: {}, narrative: { revision: 5 }, invoice });
    expect(month(example(events.InvoiceWithdrawn))).toStrictEqual(base);
    expect(month(example(events.InvoiceRejected))).toStrictEqual(base);
    const approved = example(events.InvoiceApproved);
    expect(state(approved).approvedPence).toBe(325_000);
    expect(month(approved)).toStrictEqual({ ...base, invoice: { ...invoice, status: 'approved' } });
    const reversed = state(approved, example(events.InvoiceApprovalReversed));
    expect([reversed.approvedPence, reversed.months['2023-10']]).toStrictEqual([0, { ...base, invoice }]);
    const paid = example(events.InvoicePaid);
    expect(month(approved, paid)).toStrictEqual({
      ...base,
      invoice: { ...invoice, status: 'paid', payment: { paidOn: '2023-11-20', revision: 6 } },
    });
    const corrected = example(events.InvoicePaymentCorrected);
    expect(month(approved, paid, corrected)?.invoice).toStrictEqual({
      ...invoice,
      status: 'paid',
      payment: { paidOn: '2023-11-21', revision: 7 },
    });
    const unpaid = example(events.InvoicePaymentReversed);
    expect(month(approved, paid, unpaid)).toStrictEqual({ ...base, invoice: { ...invoice, status: 'approved' } });
    expect(after(...bound, unpaid).months).toStrictEqual({ '2023-10': { advice: {} } });
    expect(state(example(events.ContractValueVaried)).maximumPence).toBe(7_800_000);
    expect(after(...bound, paid).months).toStrictEqual({ '2023-10': { advice: {} } });
  });

  it('is the advice of each day by area and person, corrected and withdrawn (reading 25)', () => {
    const recordedDay = example(events.AdviceDayRecorded);
    const other = example(events.AdviceDayRecorded, { area: '887', minutes: 200 });
    const first = { revision: 3, minutes: 210 };
    const second = { revision: 4, minutes: 200 };
    const advice = (...more: ContractEvent[]) => after(...bound, recordedDay, other, ...more).months;
    const person = 'subject_professional_1';
    expect(advice()).toStrictEqual({
      '2024-01': { advice: { '2024-01-10': { [`931 ${person}`]: first, [`887 ${person}`]: second } } },
    });
    const withdrawn = example(events.AdviceDayWithdrawn);
    expect(advice(withdrawn)['2024-01']?.advice).toStrictEqual({ '2024-01-10': { [`887 ${person}`]: second } });
    const corrected = example(events.AdviceDayCorrected, { day: '2024-02-01', area: '851' });
    expect(advice(corrected)).toStrictEqual({
      '2024-01': { advice: { '2024-01-10': { [`887 ${person}`]: second } } },
      '2024-02': { advice: { '2024-02-01': { [`851 ${person}`]: { revision: 5, minutes: 240 } } } },
    });
    expect(after(...bound, withdrawn).months['2024-01']?.advice).toStrictEqual({ '2024-01-10': {} });
  });
});

describe('what is known of a contract’s delivery and oversight', () => {
  it('is what was agreed last (C2, C19)', () => {
    expect(after(...bound, example(events.CallOffDaysAgreed)).callOff).toEqual({ daysPerMonth: '3', from: '2023-11-01' });
    expect(after(...bound, example(events.VisitsAgreed)).visits).toEqual({ '931': { visitsPerMonth: 2, from: '2023-11-01' } });
  });

  it('is diagnostics and liaisons by their revision (C14, C18)', () => {
    const diagnostic = example(events.DiagnosticRecorded);
    expect(after(...bound, diagnostic).diagnostics).toEqual({ d1: { area: '931', madeOn: '2024-01-05', revision: 3 } });
    const again = example(events.DiagnosticCorrected, { area: '887', madeOn: '2024-01-08' });
    expect(after(...bound, diagnostic, again).diagnostics).toEqual({ d1: { area: '887', madeOn: '2024-01-08', revision: 4 } });
    expect(after(...bound, diagnostic, example(events.DiagnosticWithdrawn)).diagnostics).toEqual({});
    const liaison = example(events.ProgrammeLiaisonRecorded);
    expect(after(...bound, liaison).liaisons).toEqual({ '887~safety-valve~2023-11-06': { revision: 3 } });
    const corrected = example(events.ProgrammeLiaisonCorrected);
    expect(after(...bound, liaison, corrected).liaisons).toEqual({ '887~safety-valve~2023-11-07': { revision: 4 } });
    expect(after(...bound, liaison, example(events.ProgrammeLiaisonWithdrawn)).liaisons).toEqual({});
  });

  it('is requests for management information, and how they stand (C12)', () => {
    const requested = example(events.ManagementInformationRequested);
    const provided = example(events.ManagementInformationProvided);
    const open = { status: 'open', requestedOn: '2024-01-10', dueOn: '2024-01-24', revision: 3 };
    const requests = (...more: ContractEvent[]) => after(...bound, requested, ...more).requests;
    expect(requests()).toEqual({ mi1: open });
    expect(requests(provided)).toEqual({ mi1: { ...open, status: 'provided', providedOn: '2024-01-18', revision: 4 } });
    const corrected = example(events.ManagementInformationCorrected);
    const providedOn = corrected.data.providedOn;
    expect(requests(provided, corrected)).toEqual({ mi1: { ...open, status: 'provided', providedOn, revision: 5 } });
    expect(requests(provided, example(events.ManagementInformationWithdrawn))).toStrictEqual({ mi1: { ...open, revision: 5 } });
    expect(requests(example(events.ManagementInformationRequestCancelled))).toEqual({ mi1: { ...open, status: 'cancelled' } });
  });

  it('is meetings, and how they stand (C13)', () => {
    const scheduled = example(events.MeetingScheduled);
    const meeting = {
      status: 'scheduled',
      kind: 'contract-review',
      area: '931',
      on: '2024-01-15',
      scheduledOn: '2024-01-15',
      scheduledMeans: 'in-person',
      expected: ['supplier', 'contract-manager'],
      revision: 3,
    };
    const meetings = (...more: ContractEvent[]) => after(...bound, scheduled, ...more).meetings;
    expect(meetings()).toStrictEqual({ m1: meeting });
    const held = example(events.MeetingHeld, { heldOn: '2024-01-16' });
    expect(meetings(held)).toStrictEqual({ m1: { ...meeting, status: 'held', on: '2024-01-16', revision: 4 } });
    const corrected = example(events.MeetingCorrected, { heldOn: '2024-01-17' });
    expect(meetings(held, corrected)).toStrictEqual({ m1: { ...meeting, status: 'held', on: '2024-01-17', revision: 5 } });
    expect(meetings(held, example(events.MeetingRecordWithdrawn))).toStrictEqual({ m1: { ...meeting, revision: 5 } });
    expect(meetings(example(events.MeetingCancelled))).toStrictEqual({ m1: { ...meeting, status: 'cancelled' } });
    const { area: _area, ...ofAll } = scheduled.data;
    expect('area' in after(...bound, events.MeetingScheduled(ofAll)).meetings['m1']!).toBe(false);
  });

  it('is issues, and how they stand (C15)', () => {
    const issues = (...more: ContractEvent[]) => after(...bound, example(events.IssueRaised), ...more).issues;
    const issue = { status: 'raised', raisedOn: '2024-01-10' };
    const closed = example(events.IssueClosed);
    expect(issues()).toEqual({ i1: issue });
    expect(issues(example(events.IssueAnswered))).toEqual({ i1: { ...issue, status: 'answered' } });
    expect(issues(closed)).toEqual({ i1: { ...issue, status: 'closed' } });
    expect(issues(closed, example(events.IssueReopened))).toEqual({ i1: issue });
  });

  it('is who recommended on an area at a review, by whomever it was recorded (C17)', () => {
    const recommended = example(events.ProgressRecommended);
    const byBoth = recorded(recommended, { who: 'u-manager', onBehalfOf: 'u-adviser' });
    const state = after(...bound, byBoth, recorded(example(events.ProgressRecommended, { area: '887' }), { who: 'u-adviser' }));
    expect(state.recommendations).toEqual({
      'review_2024_04 931': { by: ['u-manager', 'u-adviser'], revision: 3 },
      'review_2024_04 887': { by: ['u-adviser'], revision: 4 },
    });
    const on931 = recommendationOn(state, 'review_2024_04', '931');
    expect(['u-manager', 'u-adviser', 'u-deputy'].map((person) => recommendedBy(on931, person))).toEqual([true, true, false]);
    expect(recommendedBy(recommendationOn(state, 'another', '931'), 'u-manager')).toBe(false);
    const left = after(...bound, byBoth, example(events.RecommendationWithdrawn));
    expect(left.recommendations).toEqual({});
  });

  it('is which designations stand (P1)', () => {
    const designated = example(events.InformationDesignated);
    const state = after(...bound, designated, example(events.InformationDesignated, { designation: 'c2' }));
    expect(state.designations).toEqual({ c1: true, c2: true });
    expect(after(...bound, designated, example(events.DesignationLifted)).designations).toEqual({ c1: false });
    expect(after(...bound, example(events.ConfidentialityDecided))).toStrictEqual(known);
  });
});
