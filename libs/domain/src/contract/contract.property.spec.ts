import { addDays, daysBetween } from '@app/calendar';
import { Refused, type EventMeta, type Found } from '@app/event-sourcing';
import { deepFreeze, make, recorded, stateAfter } from '@app/event-sourcing/testing';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AcceptReport, acceptReport } from './accept-report/accept-report.command';
import { AnswerBreak, answerBreak } from './answer-break/answer-break.command';
import { ApproveInvoice, approveInvoice } from './approve-invoice/approve-invoice.command';
import { localAreaStream, type LocalAreaState } from '../local-area/local-area.stream';
import { areasOn, everyArea } from './contract.areas';
import type { ContractEvent } from './contract.events';
import type { ContractState } from './contract.state';
import { contractStream } from './contract.stream';
import { agreedEnd, noticeBy } from './contract.term';
import { bound, contractId, contractManager as actor, orderBody, professionalNamed, reported, sections } from './contract.testing';
import { CorrectAdviceDay, correctAdviceDay } from './correct-advice-day/correct-advice-day.command';
import { CorrectExtension, correctExtension } from './correct-extension/correct-extension.command';
import { EaseReporting, easeReporting } from './ease-reporting/ease-reporting.command';
import { EndContractEarly, endContractEarly } from './end-contract-early/end-contract-early.command';
import { ExtendContract, extendContract } from './extend-contract/extend-contract.command';
import { GiveExtensionNotice, giveExtensionNotice } from './give-extension-notice/give-extension-notice.command';
import { IncreaseReporting, increaseReporting } from './increase-reporting/increase-reporting.command';
import { PassAreaToSuccessors, passAreaToSuccessors } from './pass-area-to-successors/pass-area-to-successors.command';
import { PayInvoice, payInvoice } from './pay-invoice/pay-invoice.command';
import { RecordAdviceDay, recordAdviceDay } from './record-advice-day/record-advice-day.command';
import { RejectInvoice, rejectInvoice } from './reject-invoice/reject-invoice.command';
import { ReturnReport, returnReport } from './return-report/return-report.command';
import { ReverseInvoiceApproval, reverseInvoiceApproval } from './reverse-invoice-approval/reverse-invoice-approval.command';
import { SubmitInvoice, submitInvoice } from './submit-invoice/submit-invoice.command';
import { SubmitNarrative, submitNarrative } from './submit-narrative/submit-narrative.command';
import { SubmitReport, submitReport } from './submit-report/submit-report.command';
import { VaryContractValue, varyContractValue } from './vary-contract-value/vary-contract-value.command';
import { WithdrawAdviceDay, withdrawAdviceDay } from './withdraw-advice-day/withdraw-advice-day.command';
import { CancelMeeting, cancelMeeting } from './cancel-meeting/cancel-meeting.command';
import { CorrectDiagnostic, correctDiagnostic } from './correct-diagnostic/correct-diagnostic.command';
import { CorrectInvoicePayment, correctInvoicePayment } from './correct-invoice-payment/correct-invoice-payment.command';
import { CorrectMeeting, correctMeeting } from './correct-meeting/correct-meeting.command';
import { CorrectOrder, correctOrder } from './correct-order/correct-order.command';
import { CorrectProgrammeLiaison, correctProgrammeLiaison } from './correct-programme-liaison/correct-programme-liaison.command';
import { CorrectQualityApproach, correctQualityApproach } from './correct-quality-approach/correct-quality-approach.command';
import { DiscussQualityApproach, discussQualityApproach } from './discuss-quality-approach/discuss-quality-approach.command';
import { HoldMeeting, holdMeeting } from './hold-meeting/hold-meeting.command';
import { RecordDiagnostic, recordDiagnostic } from './record-diagnostic/record-diagnostic.command';
import { RecordProgrammeLiaison, recordProgrammeLiaison } from './record-programme-liaison/record-programme-liaison.command';
import { ReverseInvoicePayment, reverseInvoicePayment } from './reverse-invoice-payment/reverse-invoice-payment.command';
import { ScheduleMeeting, scheduleMeeting } from './schedule-meeting/schedule-meeting.command';
import { WithdrawAreaPassing, withdrawAreaPassing } from './withdraw-area-passing/withdraw-area-passing.command';
import { WithdrawDiagnostic, withdrawDiagnostic } from './withdraw-diagnostic/withdraw-diagnostic.command';
import { WithdrawMeetingRecord, withdrawMeetingRecord } from './withdraw-meeting-record/withdraw-meeting-record.command';
import { WithdrawProgrammeLiaison, withdrawProgrammeLiaison } from './withdraw-programme-liaison/withdraw-programme-liaison.command';
import { WithdrawQualityDiscussion, withdrawQualityDiscussion } from './withdraw-quality-discussion/withdraw-quality-discussion.command';
import { WithdrawBreakAnswer, withdrawBreakAnswer } from './withdraw-break-answer/withdraw-break-answer.command';
import { WithdrawExtensionRecord, withdrawExtensionRecord } from './withdraw-extension-record/withdraw-extension-record.command';
import { WithdrawEarlyEnd, withdrawEarlyEnd } from './withdraw-early-end/withdraw-early-end.command';

