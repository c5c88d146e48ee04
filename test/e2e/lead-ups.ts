import { features } from '@app/domain';
import { EligibilityBreached } from '@app/domain/events';
import type { DomainEvent, Feature } from '@app/event-sourcing';
import { decided, type Asked, type World } from './example-world';

/** What automation records, by the name of its command. */
interface Recorded {
  readonly recorded: DomainEvent;
  readonly to: string;
  readonly by: string;
}

/** What comes before a command, so that its example is taken. */
interface LeadUp {
  /** The example as it stood on that day; where none is named, as it stands when it has been played. */
  readonly on?: string;
  /** Commands asked before it, by their examples: these fields are put otherwise. */
  readonly before?: readonly (string | readonly [name: string, change: object, to?: string] | Recorded)[];
  /** Fields of its own example put otherwise; the whole body where it has none. */
  readonly body?: object;
  /** Id of the stream, where it has no example. */
  readonly to?: string;
}

const escalation = {
  cause: 'requirement-stocktake~931~inspection~2024_12_24@1',
  rule: 'J5',
  level: 1,
  role: 'case-lead',
  need: 'information',
  because: 'Nothing was recorded',
  what: 'improvementCase-931~inspection',
  areas: ['931'],
  since: '2025-03-24',
};
const ESCALATION = 'stocktake~931~inspection~2024_12_24';
const raised = ['RaiseEscalation', escalation, ESCALATION] as const;
const support = { kind: 'information', from: '2025-04-01', description: 'An adviser for a week' };
const founded = ['FoundInstallation', { mode: 'example' }, 'installation'] as const;

const breached = EligibilityBreached({
  area: '851',
  rule: 'G13-safety-valve',
  value: 'safety-valve',
  fact: 'localArea-851@9',
  ruleSet: 'notice-2021',
  effectiveOn: '2023-03-01',
  judgedBy: 'localArea-851@9',
  factsUpTo: 9,
});

/** By the command's name; a command that is taken in the example as it is needs none. */
export const LEAD_UPS: Readonly<Record<string, LeadUp>> = {
  ReopenCase: { before: ['CloseCase'] },
  ReturnActionPlan: { on: '2023-11-01', body: { returnedOn: '2023-11-01', dueOn: '2023-12-01' } },
  CompleteAction: { before: ['AddAction'] },
  RebaselineAction: { before: ['AddAction'] },
  RescheduleDeepDive: { before: ['ScheduleDeepDive'] },
  CorrectBoardMeeting: { before: ['RecordBoardMeeting'] },
  CorrectHealthAdviserContact: { before: ['RecordHealthAdviserContact'] },
  CorrectFormalReview: { before: ['HoldFormalReview'] },
  DecideProgress: { before: ['HoldFormalReview'] },
  ReviseDecision: { before: ['HoldFormalReview', 'DecideProgress'] },

  PutSupportInPlace: { before: [raised], to: ESCALATION, body: support },
  CorrectSupport: {
    before: [raised, ['PutSupportInPlace', support, ESCALATION]],
    to: ESCALATION,
    body: { ...support, corrects: 1, reason: 'Two' },
  },
  NameLevelHolder: { before: [founded], to: 'installation', body: { level: 2, person: 'u-team-leader', from: '2025-04-01' } },
  NameStandIn: {
    before: [founded],
    to: 'installation',
    body: { absent: 'u-1', standIn: 'u-2', from: '2025-04-01', to: '2025-04-11', reason: 'Leave' },
  },

  ExtendContract: { on: '2025-03-28', before: ['GiveExtensionNotice'] },
  CorrectExtension: { on: '2025-03-28', before: ['GiveExtensionNotice', 'ExtendContract'] },
  EndContractEarly: { on: '2025-03-28' },
  AgreeVisits: { on: '2025-03-28' },
  ReturnReport: { before: ['SubmitReport'] },
  WithdrawInvoice: { before: ['SubmitInvoice'] },
  RejectInvoice: { before: ['SubmitInvoice'] },
  CorrectInvoicePayment: { before: ['PayInvoice'] },
  ReverseInvoicePayment: { before: ['PayInvoice'] },
  CorrectDiagnostic: { before: ['RecordDiagnostic'] },
  RequestManagementInformation: { on: '2025-03-28' },
  ProvideManagementInformation: { on: '2025-03-28', before: ['RequestManagementInformation'], body: { providedOn: '2025-03-28' } },
  CorrectManagementInformation: {
    on: '2025-03-28',
    before: ['RequestManagementInformation', ['ProvideManagementInformation', { providedOn: '2025-03-28' }]],
    body: { providedOn: '2025-03-28' },
  },
  ScheduleMeeting: { on: '2025-03-28' },
  HoldMeeting: { on: '2025-03-28', before: ['ScheduleMeeting'] },
  CorrectMeeting: { on: '2025-03-28', before: ['ScheduleMeeting', 'HoldMeeting'] },
  RaiseIssue: { on: '2025-03-28' },
  AnswerIssue: { on: '2025-03-28', before: ['RaiseIssue'] },

  CorrectRisk: { before: ['RaiseRisk'] },
  ReopenRisk: { before: ['RaiseRisk', 'CloseRisk'] },

  DeclineAward: { on: '2021-12-10' },
  WithdrawAward: { on: '2021-12-10' },
  ExtendProgramme: { before: ['ConfirmDeliveryObjectives', 'ApproveFurtherFunding'] },
  DeclineApplication: { on: '2021-11-22' },
  CorrectEngagementAtDiscretion: { before: ['EngageAtDiscretion'] },
  ExtendGrant: {
    on: '2022-07-01',
    before: [
      ['ConfirmDeliveryObjectives', { confirmedOn: '2022-07-01' }],
      ['ApproveFurtherFunding', { approvedOn: '2022-07-01' }],
      ['ExtendProgramme', { extendedOn: '2022-07-01' }],
      ['AwardGrant', { awardedOn: '2022-07-01' }],
      ['AcceptAward', { award: 'award_851_further', acceptedOn: '2022-07-01' }],
    ],
    body: { extendedOn: '2022-07-01' },
  },
  DoubtExcellence: { on: '2023-03-28' },
  JudgeEvidenceAgain: { on: '2023-03-28', body: { judgement: 'not-met' } },
  DecideOnBreach: {
    on: '2023-03-28',
    before: [{ recorded: breached, to: '851~project_5369', by: 'ReassessEligibility' }],
    body: {
      rule: 'G13-safety-valve',
      decision: 'terminate',
      decidedOn: '2023-03-28',
      claimableUntil: '2023-04-28',
      unpayableFrom: '2023-03-28',
    },
  },
  ReturnQuarterlyReport: { on: '2023-02-11', body: { quarter: '2022-10-01', returnedOn: '2023-02-11' } },
  CorrectRate: { on: '2022-04-20' },
  ReturnPackage: { on: '2022-01-17' },
  RescopePackage: { on: '2022-06-02' },
  SucceedLocalArea: { before: ['RegisterLocalArea'] },
  PassAreaToSuccessors: {
    on: '2024-06-24',
    before: [
      ['RegisterLocalArea', { from: '2024-07-01' }],
      ['SucceedLocalArea', { succeededOn: '2024-07-01' }],
    ],
    body: { from: '2024-07-01' },
  },
  RecordInspectionReceipt: {
    before: ['RecordInspection'],
    body: { inspection: '2025', receivedOn: '2025-03-14' },
  },
  CorrectMonitoringInspection: { before: ['RecordMonitoringInspection'] },
  CorrectMonitoringRelease: { before: ['RecordMonitoringRelease'] },
  RecordSliPartnershipLeaving: { before: ['RecordSliPartnership'] },
  CorrectSliPartnership: { before: ['RecordSliPartnership'] },
};

