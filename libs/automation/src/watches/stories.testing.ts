import * as events from '@app/domain/events';
import { example } from '@app/domain/told.testing';
import type { DomainEvent } from '@app/event-sourcing';
import { playRequirements, type Play } from '../testing/play';

type Entry = readonly [stream: string, event: DomainEvent];

/** One duty of a row, from what imposes it to what meets or ends it. */
export interface Story {
  /** Instant at which what imposes it is put on record. */
  readonly begins: string;
  readonly given: readonly Entry[];
  /** Stream of the requirement. */
  readonly requirement: string;
  /** London day. */
  readonly due: string;
  readonly met: Entry;
  /** What ends it, recorded before it is due; absent where nothing does. */
  readonly ended?: Entry;
  /** Its days are counted from the recording: recorded later, it is due later. */
  readonly fromRecording?: true;
}

const CASE = 'improvementCase-931~inspection';
const TIMELINESS = 'improvementCase-931~timeliness';
const CONTRACT = 'contract-CON_22889';
const PARTNER = 'partner-851~project_5369';
const APPLICATION = 'application-bid';
const ORDERED = '2023-10-12T09:00:00.000Z';
const id = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

const opened: Entry = [CASE, example(events.CaseOpened, { openedOn: '2023-09-15' })];
const closed: Entry = [CASE, example(events.CaseClosed, { closedOn: '2023-10-13' })];
const outcome: Entry = [CASE, example(events.OutcomeAgreed)];
const accepted: Entry = [CONTRACT, example(events.OrderAccepted)];
const endedOn = (endsOn: string): Entry => [CONTRACT, example(events.ContractEndedEarly, { endsOn })];
const engaged: Entry = [PARTNER, example(events.PartnerEngaged, { engagedOn: '2022-01-01' })];
const grantEnded = (on: string): Entry => [PARTNER, example(events.GrantEnded, { endedOn: on })];
const breached: Entry = [PARTNER, example(events.EligibilityBreached)];
const breach = { breach: 1 };

const inspected: Entry = [
  'localArea-931',
  example(events.InspectionRecorded, { inspection: '2023', outcome: 'systemic-failings', receivedOn: '2023-09-08' }),
];
const submitted: Entry = [CASE, example(events.ActionPlanSubmitted, { inspection: '2023' })];
const referred = {
  assessedOn: '2021-11-01',
  areas: [{ area: '851', results: [{ rule: 'G12' as const, result: 'refer' as const }], factsUpTo: 3, judgedBy: 'localArea-851@3' }],
};

