import { addDays, addMonths, startOfMonth, startOfQuarter, type Day } from '@app/calendar';
import { ask, reason, today } from './asking';
import { AREA, CASE, CONTRACT, GRANT, LEAD, PARTNER_AREA, source, TIMELINESS } from './scene';
import type { World } from './world';

/** Two numbers that chance gives; what a command is about follows from them and from the world. */
export interface Chance {
  readonly a: number;
  readonly b: number;
}

/** Asks for something, and is refused where it does not fit. @returns whether something was recorded */
type Asking = (world: World, chance: Chance) => boolean;

const ago = (world: World, days: number): Day => addDays(today(world), -days);
const among = <T>(choices: readonly T[], chance: number): T => choices[chance % choices.length]!;
const revision = (world: World, stream: string, ...types: string[]): number =>
  Math.max(-1, ...types.map((type) => world.last(stream, type)?.meta.revision ?? -1));

const onContract = (name: string, body: (world: World, chance: Chance) => object): [string, Asking] => [
  name,
  (world, chance) => ask(world, name, CONTRACT, body(world, chance)),
];
const onCase = (name: string, body: (world: World, chance: Chance) => object): [string, Asking] => [
  name,
  (world, chance) => ask(world, name, CASE, body(world, chance)),
];
const onTimeliness = (name: string, body: (world: World, chance: Chance) => object): [string, Asking] => [
  `${name} on timeliness`,
  (world, chance) => ask(world, name, TIMELINESS, body(world, chance)),
];
const onPackage = (name: string, body: (world: World, chance: Chance, id: string) => object): [string, Asking] => [
  name,
  (world, chance) => {
    const id = among(['g1', 'g2'], chance.a);
    return ask(world, name, id, body(world, chance, id));
  },
];
const onArea = (name: string, body: (world: World, chance: Chance) => object): [string, Asking] => [
  name,
  (world, chance) => ask(world, name, AREA, body(world, chance)),
];
const onRisk = (name: string, body: (world: World, chance: Chance) => object): [string, Asking] => [
  name,
  (world, chance) => ask(world, name, among(['k1', 'k2'], chance.a), body(world, chance)),
];
const onGrant = (name: string, body: (world: World, chance: Chance) => object): [string, Asking] => [
  name,
  (world, chance) => ask(world, name, GRANT, body(world, chance)),
];
const onEscalation = (name: string, body: (world: World, id: string) => object): [string, Asking] => [
  name,
  (world, { a }) => {
    const ids = world.ids('escalation');
    const id = ids.at(-1 - (a % 4)) ?? ids[0];
    return id !== undefined && ask(world, name, id, body(world, id));
  },
];
const onRequirement = (name: string, body: (world: World, id: string) => object): [string, Asking] => [
  name,
  (world, { a }) => {
    const ids = world.ids('requirement').filter((id) => !id.startsWith('acknowledgement'));
    return ids.length > 0 && ask(world, name, among(ids, a), body(world, among(ids, a)));
  },
];

/** First day of the month of the term that was so many months ago. */
const monthOf = (world: World, back: number): Day => {
  const month = addMonths(startOfMonth(today(world)), -back);
  return month < '2023-10-12' ? '2023-10-12' : month;
};