type Facts = { now: string; actor: typeof actor; stream: { id: string; revision: number }; found: { risks: []; area: typeof succeeded } };
type Step = (state: ContractState, facts: Facts) => readonly ContractEvent[];

/** When anything is true is of no matter to these rules. */
const SOME_DAY = '2024-03-01';

/** The local area that any command reads: succeeded by two, from 1 Feb 2024 on. */
const succeeded = {
  id: '931',
  revision: 1,
  judgedBy: 'localArea-931@1',
  state: { ...localAreaStream.initial(), succession: { revision: 1, successors: ['942', '943'], succeededOn: '2024-02-01' } },
} as Found<LocalAreaState>;

/** A step of one command, its body made from the arbitrary values. */
const step = <C extends object, B extends object>(
  command: new () => C,
  decide: (command: C, state: ContractState, facts: Facts) => readonly ContractEvent[],
  body: fc.Arbitrary<B>,
): fc.Arbitrary<Step> => body.map((values) => (state, facts) => decide(deepFreeze(make(command, values)), state, facts));

/** A step whose `corrects` is the record that stands when it is first asked. */
const correction = <C extends object, B extends object>(
  command: new () => C,
  decide: (command: C, state: ContractState, facts: Facts) => readonly ContractEvent[],
  body: fc.Arbitrary<B>,
  find: (state: ContractState, values: B) => number | undefined,
): fc.Arbitrary<Step> => {
  const first = new WeakMap<Facts, number>();
  return body.map((values) => (state, facts) => {
    const corrects = first.get(facts) ?? find(state, values) ?? -1;
    first.set(facts, corrects);
    return decide(deepFreeze(make(command, { ...values, corrects })), state, facts);
  });
};

const reason = fc.constant('Because');
const month = fc.constantFrom('2023-10-12', '2023-11-01', '2025-03-01', '2025-04-01');
const pence = fc.constantFrom(1, 849_999, 850_000, 850_001, 2_925_000, 5_000_000);
const day = fc.integer({ min: 0, max: 920 }).map((days) => addDays('2023-10-12', days));
const nearEnd = fc.constantFrom('2025-02-28', '2025-03-01', '2025-03-20', '2025-03-31', '2025-08-31');
const months = fc.constantFrom(1, 3, 6, 7, 12);
const adviceDay = fc.constantFrom('2023-10-12', '2024-02-29');
const area = fc.constantFrom('931', '887', '942');
const minutes = fc.constantFrom(1, 210, 419, 420, 839);
const rhythm = fc.constantFrom('monthly', 'fortnightly', 'weekly');
const corrects = fc.integer({ min: 4, max: 12 });
const advice = {
  day: adviceDay,
  area,
  minutes,
  person: fc.constant('subject_1'),
  onSite: fc.boolean(),
  purposes: fc.constant(['health-partners']),
};

const invoicing = fc.oneof(
  step(SubmitInvoice, submitInvoice, fc.record({ month, pence, vatPence: fc.constant(0), submittedOn: fc.constant('2025-04-01') })),
  step(ApproveInvoice, approveInvoice, fc.record({ month, reason })),
  step(ReverseInvoiceApproval, reverseInvoiceApproval, fc.record({ month, reason })),
  step(RejectInvoice, rejectInvoice, fc.record({ month, reason })),
  step(PayInvoice, payInvoice, fc.record({ month, paidOn: fc.constant('2025-04-01') })),
  correction(
    CorrectInvoicePayment,
    correctInvoicePayment,
    fc.record({ month, paidOn: fc.constant('2025-04-01'), reason }),
    (state, { month: of }) => state.months[of.slice(0, 7)]?.invoice?.payment?.revision,
  ),
  correction(
    ReverseInvoicePayment,
    reverseInvoicePayment,
    fc.record({ month, reason }),
    (state, { month: of }) => state.months[of.slice(0, 7)]?.invoice?.payment?.revision,
  ),
);

