import {
  AreaPassedToSuccessors,
  AreaPassingWithdrawn,
  BreakAnswered,
  BreakAnswerWithdrawn,
  CallOffDaysAgreed,
  ConfidentialityDecided,
  ContractCompleted,
  ContractEndedEarly,
  ContractExtended,
  ContractManagerAssigned,
  EarlyEndWithdrawn,
  ExtensionCorrected,
  ExtensionDeclined,
  ExtensionNoticeGiven,
  ExtensionNoticeWithdrawn,
  ExtensionOffered,
  ExtensionRecordWithdrawn,
  ExtensionRightEnded,
  ExtensionWithdrawn,
  OrderAcceptanceCorrected,
  OrderAccepted,
  OrderCorrected,
  OrderDeclined,
  OrderPlaced,
  OrderWithdrawn,
  ProfessionalCorrected,
  ProfessionalNamed,
  ProfessionalReplaced,
  QualityApproachCorrected,
  QualityApproachDiscussed,
  QualityDiscussionWithdrawn,
  ReportingIncreased,
} from '@app/domain/events';
import { fieldsOf, type DomainEvent } from '@app/event-sourcing';
import { specForProjection } from '@app/event-sourcing/testing';
import { contractRegister } from './contract-register';
import { at, given, order, row, shows, why } from './contract-register.testing';
import { ContractProfessional, type ContractRow } from './contract-register.view';

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