const section = { area: AREA, outcomes: [{ outcome: 'o1', progress: 'Some', trajectory: 'steady' }], risks: [] };
const answer = { answer: 'partly', words: 'Seen' };
const finding = {
  clearPlans: answer,
  leadersUnderstand: answer,
  vcuUnderstands: answer,
  rating: 'on-track',
  trajectory: 'steady',
};
const partners = [{ partner: 'Local authority', oversight: 'developing', evidence: 'Minutes' }];
const afi = { outcome: 'o1', kind: 'afi' };
export const apa = { outcome: 'o2', kind: 'apa' };
type Outcomes = Record<string, { kind: string; agreedOn: Day; ended?: { on: Day } }>;
const diveId = (chance: number): string => (chance % 3 === 0 ? `x${chance % 4}` : `d${chance % 9}`);
/** On every outcome of its kind that stood on the day; `otherwise`: under the other kind. */
const dive = (world: World, chance: number, heldOn: Day, otherwise = false): object => {
  const deepDive = diveId(chance);
  const kind = deepDive.startsWith('x') === otherwise ? 'six-monthly' : 'apa';
  const { outcomes = {} } = world.state<{ outcomes: Outcomes }>(`improvementCase-${CASE}`) ?? {};
  const findings = Object.entries(outcomes)
    .filter(([, { agreedOn, ended }]) => agreedOn <= heldOn && (ended === undefined || ended.on > heldOn))
    .filter(([, outcome]) => kind === 'six-monthly' || outcome.kind === 'apa')
    .map(([outcome]) => ({ ...finding, outcome }));
  return { deepDive, kind, heldOn, linesOfEnquiry: 'Plans', progressMade: 'Some', findings };
};
const inspection = (world: World, { a, b }: Chance): object => ({
  inspection: among(['i1', 'i2'], a),
  ...among(
    [
      { framework: '2023', outcome: 'systemic-failings', priorityAreas: 5 },
      { framework: '2016', outcome: 'wsoa-required', weaknesses: 2 },
      { framework: '2023', outcome: 'inconsistent' },
    ],
    b,
  ),
  visitedFrom: ago(world, 90),
  publishedOn: ago(world, a % 20),
  ...(b % 4 === 0 ? {} : { receivedOn: ago(world, (a % 20) + (b % 60)) }),
  source,
});
const steps = (world: World, { a, b }: Chance): object[] =>
  ['s1', 's2', 's3']
    .slice(a % 3)
    .map((step, index) => ({ step, words: 'Done', dueOn: addDays(today(world), ((b * (index + 3)) % 90) - 5) }));
const INSPECTIONS = ['i1', 'i2'];
const PROGRAMMES = ['safety-valve', 'delivering-better-value'] as const;
const LIAISED = ['ProgrammeLiaisonRecorded', 'ProgrammeLiaisonCorrected'];
const REPORTED = ['TimelinessProgressReported', 'TimelinessProgressCorrected'];
export const inTime = { outcome: 't1', kind: 'timeliness', words: 'As agreed', measures: ['In 20 weeks'] };
const progress = { progress: 'Some', adherence: 'Mostly', trajectory: 'steady' };
const SUBMITTED = ['ActionPlanSubmitted', 'ActionPlanSubmissionCorrected'];

