import { addMonthsKeepingEnd, endOfDay, type Day } from '@app/calendar';
import { CompleteContract } from '@app/domain/contract/complete-contract/complete-contract.command';
import { EndExtensionRight } from '@app/domain/contract/end-extension-right/end-extension-right.command';
import type {
  BreakAnswered,
  BreakAnswerWithdrawn,
  ContractCompleted,
  ContractEndedEarly,
  ContractExtended,
  EarlyEndWithdrawn,
  ExtensionCorrected,
  ExtensionRecordWithdrawn,
  ExtensionNoticeGiven,
  ExtensionNoticeWithdrawn,
  ExtensionRightEnded,
  OrderAccepted,
  OrderCorrected,
} from '@app/domain/events';
import { because, defineProcess, type Action, type EventMeta, type EventOf } from '@app/event-sourcing';

type Behind = ReturnType<typeof because>;

interface Contract {
  readonly endsOn?: Day;
  readonly endSetBy?: Behind;
  /** Whole months of all extensions. */
  readonly months: number;
  readonly noticeGiven: boolean;
  readonly rightEndedFor?: Day;
  readonly terminated: boolean;
  readonly endedEarly: boolean;
  readonly completed: boolean;
}

const ends = (contract: Contract, endsOn: Day, meta: EventMeta): Contract => ({ ...contract, endsOn, endSetBy: because(meta) });

const extended = (
  contract: Contract,
  { completion, totalMonths }: { completion: Day; totalMonths: number },
  meta: EventMeta,
): Contract => ({
  ...ends(contract, completion, meta),
  months: totalMonths,
  noticeGiven: false,
  completed: false,
});

/** The end as it follows where something was taken back; a completion stays where the end does. */
const endsAnew = (contract: Contract, { endsOn, endedEarly }: { endsOn: Day; endedEarly: boolean }, meta: EventMeta): Contract => ({
  ...ends(contract, endsOn, meta),
  endedEarly,
  completed: contract.completed && contract.endsOn === endsOn,
});

const MONTHS_AT_MOST = 12;

/** Records what passes without anyone acting: the right to extend when its last day for notice is over, and the contract's completion (C1, C6, reading 30). */
export const contractEnd = defineProcess<
  Contract,
  EventOf<
    | typeof OrderAccepted
    | typeof OrderCorrected
    | typeof ContractExtended
    | typeof ExtensionCorrected
    | typeof ExtensionRecordWithdrawn
    | typeof ExtensionNoticeGiven
    | typeof ExtensionNoticeWithdrawn
    | typeof ExtensionRightEnded
    | typeof BreakAnswered
    | typeof BreakAnswerWithdrawn
    | typeof ContractEndedEarly
    | typeof EarlyEndWithdrawn
    | typeof ContractCompleted
  >
>({
  name: 'contract-end',
  version: 1,
  inForceFrom: '2021-09-02',
  key: (_event, { category, streamId }) => (category === 'contract' ? streamId : undefined),
  initial: () => ({ months: 0, noticeGiven: false, terminated: false, endedEarly: false, completed: false }),
  on: {
    OrderAccepted: (contract, { binding, completesOn }, meta) =>
      binding && completesOn !== undefined ? ends(contract, completesOn, meta) : contract,
    OrderCorrected: (contract, { endsOn }, meta) =>
      contract.endsOn === undefined || contract.endsOn === endsOn ? contract : { ...ends(contract, endsOn, meta), completed: false },
    ContractExtended: extended,
    ExtensionCorrected: extended,
    ExtensionRecordWithdrawn: (contract, { totalMonths, noticeGivenOn, endsOn, endedEarly }, meta) => ({
      ...endsAnew(contract, { endsOn, endedEarly }, meta),
      months: totalMonths,
      noticeGiven: noticeGivenOn !== undefined,
    }),
    ExtensionNoticeGiven: (contract) => ({ ...contract, noticeGiven: true }),
    ExtensionNoticeWithdrawn: (contract) => ({ ...contract, noticeGiven: false }),
    ExtensionRightEnded: (contract, { endsOn }) => ({ ...contract, rightEndedFor: endsOn }),
    BreakAnswered: (contract, { answer, endsOn }, meta) => ({ ...ends(contract, endsOn, meta), terminated: answer === 'terminate' }),
    BreakAnswerWithdrawn: (contract, { standing, endsOn, endedEarly }, meta) => ({
      ...endsAnew(contract, { endsOn, endedEarly }, meta),
      terminated: standing === 'terminate',
    }),
    ContractEndedEarly: (contract, { endsOn }, meta) => ({ ...ends(contract, endsOn, meta), endedEarly: true }),
    EarlyEndWithdrawn: (contract, { endsOn }, meta) => ({ ...ends(contract, endsOn, meta), endedEarly: false }),
    ContractCompleted: (contract) => ({ ...contract, completed: true }),
  },
  next: (contract, { instance, now }) => {
    const { endsOn, endSetBy, months, noticeGiven, rightEndedFor, terminated, endedEarly, completed } = contract;
    if (endsOn === undefined || endSetBy === undefined || terminated || endedEarly) return [];
    const after = (day: Day, send: object, step: string): Action =>
      now < endOfDay(day)
        ? { remindAt: endOfDay(day) }
        : { send, to: instance, step: `${step}~${endsOn}~${endSetBy.eventId}`, because: endSetBy };
    const noticeBy = addMonthsKeepingEnd(endsOn, -1);
    const right = !noticeGiven && rightEndedFor !== endsOn && months < MONTHS_AT_MOST && !completed;
    return [
      ...(right ? [after(noticeBy, Object.assign(new EndExtensionRight(), { endsOn }), 'end-right')] : []),
      ...(completed ? [] : [after(endsOn, Object.assign(new CompleteContract(), { endsOn }), 'complete')]),
    ];
  },
});