const reporting = fc.oneof(
  step(SubmitReport, submitReport, fc.record({ period: month, submittedOn: fc.constant('2025-04-01'), sections: fc.constant(sections) })),
  step(AcceptReport, acceptReport, fc.record({ period: month, reason })),
  step(ReturnReport, returnReport, fc.record({ period: month, reason })),
  step(SubmitNarrative, submitNarrative, fc.record({ month, submittedOn: fc.constant('2025-04-01'), narrative: reason })),
  step(VaryContractValue, varyContractValue, fc.record({ agreedOn: fc.constant('2024-01-01'), maximumPence: pence, reason })),
);

/** The order as it had been placed, or with one thing said otherwise. */
const correctedOrder = correction(
  CorrectOrder,
  correctOrder,
  fc
    .constantFrom<object>(
      {},
      { maximumPence: 1 },
      { maximumPence: 2_925_000 },
      { maximumPence: 9_000_000 },
      { completesOn: '2025-02-28' },
      { completesOn: '2025-04-30' },
      { commencesOn: '2023-11-01' },
      { breakOn: '2024-04-30' },
      { areas: ['931', '887'] },
      { areas: ['887', '851'] },
    )
    .map((change) => ({ ...orderBody, ...change, reason: 'Misread' })),
  ({ order }) => order?.revision,
);

const money = fc.oneof({ arbitrary: invoicing, weight: 8 }, { arbitrary: reporting, weight: 2 }, { arbitrary: correctedOrder, weight: 1 });

const extension = fc.oneof(
  step(GiveExtensionNotice, giveExtensionNotice, fc.record({ givenOn: nearEnd, reason })),
  step(ExtendContract, extendContract, fc.record({ agreedOn: nearEnd, months, reason, lateReason: reason })),
  step(CorrectExtension, correctExtension, fc.record({ agreedOn: nearEnd, months, reason, corrects })),
  correction(WithdrawExtensionRecord, withdrawExtensionRecord, fc.record({ reason }), (state) => state.extension.latest?.revision),
);

const decision = fc.oneof(
  step(AnswerBreak, answerBreak, fc.record({ answer: fc.constantFrom('continue', 'terminate'), decidedBy: reason, reason })),
  correction(WithdrawBreakAnswer, withdrawBreakAnswer, fc.record({ reason }), (state) => state.terms?.breakAnswers.at(-1)?.revision),
  step(EndContractEarly, endContractEarly, fc.record({ decidedOn: day, endsOn: day, decidedBy: reason, reason })),
  step(WithdrawEarlyEnd, withdrawEarlyEnd, fc.record({ reason })),
);

const ends = fc.oneof({ arbitrary: extension, weight: 9 }, { arbitrary: decision, weight: 1 }, { arbitrary: correctedOrder, weight: 1 });

const passing = fc.oneof(
  step(
    PassAreaToSuccessors,
    passAreaToSuccessors,
    fc
      .record({
        ofWhom: fc.constantFrom(
          { predecessor: '931', successors: ['942', '943'] },
          { predecessor: '887', successors: ['942'] },
          { predecessor: '942', successors: ['943'] },
        ),
        from: fc.constantFrom('2024-01-31', '2024-02-01', '2024-02-29', '2024-06-01'),
        reason,
      })
      .map(({ ofWhom, ...rest }) => ({ ...ofWhom, ...rest })),
  ),
  correction(WithdrawAreaPassing, withdrawAreaPassing, fc.record({ reason }), (state) => state.terms?.passings[0]?.revision),
);

const work = fc.oneof(
  passing,
  step(RecordAdviceDay, recordAdviceDay, fc.record(advice)),
  step(CorrectAdviceDay, correctAdviceDay, fc.record({ ...advice, corrects, reason })),
  step(WithdrawAdviceDay, withdrawAdviceDay, fc.record({ corrects, reason })),
  step(IncreaseReporting, increaseReporting, fc.record({ area, cause: fc.constantFrom('pace', 'minister'), rhythm, reason })),
  step(EaseReporting, easeReporting, fc.record({ area, rhythm, reason })),
);

