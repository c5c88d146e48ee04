import { addDays, type Day } from '@app/calendar';
import { ago, among, askedOf, reason, revision, today, type Asked } from './asking';
import { AREA, CASE, CONTRACT, LEAD } from './scene';
import type { World } from './world';

const onCase = askedOf(CASE);

const INSPECTIONS = ['i1', 'i2'];
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
const SUBMITTED = ['ActionPlanSubmitted', 'ActionPlanSubmissionCorrected'];

/** What is recorded of the case that an inspection opened. */
export const askedOfCase: Asked = Object.fromEntries([
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
]);