/** Everything that people record in a history, by the command's name. */
export const asked: Readonly<Record<string, Asking>> = Object.fromEntries([
  onContract('DiscussQualityApproach', (world, { a }) => ({ discussedOn: ago(world, a % 20), approach: 'As set out' })),
  onContract('WithdrawQualityDiscussion', (world) => ({
    corrects: revision(world, `contract-${CONTRACT}`, 'QualityApproachDiscussed', 'QualityApproachCorrected'),
    reason,
  })),
  onContract('CorrectQualityApproach', (world, { a }) => ({
    discussedOn: ago(world, a % 40),
    approach: 'As set out',
    corrects: revision(world, `contract-${CONTRACT}`, 'QualityApproachDiscussed', 'QualityApproachCorrected'),
    reason,
  })),
  onContract('RequestManagementInformation', (world, { a, b }) => ({
    request: `m${a % 4}`,
    requestedOn: ago(world, b % 10),
    dueOn: addDays(today(world), b % 60),
    indicators: 'All',
  })),
  onContract('ProvideManagementInformation', (world, { a, b }) => ({
    request: `m${a % 4}`,
    providedOn: ago(world, b % 9),
    information: 'All',
  })),
  onContract('CorrectManagementInformation', (world, { a, b }) => ({
    request: `m${a % 4}`,
    providedOn: ago(world, b % 40),
    information: 'All',
    corrects: revision(world, `contract-${CONTRACT}`, 'ManagementInformationProvided', 'ManagementInformationCorrected'),
    reason,
  })),
  onContract('CancelManagementInformationRequest', (_world, { a }) => ({ request: `m${a % 4}`, reason })),
  onContract('RecordProgrammeLiaison', (world, { a, b }) => ({ area: AREA, programme: among(PROGRAMMES, a), day: ago(world, b % 40) })),
  onContract('CorrectProgrammeLiaison', (world, { a, b }) => ({
    area: AREA,
    programme: among(PROGRAMMES, a),
    day: ago(world, b % 60),
    corrects: revision(world, `contract-${CONTRACT}`, ...LIAISED),
    reason,
  })),
  onContract('WithdrawProgrammeLiaison', (world) => ({ corrects: revision(world, `contract-${CONTRACT}`, ...LIAISED), reason })),
  onContract('AnswerBreak', (_world, { a }) => ({ answer: among(['continue', 'continue', 'terminate'], a), decidedBy: 'u-40', reason })),
  onContract('SubmitReport', (world, { a, b }) => ({
    period: monthOf(world, a % 3),
    submittedOn: ago(world, b % 12),
    sections: [section],
  })),
  onContract('ReturnReport', (world, { a }) => ({ period: monthOf(world, a % 3), reason })),
  onContract('EndContractEarly', (world, { a, b }) => ({
    decidedOn: ago(world, a % 5),
    decidedBy: 'u-40',
    endsOn: ago(world, (a % 5) - (b % 90)),
    reason,
  })),
  onContract('WithdrawEarlyEnd', () => ({ reason })),
  onContract('DecideConfidentiality', () => ({ staysConfidential: ['employment'], reason })),
  onContract('RecommendProgress', (world, { a, b }) => ({
    review: `v${a % 3}`,
    area: AREA,
    recommendedOn: ago(world, b % 6),
    sufficient: false,
    reason,
  })),
  onContract('WithdrawRecommendation', (world, { a }) => ({
    review: `v${a % 3}`,
    area: AREA,
    corrects: revision(world, `contract-${CONTRACT}`, 'ProgressRecommended'),
    reason,
  })),

  onArea('RecordInspection', inspection),
  onArea('RecordInspectionReceipt', (world, { a, b }) => ({ inspection: among(INSPECTIONS, a), receivedOn: ago(world, b % 60), source })),
  onArea('CorrectInspection', (world, chance) => ({
    ...inspection(world, chance),
    corrects: revision(world, `localArea-${AREA}`, 'InspectionRecorded', 'InspectionCorrected'),
    reason,
  })),
  onArea('WithdrawFact', (world, { a }) => ({
    corrects: revision(
      world,
      `localArea-${AREA}`,
      ...among(
        [
          ['InspectionRecorded', 'InspectionCorrected'],
          ['ImprovementNoticeIssued'],
          ['InterventionProgrammeJoined', 'InterventionMembershipCorrected'],
        ],
        a,
      ),
    ),
    reason,
  })),
  onArea('RecordInterventionJoining', (world, { a, b }) => ({
    programme: among(PROGRAMMES, a),
    from: ago(world, b % 60),
    advisers: b % 3 > 0,
    source,
  })),
  onArea('RecordInterventionAdvisers', (world, { a, b }) => ({
    programme: among(PROGRAMMES, a),
    advisers: b % 2 > 0,
    from: ago(world, b % 20),
    source,
  })),
  onArea('RecordInterventionLeaving', (world, { a, b }) => ({ programme: among(PROGRAMMES, a), leftOn: ago(world, b % 50), source })),
  onArea('CorrectInterventionMembership', (world, { a, b }) => ({
    programme: among(PROGRAMMES, a),
    from: ago(world, 40 + (b % 60)),
    advisers: b % 3 > 0,
    ...(b % 5 < 2 ? {} : { leftOn: ago(world, b % 40) }),
    corrects: revision(world, `localArea-${AREA}`, 'InterventionProgrammeJoined', 'InterventionMembershipCorrected'),
    source,
    reason,
  })),
  onArea('IssueImprovementNotice', (world, { a, b }) => ({
    notice: `n${a % 2}`,
    issuedOn: ago(world, 6),
    steps: steps(world, { a, b }),
    source,
  })),
  onArea('VaryImprovementNotice', (world, { a, b }) => ({
    notice: `n${a % 2}`,
    variedOn: today(world),
    steps: steps(world, { a: b, b: a }),
    reason,
  })),
  onArea('ConfirmNoticeStep', (world, { a, b }) => ({ notice: `n${a % 2}`, step: `s${(b % 3) + 1}`, confirmedOn: today(world), reason })),
  onArea('WithdrawNoticeStepConfirmation', (world, { a, b }) => ({
    notice: `n${a % 2}`,
    step: `s${(b % 3) + 1}`,
    corrects: revision(world, `localArea-${AREA}`, 'ImprovementNoticeStepConfirmed'),
    reason,
  })),
  onArea('LiftImprovementNotice', (world, { a }) => ({ notice: `n${a % 2}`, liftedOn: today(world), reason })),
  onArea('ReinstateImprovementNotice', (world, { a }) => ({
    notice: `n${a % 2}`,
    corrects: revision(world, `localArea-${AREA}`, 'ImprovementNoticeLifted'),
    reason,
  })),

  onCase('OpenCase', (world, { a, b }) => ({
    area: AREA,
    cause: 'inspection',
    inspection: among(INSPECTIONS, a),
    openedOn: ago(world, b % 30),
    reason,
  })),
  onCase('CorrectCaseOpening', (world, { a, b }) => ({
    inspection: among(INSPECTIONS, a),
    openedOn: ago(world, b % 30),
    corrects: revision(world, `improvementCase-${CASE}`, 'CaseOpened', 'CaseOpeningCorrected'),
    reason,
  })),
  onCase('CloseCase', (world) => ({ closedOn: today(world), reason })),
  onCase('ReopenCase', (world) => ({ reopenedOn: today(world), reason })),
  onCase('AgreeOutcome', (world, { a }) => ({
    ...among([afi, apa], a),
    words: 'As published',
    measures: ['As agreed'],
    agreedOn: today(world),
  })),
  onCase('AchieveOutcome', (world, { a }) => ({ ...among([{ outcome: 'o1' }, { outcome: 'o2' }], a), achievedOn: today(world), reason })),
  onCase('ReinstateOutcome', (world, { a }) => ({
    ...among([{ outcome: 'o1' }, { outcome: 'o2' }], a),
    corrects: revision(world, `improvementCase-${CASE}`, 'OutcomeAchieved'),
    reason,
  })),
  onCase('SubmitActionPlan', (world, { a, b }) => ({ inspection: among(INSPECTIONS, a), to: ['ofsted'], submittedOn: ago(world, b % 9) })),
  onCase('WithdrawActionPlan', (world, { a }) => ({
    inspection: among(INSPECTIONS, a),
    corrects: revision(world, `improvementCase-${CASE}`, ...SUBMITTED),
    reason,
  })),
  onCase('CorrectActionPlanSubmission', (world, { a, b }) => ({
    inspection: among(INSPECTIONS, a),
    to: ['care-quality-commission'],
    submittedOn: ago(world, b % 9),
    corrects: revision(world, `improvementCase-${CASE}`, ...SUBMITTED),
    reason,
  })),
  onCase('ReturnActionPlan', (world, { a, b }) => ({
    inspection: among(INSPECTIONS, a),
    by: ['ofsted'],
    returnedOn: today(world),
    dueOn: addDays(today(world), b % 40),
    reason,
  })),
  onCase('WithdrawActionPlanAnswer', (world, { a }) => ({
    inspection: among(INSPECTIONS, a),
    corrects: revision(world, `improvementCase-${CASE}`, 'ActionPlanReturned'),
    reason,
  })),
  onCase('ScheduleDeepDive', (world, { a, b }) => ({ deepDive: `x${a % 4}`, outcome: 'o2', scheduledFor: addDays(today(world), b % 60) })),
  onCase('RescheduleDeepDive', (world, { a, b }) => ({
    deepDive: `x${a % 4}`,
    scheduledFor: addDays(today(world), (b % 60) - 10),
    reason,
  })),
  onCase('CancelDeepDive', (_world, { a }) => ({ deepDive: `x${a % 4}`, reason })),
  onCase('RecordDeepDive', (world, { a, b }) => ({ ...dive(world, a, ago(world, b % 25)), nextSteps: [] })),
  onCase('CorrectDeepDive', (world, { a, b }) => ({
    ...dive(world, a, ago(world, b % 90), b % 4 === 0),
    corrects: revision(world, `improvementCase-${CASE}`, 'DeepDiveRecorded', 'DeepDiveCorrected'),
    reason,
  })),
  onCase('RecordStocktake', (world, { a, b }) => ({ stocktake: `t${a % 9}`, heldOn: ago(world, b % 25), partners, summary: 'Growing' })),
  onCase('CorrectStocktake', (world, { a, b }) => ({
    stocktake: `t${a % 9}`,
    heldOn: ago(world, b % 90),
    partners,
    summary: 'Growing',
    corrects: revision(world, `improvementCase-${CASE}`, 'StocktakeRecorded', 'StocktakeCorrected'),
    reason,
  })),
  onCase('WithdrawCaseRecord', (world, { a, b }) => {
    const [record, id, types] = among(
      [
        ['deep-dive', diveId(a), ['DeepDiveRecorded', 'DeepDiveCorrected']],
        ['stocktake', `t${a % 9}`, ['StocktakeRecorded', 'StocktakeCorrected']],
        ['formal-review', `v${a % 3}`, ['FormalReviewHeld']],
      ] as const,
      b,
    );
    return { record, id, corrects: revision(world, `improvementCase-${CASE}`, ...types), reason };
  }),
  onCase('AgreeNextStep', (world, { a, b }) => ({
    step: `p${a % 5}`,
    owner: 'u-7',
    dueOn: addDays(today(world), b % 50),
    what: 'Meet',
    agreedOn: today(world),
  })),
  onCase('RescheduleNextStep', (world, { a, b }) => ({
    step: `p${a % 5}`,
    owner: 'u-7',
    dueOn: addDays(today(world), (b % 50) - 10),
    reason,
  })),
  onCase('CompleteNextStep', (world, { a, b }) => ({ step: `p${a % 5}`, completedOn: ago(world, b % 15), reason })),
  onCase('CancelNextStep', (_world, { a }) => ({ step: `p${a % 5}`, reason })),
  onCase('ReopenNextStep', (world, { a }) => ({
    step: `p${a % 5}`,
    corrects: revision(world, `improvementCase-${CASE}`, 'NextStepCompleted', 'NextStepCancelled'),
    reason,
  })),
  onCase('AddAction', (world, { a, b }) => ({
    action: `q${a % 4}`,
    outcome: 'o1',
    owner: 'u-7',
    dueOn: addDays(today(world), b % 50),
    what: 'Train',
  })),
  onCase('RebaselineAction', (world, { a, b }) => ({
    action: `q${a % 4}`,
    owner: 'u-7',
    dueOn: addDays(today(world), (b % 50) - 10),
    reason,
  })),
  onCase('CompleteAction', (world, { a, b }) => ({ action: `q${a % 4}`, completedOn: ago(world, b % 15), reason })),
  onCase('RemoveAction', (_world, { a }) => ({ action: `q${a % 4}`, reason })),
  onCase('ReopenAction', (world, { a }) => ({
    action: `q${a % 4}`,
    corrects: revision(world, `improvementCase-${CASE}`, 'ActionCompleted', 'ActionRemoved'),
    reason,
  })),
  onCase('HoldFormalReview', (world, { a, b }) => ({
    review: `v${a % 3}`,
    heldOn: ago(world, b % 8),
    contract: CONTRACT,
    summary: 'Seen',
  })),
  onCase('DecideProgress', (world, { a, b }) => ({
    review: `v${a % 3}`,
    progress: among(['sufficient', 'not-sufficient'], b),
    decidedOn: today(world),
    withoutRecommendation: 'In time',
    reason,
  })),
  onCase('ReviseDecision', (world, { a, b }) => ({
    review: `v${a % 3}`,
    progress: among(['sufficient', 'not-sufficient'], b),
    decidedOn: today(world),
    withoutRecommendation: 'In time',
    corrects: revision(world, `improvementCase-${CASE}`, 'ProgressDecided', 'DecisionRevised'),
    reason,
  })),
  onCase('AssignCaseLead', (_world, { a }) => ({ lead: among([LEAD, 'u-lead-2'], a), reason })),
  onCase('NameCover', (world, { a, b }) => ({
    absent: LEAD,
    ...(a % 2 === 0 ? {} : { cover: 'u-cover' }),
    from: ago(world, a % 5),
    to: addDays(today(world), b % 30),
    reason,
  })),

  onTimeliness('OpenCase', (world, { b }) => ({ area: AREA, cause: 'timeliness', openedOn: ago(world, b % 30), reason })),
  onTimeliness('CorrectCaseOpening', (world, { b }) => ({
    openedOn: ago(world, b % 60),
    corrects: revision(world, `improvementCase-${TIMELINESS}`, 'CaseOpened', 'CaseOpeningCorrected'),
    reason,
  })),
  onTimeliness('CloseCase', (world) => ({ closedOn: today(world), reason })),
  onTimeliness('ReopenCase', (world) => ({ reopenedOn: today(world), reason })),
  onTimeliness('AgreeOutcome', (world) => ({ ...inTime, agreedOn: today(world) })),
  onTimeliness('AchieveOutcome', (world) => ({ outcome: 't1', achievedOn: today(world), reason })),
  onTimeliness('ReinstateOutcome', (world) => ({
    outcome: 't1',
    corrects: revision(world, `improvementCase-${TIMELINESS}`, 'OutcomeAchieved'),
    reason,
  })),
  onTimeliness('ReportTimelinessProgress', (world, { a, b }) => ({ ...progress, report: `u${a % 9}`, reportedOn: ago(world, b % 25) })),
  onTimeliness('CorrectTimelinessProgress', (world, { a, b }) => ({
    ...progress,
    report: `u${a % 9}`,
    reportedOn: ago(world, b % 60),
    corrects: revision(world, `improvementCase-${TIMELINESS}`, ...REPORTED),
    reason,
  })),
  onTimeliness('WithdrawCaseRecord', (world, { a }) => ({
    record: 'timeliness-progress',
    id: `u${a % 9}`,
    corrects: revision(world, `improvementCase-${TIMELINESS}`, ...REPORTED),
    reason,
  })),

  onRisk('RaiseRisk', (world, { b }) => ({
    area: AREA,
    raisedOn: today(world),
    likelihood: 3,
    impact: 3,
    owner: 'u-7',
    nextReviewOn: addDays(today(world), (b % 45) + 1),
    summary: 'Seen',
  })),
  onRisk('CorrectRisk', (world, { a, b }) => ({
    area: AREA,
    raisedOn: today(world),
    likelihood: 3,
    impact: 3,
    owner: 'u-7',
    nextReviewOn: addDays(today(world), (b % 45) + 1),
    summary: 'Seen',
    corrects: revision(world, `risk-${among(['k1', 'k2'], a)}`, 'RiskRaised', 'RiskCorrected'),
    reason,
  })),
  onRisk('ReassessRisk', (world, { b }) => ({
    reassessedOn: ago(world, b % 7),
    likelihood: 2,
    impact: 2,
    nextReviewOn: addDays(today(world), (b % 45) + 1),
    reason,
  })),
  onRisk('CloseRisk', (world) => ({ closedOn: today(world), reason })),
  onRisk('ReopenRisk', (world, { b }) => ({ reopenedOn: today(world), nextReviewOn: addDays(today(world), (b % 45) + 1), reason })),
  onRisk('EscalateRisk', (_world, { b }) => ({
    needs: among([['departmental-intervention'], ['additional-adviser-support']], b),
    reason,
  })),

  onGrant('SubmitQuarterlyReport', (world, { a, b }) => ({
    quarter: addMonths(startOfQuarter(today(world)), -3 * (a % 3)),
    submittedOn: ago(world, b % 12),
    progress: 'Some',
    performance: 'Some',
    impact: 'Some',
    figures: [],
  })),
  onGrant('ReturnQuarterlyReport', (world, { a }) => ({
    quarter: addMonths(startOfQuarter(today(world)), -3 * (a % 3)),
    returnedOn: today(world),
    reason,
  })),
  onGrant('ConfirmEligibility', (world) => ({
    confirmedOn: today(world),
    requirements: ['G12', 'G13', 'G14', 'G15', 'G22'],
    statement: 'As before',
  })),
  onGrant('DecideOnBreach', (world, { a, b }) => ({
    rule: 'G14',
    decision: among(['continue', 'remedy', 'remedy'], a),
    decidedOn: today(world),
    ...(a % 3 === 0 ? {} : { remedyBy: addDays(today(world), (b % 40) + 1) }),
    reason,
  })),
  onPackage('ProposePackage', (world, { b }) => ({
    partner: GRANT,
    recipient: AREA,
    options: ['workforce-development'],
    service: 'send',
    executiveDays: 10,
    managementDays: 30 + (b % 3),
    proposedOn: ago(world, b % 10),
  })),
  onPackage('ApprovePackage', (world, { b }) => ({ approvedOn: ago(world, b % 5), reason })),
  onPackage('ReturnPackage', (world, { b }) => ({ returnedOn: ago(world, b % 5), reason })),
  onPackage('WithdrawPackageAnswer', (world, _chance, id) => ({
    corrects: revision(world, `supportPackage-${id}`, 'PackageApproved', 'PackageReturned'),
    reason,
  })),
  onPackage('WithdrawPackage', () => ({ reason })),
  onPackage('ReinstatePackage', () => ({ reason })),
  onGrant('EndGrant', (world, { a }) => ({ endedOn: ago(world, a % 10), reason })),
  onGrant('ReopenGrant', () => ({ reason })),
  [
    'RecordCareRating',
    (world, { a, b }) =>
      ask(world, 'RecordCareRating', PARTNER_AREA, {
        rating: among(['good', 'inadequate'], a),
        publishedOn: ago(world, b % 12),
        source,
      }),
  ],

  onEscalation('AcknowledgeEscalation', () => ({ reason })),
  onEscalation('ResolveEscalation', () => ({ reason })),
  onEscalation('WithdrawEscalation', () => ({ reason })),
  onEscalation('ReopenEscalation', (world, id) => ({
    corrects: revision(world, `escalation-${id}`, 'EscalationResolved', 'EscalationWithdrawn'),
    reason,
  })),
  onRequirement('WaiveRequirement', () => ({ reason })),
  onRequirement('WithdrawWaiver', (world, id) => ({ corrects: revision(world, `requirement-${id}`, 'RequirementWaived'), reason })),
] satisfies [string, Asking][]);