const diagnostic = fc.constantFrom('d1', 'd2');
const madeBy = fc.constantFrom('vcu', 'supplier');
const programme = fc.constantFrom<'safety-valve' | 'delivering-better-value'>('safety-valve', 'delivering-better-value');
const liaison = { area, programme, day: adviceDay };
const meeting = fc.constantFrom('m1', 'm2');
const attended = { meeting, heldOn: adviceDay, means: fc.constant('phone'), represented: fc.constant(['supplier']) };
const quality = { discussedOn: adviceDay, approach: reason };
const anyLiaison = ({ liaisons }: ContractState): number | undefined => Object.values(liaisons)[0]?.revision;

/** What is recorded of the work, corrected and withdrawn. */
const records = fc.oneof(
  step(RecordDiagnostic, recordDiagnostic, fc.record({ diagnostic, area, madeOn: adviceDay, madeBy, findings: reason })),
  correction(
    CorrectDiagnostic,
    correctDiagnostic,
    fc.record({ diagnostic, area, madeOn: adviceDay, madeBy, findings: reason, reason }),
    ({ diagnostics }, of) => diagnostics[of.diagnostic]?.revision,
  ),
  correction(
    WithdrawDiagnostic,
    withdrawDiagnostic,
    fc.record({ diagnostic, reason }),
    ({ diagnostics }, of) => diagnostics[of.diagnostic]?.revision,
  ),
  step(RecordProgrammeLiaison, recordProgrammeLiaison, fc.record(liaison)),
  correction(CorrectProgrammeLiaison, correctProgrammeLiaison, fc.record({ ...liaison, reason }), anyLiaison),
  correction(WithdrawProgrammeLiaison, withdrawProgrammeLiaison, fc.record({ reason }), anyLiaison),
  step(
    ScheduleMeeting,
    scheduleMeeting,
    fc.record({
      meeting,
      kind: fc.constant('contract-review'),
      on: adviceDay,
      means: fc.constant('in-person'),
      expected: fc.constant(['supplier']),
    }),
  ),
  step(HoldMeeting, holdMeeting, fc.record(attended)),
  correction(CorrectMeeting, correctMeeting, fc.record({ ...attended, reason }), ({ meetings }, of) => meetings[of.meeting]?.revision),
  correction(
    WithdrawMeetingRecord,
    withdrawMeetingRecord,
    fc.record({ meeting, reason }),
    ({ meetings }, of) => meetings[of.meeting]?.revision,
  ),
  step(CancelMeeting, cancelMeeting, fc.record({ meeting, reason })),
  step(DiscussQualityApproach, discussQualityApproach, fc.record(quality)),
  correction(CorrectQualityApproach, correctQualityApproach, fc.record({ ...quality, reason }), (state) => state.quality?.revision),
  correction(WithdrawQualityDiscussion, withdrawQualityDiscussion, fc.record({ reason }), (state) => state.quality?.revision),
  correctedOrder,
  passing,
);

function invariants(state: ContractState): void {
  const terms = state.terms!;
  const approved = Object.entries(state.months).filter(([, { invoice }]) => invoice && invoice.status !== 'submitted');
  assert.equal(
    approved.reduce((sum, [, { invoice }]) => sum + invoice!.pence, 0),
    state.approvedPence,
  );
  assert(state.approvedPence <= state.maximumPence, 'more is approved than the maximum value');
  for (const [key, { narrative }] of approved) {
    assert(narrative, 'an invoice is approved without its narrative');
    const accepted = Object.entries(state.reports).filter(([period, status]) => period.startsWith(key) && status === 'accepted');
    assert.equal(accepted.length, 1, 'an invoice is approved without its accepted report');
  }
  assert(terms.extensionMonths <= 12, 'more than twelve months');
  assert(terms.endsOn <= agreedEnd(terms), 'the contract ends later than agreed');
  for (const { advice: entries } of Object.values(state.months)) {
    for (const ofDay of Object.values(entries)) {
      const given = Object.values(ofDay).reduce((sum, { minutes: some }) => sum + some, 0);
      assert(given < 840, 'a date counts twice');
    }
  }
  for (const changes of Object.values(state.rhythms)) {
    assert(
      changes.every(({ from }, index) => index === 0 || from > changes[index - 1]!.from),
      'rhythms out of order',
    );
  }
}