const byName = new Map(features.map((feature) => [feature.command.name, feature]));

/** A command as its lead-up has it, ready to be asked. @throws Refused where what comes before it is refused */
export function ledUpTo(feature: Feature, played: World, stood: Stood): Asked {
  const { on, before = [], body: change, to } = LEAD_UPS[feature.command.name]!;
  const world = (stood.on(on) ?? played).branch();
  const now = on === undefined ? '2025-04-01T11:00:00.000Z' : `${on}T11:00:00.000Z`;
  const asked = (of: Feature, otherwise: object = {}, id?: string): Asked => {
    const [example] = of.examples ?? [];
    const at = id ?? example?.id ?? '';
    const { revision } = world.at(of, at);
    const body = { ...example?.body, ...(example && 'corrects' in example.body && { corrects: revision }), ...otherwise };
    return { world, feature: of, id: at, body, now, actor: { who: 'u-1', role: of.roles[0]!, subject: 's_adviser', areas: ['851'] } };
  };
  for (const step of before) {
    if (typeof step === 'object' && 'recorded' in step) {
      const by = byName.get(step.by)!;
      world.record(by, step.to, [step.recorded], now, { who: 'process:eligibility-monitor', role: 'system' });
      continue;
    }
    const [name, otherwise, id] = typeof step === 'string' ? ([step] as const) : step;
    const one = asked(byName.get(name)!, otherwise, id);
    world.record(one.feature, one.id, decided(one), now, one.actor);
  }
  return asked(feature, change, to);
}

/** The example as it stood on the days on which lead-ups begin. */
export class Stood {
  private readonly days = [...new Set(Object.values(LEAD_UPS).flatMap(({ on }) => on ?? []))];
  private readonly worlds = new Map<string, World>();

  /** To be told of every entry before it is asked. */
  see({ world, now }: Asked): void {
    for (const day of this.days) if (!this.worlds.has(day) && now.slice(0, 10) >= day) this.worlds.set(day, world.branch());
  }

  on(day: string | undefined): World | undefined {
    return day === undefined ? undefined : this.worlds.get(day);
  }
}
