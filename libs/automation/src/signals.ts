import { areasOn, type WithAreas } from '@app/domain/contract/contract.areas';
import type {
  AreaPassedToSuccessors,
  AreaPassingWithdrawn,
  BreachDecided,
  CaseClosed,
  ContractValueVaried,
  DecisionRevised,
  EligibilityBreached,
  EligibilityRestored,
  InvoiceApprovalReversed,
  InvoiceApproved,
  OrderAccepted,
  OrderCorrected,
  PartnerEngagementWithdrawn,
  ProgressDecided,
  RiskClosed,
  RiskEscalated,
  TerminationReversed,
} from '@app/domain/events';
import type { EscalationNeed } from '@app/domain/escalation/escalation.parts.command';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { causeOf } from './requirement-engine/row';
import { defineSignal, holdsOrEnds, settle, settleAll, type Signal, type SignalRow, type Signals } from './signals/signal';
import { timelinessConcern } from './signals/timeliness-concern';

/** The funding period of the programme was announced on 2 Sep 2021: nothing that was true before raises anything. */
const FROM_THE_NOTICE = '2021-09-02';

interface Breaches {
  readonly signals: Signals;
  /** Whatever becomes of a decision, nobody need act on these: the rule holds again, or the engagement was withdrawn. */
  readonly over: readonly string[];
}

/** What is still open is to be decided on again. */
const undecided = ({ signals, over }: Breaches, meta: EventMeta): Breaches => ({
  over,
  signals: Object.fromEntries(
    Object.entries(signals).map(([id, { settled, ...signal }]) => [
      id,
      settled === undefined || over.includes(id) ? signals[id]! : { ...signal, cause: causeOf(meta) },
    ]),
  ),
});

/** A breach of eligibility goes to the deputy director at once, until it is restored or decided on; the reversal of a termination takes back what was decided (G16, G17). */
const eligibilityBreached = defineSignal<
  Breaches,
  EventOf<
    | typeof EligibilityBreached
    | typeof EligibilityRestored
    | typeof BreachDecided
    | typeof TerminationReversed
    | typeof PartnerEngagementWithdrawn
  >
>({
  definition: 'eligibility-breached',
  rule: 'G16',
  says: 'A fact broke an eligibility rule during the grant',
  endsWith: 'the restoration, the decision on the breach, or the taking back of the engagement',
  of: 'partner',
  inForceFrom: FROM_THE_NOTICE,
  runsFromRecording: true,
  initial: () => ({ signals: {}, over: [] }),
  on: {
    EligibilityBreached: ({ signals, over }, { area, effectiveOn }, meta) => {
      const id = `r${meta.revision}`;
      const signal: Signal = {
        id,
        cause: causeOf(meta),
        level: 3,
        role: 'grant-manager',
        need: 'departmental-intervention',
        because: `An eligibility rule of the grant is no longer met for local area ${area}`,
        areas: [area],
        since: effectiveOn,
      };
      return { over, signals: { ...signals, [id]: signal } };
    },
    EligibilityRestored: ({ signals, over }, { breach }, meta) => ({
      over: [...over, `r${breach}`],
      signals: settle(signals, `r${breach}`, causeOf(meta), 'cause-ended'),
    }),
    BreachDecided: ({ signals, over }, { breach }, meta) => ({
      over,
      signals: settle(signals, `r${breach}`, causeOf(meta), 'answered'),
    }),
    TerminationReversed: (breaches, _data, meta) => undecided(breaches, meta),
    PartnerEngagementWithdrawn: ({ signals }, _data, meta) => ({
      over: Object.keys(signals),
      signals: settleAll(signals, causeOf(meta)),
    }),
  },
  signals: ({ signals }) => Object.values(signals),
});

const decidedInsufficient = (
  signals: Signals,
  data: { area: string; review: string; progress: string; decidedOn: string },
  meta: EventMeta,
): Signals => {
  const { area, review, progress, decidedOn } = data;
  const id = review.replaceAll('~', '.');
  if (progress === 'sufficient') return settle(signals, id, causeOf(meta), 'cause-ended');
  if (signals[id] && !signals[id].settled) return signals;
  const signal: Signal = {
    id,
    cause: causeOf(meta),
    level: 2,
    role: 'case-lead',
    need: 'departmental-intervention',
    because: `VCU decided at formal review ${review} on progress in local area ${area}: it has to be acted on`,
    areas: [area],
    since: decidedOn,
  };
  return { ...signals, [id]: signal };
};