/** What is on record lies within what the order says (C1, C2, C14). */
function withinOrder(state: ContractState): void {
  const { commencesOn, orderedOn, endsOn, passings } = state.terms!;
  const areas = everyArea(state.terms!);
  for (const { predecessor, successors, from } of passings) {
    assert(from >= commencesOn && from <= endsOn, 'an area passes outside the term');
    assert(!areasOn(state.terms!, from).includes(predecessor), 'an area stays beside its successors');
    assert(
      successors.every(
        (one) => areasOn(state.terms!, from).includes(one) || passings.some((next) => next.predecessor === one && next.from === from),
      ),
      'a successor is not in the contract, and has not passed on itself',
    );
  }
  const dayOf = (key: string): string => key.slice(-10);
  for (const key of Object.keys(state.liaisons)) {
    assert(dayOf(key) >= commencesOn && dayOf(key) <= endsOn, 'a liaison outside the term');
    assert(areas.includes(key.split('~')[0]!), 'a liaison for an area outside the contract');
  }
  for (const { area: of } of Object.values(state.diagnostics)) assert(areas.includes(of), 'a diagnostic of an area outside the contract');
  for (const { status, on, scheduledOn } of Object.values(state.meetings)) {
    assert(on >= orderedOn, 'a meeting before the order');
    assert(status === 'held' || on === scheduledOn, 'a meeting that was not held lies elsewhere than scheduled');
  }
  assert(!state.quality || state.quality.discussedOn >= orderedOn, 'quality discussed before the order');
  assert(state.months['2025-03']?.invoice?.status === 'paid' || !state.months['2025-03']?.invoice?.payment, 'a payment of what is unpaid');
}

/** What an event asserts about the state before it. */
function upheld(event: ContractEvent, before: ContractState): void {
  if (event.type !== 'ContractExtended') return;
  const { endsOn } = before.terms!;
  assert(before.extension.notice && before.extension.notice.givenOn <= noticeBy(endsOn), 'an extension without notice in time');
  assert(event.data.agreedOn <= endsOn, 'an extension agreed after the end');
  assert(daysBetween(event.data.previousEnd, event.data.completion) >= 28, 'less than a month');
}

function play(take: Step, state: ContractState, facts: Facts): readonly ContractEvent[] {
  try {
    return take(state, facts);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

/** Every sequence from a binding contract, each step on a day that is never before the one before it. */
function holdsFor(arbitrary: fc.Arbitrary<Step>, firstDay: fc.Arbitrary<string>, more: readonly ContractEvent[] = []): void {
  const start = [...bound, professionalNamed, ...more];
  fc.assert(
    fc.property(
      firstDay,
      fc.array(fc.tuple(arbitrary, fc.constantFrom(0, 1, 7)), { minLength: 15, maxLength: 40, size: 'max' }),
      (first, steps) => {
        const history: ContractEvent[] = [...start];
        let state = stateAfter(contractStream, history);
        let today = first;
        for (const [take, passed] of steps) {
          today = addDays(today, passed);
          const facts = {
            now: `${today}T12:00:00.000Z`,
            actor,
            stream: { id: contractId, revision: history.length - 1 },
            found: { risks: [] as [], area: succeeded },
          };
          const happened = play(take, state, facts);
          for (const event of happened) {
            upheld(event, state);
            const meta = { revision: history.length, who: 'somebody', effectiveOn: SOME_DAY } as EventMeta;
            state = deepFreeze(contractStream.evolve(state, event, meta));
            history.push(event);
          }
          invariants(state);
          withinOrder(state);
          assert.deepEqual(play(take, state, facts), [], 'the same command again changes something');
        }
        const stored = JSON.parse(JSON.stringify(history)) as ContractEvent[];
        expect(
          stateAfter(
            contractStream,
            stored.map((event) => recorded(event, { effectiveOn: SOME_DAY })),
          ),
        ).toEqual(state);
      },
    ),
    { numRuns: 100 },
  );
}

describe('any sequence of commands on a contract', () => {
  it('approves no more than the maximum value, and no invoice without its accepted report and narrative (C3, C9)', () =>
    holdsFor(money, fc.constant('2025-04-01'), [...reported('2023-10-12', '2023-10-31'), ...reported('2023-11-01', '2023-11-30')]));
  it('is extended by 12 months at most, upon notice in time, and ends no later than agreed (C4, C5, C6)', () =>
    holdsFor(ends, fc.constantFrom('2023-12-01', '2025-02-20', '2025-03-20')));
  it("counts a person's date once, and keeps rhythms of reporting in order (C2, C10)", () => holdsFor(work, fc.constant('2024-03-01')));
  it('keeps what is recorded within the order and its areas by their days, whatever is corrected, withdrawn and recorded anew (C1, C11, C13, C14, C18)', () =>
    holdsFor(records, fc.constant('2024-03-01')));
});