/** A story for every row of the table of requirements, by its definition. */
export const stories: Readonly<Record<string, Story>> = {
  'quarterly-report': {
    begins: '2022-01-01T09:00:00.000Z',
    given: [engaged],
    requirement: `requirement-quarterly_report~${id(PARTNER)}~2022_01_01`,
    due: '2022-04-28',
    met: [PARTNER, example(events.QuarterlyReportSubmitted)],
    ended: grantEnded('2022-03-30'),
  },
  'eligibility-confirmation': {
    begins: '2022-01-01T09:00:00.000Z',
    given: [engaged],
    requirement: `requirement-eligibility_confirmation~${id(PARTNER)}~2022_01_01`,
    due: '2022-12-31',
    met: [PARTNER, example(events.EligibilityConfirmed, { yearFrom: '2022-01-01' })],
    ended: grantEnded('2022-12-30'),
  },
  'evidence-judgement': {
    begins: '2021-11-01T09:00:00.000Z',
    given: [[APPLICATION, example(events.EligibilityAssessed, referred)]],
    requirement: 'requirement-evidence_judgement~bid~851.route_c.r0',
    due: '2021-11-15',
    met: [APPLICATION, example(events.EvidenceJudged, { matter: 'route-c' })],
    ended: [APPLICATION, example(events.ApplicationWithdrawn)],
    fromRecording: true,
  },
  'excellence-judgement': {
    begins: '2022-05-10T09:00:00.000Z',
    given: [engaged, [PARTNER, example(events.ExcellenceDoubted)]],
    requirement: `requirement-excellence_judgement~${id(PARTNER)}~r1`,
    due: '2022-05-24',
    met: [PARTNER, example(events.EvidenceJudgedAgain, { doubt: 1 })],
    ended: [PARTNER, example(events.ExcellenceDoubtWithdrawn, { corrects: 1 })],
    fromRecording: true,
  },
  'package-review': {
    begins: '2022-01-10T09:00:00.000Z',
    given: [['supportPackage-p1', example(events.PackageProposed)]],
    requirement: 'requirement-package_review~p1~r0',
    due: '2022-01-24',
    met: ['supportPackage-p1', example(events.PackageApproved)],
    ended: ['supportPackage-p1', example(events.PackageWithdrawn)],
    fromRecording: true,
  },
  'breach-decision': {
    begins: '2022-06-06T09:00:00.000Z',
    given: [engaged, breached],
    requirement: `requirement-breach_decision~${id(PARTNER)}~r1`,
    due: '2022-06-20',
    met: [PARTNER, example(events.BreachDecided, { ...breach, decision: 'continue', remedyBy: undefined as never })],
    ended: grantEnded('2022-06-19'),
    fromRecording: true,
  },
  'breach-remedy': {
    begins: '2022-06-20T09:00:00.000Z',
    given: [engaged, breached, [PARTNER, example(events.BreachDecided, breach)]],
    requirement: `requirement-breach_remedy~${id(PARTNER)}~r2`,
    due: '2022-09-30',
    met: [PARTNER, example(events.EligibilityRestored, breach)],
    ended: grantEnded('2022-09-29'),
  },
  'quality-approach': {
    begins: ORDERED,
    given: [accepted],
    requirement: 'requirement-quality_approach~CON_22889~2023_10_12',
    due: '2023-10-26',
    met: [CONTRACT, example(events.QualityApproachDiscussed)],
    ended: endedOn('2023-10-25'),
  },
  'monthly-report': {
    begins: ORDERED,
    given: [accepted],
    requirement: 'requirement-monthly_report~CON_22889~2023_10_12',
    due: '2023-11-10',
    met: [CONTRACT, example(events.ReportSubmitted, { period: '2023-10-12', periodEndsOn: '2023-10-31', area: undefined as never })],
  },
  'break-answer': {
    begins: ORDERED,
    given: [[CONTRACT, example(events.OrderPlaced, { breakOn: '2024-03-31' })], accepted],
    requirement: 'requirement-break_answer~CON_22889~2024_03_31',
    due: '2024-03-31',
    met: [CONTRACT, example(events.BreakAnswered)],
    ended: endedOn('2024-03-30'),
  },
  'management-information': {
    begins: '2024-01-10T09:00:00.000Z',
    given: [accepted, [CONTRACT, example(events.ManagementInformationRequested)]],
    requirement: 'requirement-management_information~CON_22889~mi1',
    due: '2024-01-24',
    met: [CONTRACT, example(events.ManagementInformationProvided)],
    ended: endedOn('2024-01-23'),
  },
  'programme-liaison': {
    begins: ORDERED,
    given: [['localArea-887', example(events.InterventionProgrammeJoined)], accepted],
    requirement: 'requirement-programme_liaison~887~CON_22889.safety_valve.2023_10_12',
    due: '2023-11-12',
    met: [CONTRACT, example(events.ProgrammeLiaisonRecorded)],
    ended: ['localArea-887', example(events.InterventionProgrammeLeft, { leftOn: '2023-11-11' })],
  },
  'notice-steps': {
    begins: '2023-11-16T09:00:00.000Z',
    given: [['localArea-931', example(events.ImprovementNoticeIssued)]],
    requirement: 'requirement-notice_steps~931~2023_11.governance',
    due: '2025-02-28',
    met: ['localArea-931', example(events.ImprovementNoticeStepConfirmed)],
    ended: ['localArea-931', example(events.ImprovementNoticeLifted)],
  },
  'action-plan': {
    begins: '2023-09-15T09:00:00.000Z',
    given: [opened, inspected],
    requirement: 'requirement-action_plan~931~inspection~2023',
    due: '2023-10-27',
    met: submitted,
    ended: closed,
  },
  'action-plan-statutory': {
    begins: '2023-09-15T09:00:00.000Z',
    given: [opened, inspected],
    requirement: 'requirement-action_plan_statutory~931~inspection~2023',
    due: '2023-12-15',
    met: submitted,
    ended: closed,
  },
  'plan-resubmission': {
    begins: '2023-11-10T09:00:00.000Z',
    given: [opened, submitted, [CASE, example(events.ActionPlanReturned, { inspection: '2023' })]],
    requirement: 'requirement-plan_resubmission~931~inspection~r2',
    due: '2023-11-24',
    met: submitted,
    ended: closed,
  },
  'plan-action': {
    begins: '2024-01-10T09:00:00.000Z',
    given: [opened, [CASE, example(events.ActionAdded)]],
    requirement: 'requirement-plan_action~931~inspection~act_31',
    due: '2024-06-30',
    met: [CASE, example(events.ActionCompleted)],
    ended: [CASE, example(events.ActionRemoved)],
  },
  'deep-dive': {
    begins: ORDERED,
    given: [opened, outcome, accepted],
    requirement: 'requirement-deep_dive~931~inspection~2023_10_12',
    due: '2024-04-12',
    met: [CASE, example(events.DeepDiveRecorded, { kind: 'six-monthly' })],
    ended: closed,
  },
  'apa-deep-dive': {
    begins: ORDERED,
    given: [opened, outcome, [CASE, example(events.DeepDiveScheduled)]],
    requirement: 'requirement-apa_deep_dive~931~inspection~apa_2024_05',
    due: '2024-05-14',
    met: [CASE, example(events.DeepDiveRecorded, { kind: 'apa', deepDive: 'apa_2024_05' })],
    ended: [CASE, example(events.DeepDiveCancelled)],
  },
  stocktake: {
    begins: ORDERED,
    given: [opened, outcome, accepted],
    requirement: 'requirement-stocktake~931~inspection~2023_10_12',
    due: '2024-04-12',
    met: [CASE, example(events.StocktakeRecorded)],
    ended: closed,
  },
  'timeliness-update': {
    begins: ORDERED,
    given: [
      [TIMELINESS, example(events.CaseOpened, { cause: 'timeliness' })],
      [TIMELINESS, example(events.OutcomeAgreed, { kind: 'timeliness' })],
      accepted,
    ],
    requirement: 'requirement-timeliness_update~931~timeliness~2023_10_12',
    due: '2023-11-12',
    met: [TIMELINESS, example(events.TimelinessProgressReported)],
    ended: [TIMELINESS, closed[1]],
  },
  'next-step': {
    begins: '2024-03-27T09:00:00.000Z',
    given: [opened, [CASE, example(events.NextStepAgreed)]],
    requirement: 'requirement-next_step~931~inspection~step_1',
    due: '2024-06-30',
    met: [CASE, example(events.NextStepCompleted)],
    ended: [CASE, example(events.NextStepCancelled)],
  },
  'progress-recommendation': {
    begins: '2024-03-20T09:00:00.000Z',
    given: [opened, accepted, [CASE, example(events.FormalReviewHeld, { heldOn: '2024-03-20' })]],
    requirement: 'requirement-progress_recommendation~931~inspection~fr_2024_06',
    due: '2024-04-05',
    met: [CONTRACT, example(events.ProgressRecommended, { review: 'fr_2024_06' })],
    ended: closed,
  },
  'risk-review': {
    begins: '2024-01-10T09:00:00.000Z',
    given: [['risk-r1', example(events.RiskRaised)]],
    requirement: 'requirement-risk_review~r1~r0',
    due: '2024-02-10',
    met: ['risk-r1', example(events.RiskReassessed)],
    ended: ['risk-r1', example(events.RiskClosed)],
  },
  'confidentiality-review': {
    begins: ORDERED,
    given: [[CONTRACT, example(events.OrderAccepted, { completesOn: '2023-10-31' })]],
    requirement: 'requirement-confidentiality_review~CON_22889~end',
    due: '2023-12-30',
    met: [CONTRACT, example(events.ConfidentialityDecided)],
  },
  acknowledgement: {
    begins: '2024-03-27T09:00:00.000Z',
    given: [['escalation-risk_escalated~r1~r0', example(events.EscalationRaised, { level: 1, role: 'case-lead' })]],
    requirement: 'requirement-acknowledgement~risk_escalated~r1~r0~1.0',
    due: '2024-04-03',
    met: ['escalation-risk_escalated~r1~r0', example(events.EscalationAcknowledged, { level: 1 })],
    ended: ['escalation-risk_escalated~r1~r0', example(events.EscalationWithdrawn)],
    fromRecording: true,
  },
};

/** The story up to what imposes the duty, put on record at once. */
export function begun({ begins, given }: Story, at = begins): Play {
  const play = playRequirements(at);
  for (const [stream, event] of given) play.record(stream, event);
  return play;
}