/** When VCU decides that progress is insufficient, the case is escalated; reports become more frequent besides (J8, C10). */
const progressInsufficient = defineSignal<Signals, EventOf<typeof ProgressDecided | typeof DecisionRevised | typeof CaseClosed>>({
  definition: 'progress-insufficient',
  rule: 'J8',
  says: 'VCU decided that progress is not sufficient',
  endsWith: 'a revised decision, or the closing of the case',
  of: 'improvementCase',
  inForceFrom: FROM_THE_NOTICE,
  initial: () => ({}),
  on: {
    ProgressDecided: decidedInsufficient,
    DecisionRevised: decidedInsufficient,
    CaseClosed: (signals, _data, meta) => settleAll(signals, causeOf(meta)),
  },
  signals: Object.values,
});

const STRONGEST: readonly EscalationNeed[] = ['departmental-intervention', 'additional-adviser-support', 'information'];

/** A risk that was escalated: the need for rapid intervention is highlighted (E1, A7). */
const riskEscalated = defineSignal<Signals, EventOf<typeof RiskEscalated | typeof RiskClosed>>({
  definition: 'risk-escalated',
  rule: 'A7',
  says: 'A risk was escalated with what it needs',
  endsWith: 'the closing of the risk',
  of: 'risk',
  inForceFrom: FROM_THE_NOTICE,
  initial: () => ({}),
  on: {
    RiskEscalated: (signals, { area, needs }, meta) => {
      const need = STRONGEST.find((strong) => needs.includes(strong)) ?? 'information';
      const id = `r${meta.revision}`;
      const departmental = need === 'departmental-intervention';
      const signal: Signal = {
        id,
        cause: causeOf(meta),
        level: departmental ? 3 : 2,
        role: 'case-lead',
        need,
        because: `A risk in local area ${area} was escalated; it needs ${needs.map((one) => one.replaceAll('-', ' ')).join(', ')}`,
        areas: [area],
        since: meta.effectiveOn,
      };
      return { ...signals, [id]: signal };
    },
    RiskClosed: (signals, _data, meta) => settleAll(signals, causeOf(meta)),
  },
  signals: Object.values,
});

interface Value extends WithAreas {
  readonly signals: Signals;
}

/** Shares of the maximum value, in per cent, and the level that each goes to (C3). */
const SHARES = [
  { share: 80, level: 1 },
  { share: 95, level: 2 },
  { share: 100, level: 2 },
] as const;

function reached({ signals, ...contract }: Value, approvedPence: number, maximumPence: number, meta: EventMeta): Value {
  const areas = areasOn(contract, meta.effectiveOn);
  const next = SHARES.reduce<Signals>((so, { share, level }) => {
    const because = `Approved invoices have reached ${share}% of the maximum value of the contract`;
    const over = approvedPence * 100 >= maximumPence * share;
    const signal = { level, role: 'contract-manager', need: 'information', because, areas, since: meta.effectiveOn } as const;
    return holdsOrEnds(so, String(share), over ? signal : undefined, causeOf(meta));
  }, signals);
  return { ...contract, signals: next };
}

/** Approved invoices approach the maximum value (C3). */
const contractValue = defineSignal<
  Value,
  EventOf<
    | typeof OrderAccepted
    | typeof OrderCorrected
    | typeof AreaPassedToSuccessors
    | typeof AreaPassingWithdrawn
    | typeof InvoiceApproved
    | typeof InvoiceApprovalReversed
    | typeof ContractValueVaried
  >
>({
  definition: 'contract-value',
  rule: 'C3',
  says: 'Approved invoices have reached 80, 95 or 100 per cent of the maximum value',
  endsWith: 'a reversal or a variation that brings them below it',
  of: 'contract',
  inForceFrom: FROM_THE_NOTICE,
  initial: () => ({ areas: [], passings: [], signals: {} }),
  on: {
    OrderAccepted: (value, { areas }) => (areas === undefined ? value : { ...value, areas }),
    OrderCorrected: (value, { areas, approvedPence, presentMaximumPence }, meta) =>
      reached({ ...value, areas }, approvedPence, presentMaximumPence, meta),
    AreaPassedToSuccessors: (value, { predecessor, successors, from }) => ({
      ...value,
      passings: [...value.passings, { predecessor, successors, from }],
    }),
    AreaPassingWithdrawn: (value, { predecessor }) => ({
      ...value,
      passings: value.passings.filter((passing) => passing.predecessor !== predecessor),
    }),
    InvoiceApproved: (value, { approvedPence, maximumPence }, meta) => reached(value, approvedPence, maximumPence, meta),
    InvoiceApprovalReversed: (value, { approvedPence, maximumPence }, meta) => reached(value, approvedPence, maximumPence, meta),
    ContractValueVaried: (value, { approvedPence, maximumPence }, meta) => reached(value, approvedPence, maximumPence, meta),
  },
  signals: ({ signals }) => Object.values(signals),
});

/** Everything that escalates without a lapse. */
export const signals: readonly SignalRow[] = [eligibilityBreached, progressInsufficient, riskEscalated, contractValue, timelinessConcern];
