import { addDays, type Day } from '@app/calendar';
import { ago, among, askedOf, onRecord, reason, revision, today, type Asked, type Chance } from './asking';
import { AREA, CASE, CONTRACT } from './scene';
import type { World } from './world';

const onCase = askedOf(CASE);
const STREAM = `improvementCase-${CASE}`;
/** One of its own things on record. */
const known = (world: World, field: string, types: readonly string[], { a }: Chance) => onRecord(world, STREAM, field, types, a);

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
type DiveKind = 'six-monthly' | 'apa';
/** On every outcome of its kind that stood on the day. */
const dive = (world: World, deepDive: string, kind: DiveKind, heldOn: Day): object => {
  const { outcomes = {} } = world.state<{ outcomes: Outcomes }>(STREAM) ?? {};
  const findings = Object.entries(outcomes)
    .filter(([, { agreedOn, ended }]) => agreedOn <= heldOn && (ended === undefined || ended.on > heldOn))
    .filter(([, outcome]) => kind === 'six-monthly' || outcome.kind === 'apa')
    .map(([outcome]) => ({ ...finding, outcome }));
  return { deepDive, kind, heldOn, linesOfEnquiry: 'Plans', progressMade: 'Some', findings };
};
const otherKind = (kind: DiveKind): DiveKind => (kind === 'apa' ? 'six-monthly' : 'apa');
const SUBMITTED = ['ActionPlanSubmitted', 'ActionPlanSubmissionCorrected'];
const SCHEDULED = ['DeepDiveScheduled'];
const DIVES = ['DeepDiveRecorded', 'DeepDiveCorrected'];
const STOCKTAKES = ['StocktakeRecorded', 'StocktakeCorrected'];
const REVIEWS = ['FormalReviewHeld', 'FormalReviewCorrected'];
const DECIDED = ['ProgressDecided', 'DecisionRevised'];

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
    corrects: revision(world, STREAM, 'CaseOpened', 'CaseOpeningCorrected'),
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
  onCase('WithdrawOutcome', (world, { a }) => ({ outcome: among(['o1', 'o2'], a), withdrawnOn: today(world), reason })),
  onCase('ReinstateOutcome', (world, chance) => {
    const { id, revision: corrects } = known(world, 'outcome', ['OutcomeAchieved', 'OutcomeWithdrawn'], chance);
    return { outcome: id, corrects, reason };
  }),
  onCase('SubmitActionPlan', (world, { a, b }) => ({ inspection: among(INSPECTIONS, a), to: ['ofsted'], submittedOn: ago(world, b % 9) })),
  onCase('WithdrawActionPlan', (world, chance) => {
    const { id, revision: corrects } = known(world, 'inspection', SUBMITTED, chance);
    return { inspection: id, corrects, reason };
  }),
  onCase('CorrectActionPlanSubmission', (world, chance) => {
    const { id, revision: corrects } = known(world, 'inspection', SUBMITTED, chance);
    return { inspection: id, to: ['care-quality-commission'], submittedOn: ago(world, chance.b % 9), corrects, reason };
  }),
  onCase('ReturnActionPlan', (world, chance) => ({
    inspection: known(world, 'inspection', SUBMITTED, chance).id,
    by: ['ofsted'],
    returnedOn: today(world),
    dueOn: addDays(today(world), chance.b % 40),
    reason,
  })),
  onCase('WithdrawActionPlanAnswer', (world, chance) => {
    const { id, revision: corrects } = known(world, 'inspection', ['ActionPlanReturned'], chance);
    return { inspection: id, corrects, reason };
  }),
  onCase('ScheduleDeepDive', (world, { a, b }) => ({ deepDive: `x${a % 9}`, outcome: 'o2', scheduledFor: addDays(today(world), b % 60) })),
  onCase('RescheduleDeepDive', (world, chance) => ({
    deepDive: known(world, 'deepDive', SCHEDULED, chance).id,
    scheduledFor: addDays(today(world), (chance.b % 60) - 10),
    reason,
  })),
  onCase('CancelDeepDive', (world, chance) => ({ deepDive: known(world, 'deepDive', SCHEDULED, chance).id, reason })),
  onCase('RecordDeepDive', (world, chance) => {
    const heldOn = ago(world, chance.b % 25);
    const scheduled = known(world, 'deepDive', SCHEDULED, chance).id;
    const held = chance.b % 2 === 0 ? dive(world, scheduled, 'apa', heldOn) : dive(world, `d${chance.a % 9}`, 'six-monthly', heldOn);
    return { ...held, nextSteps: [] };
  }),
  onCase('CorrectDeepDive', (world, chance) => {
    const { id, revision: corrects, said } = known(world, 'deepDive', DIVES, chance);
    const kind = chance.b % 4 === 0 ? otherKind(said.kind) : said.kind;
    return { ...dive(world, id, kind, ago(world, chance.b % 90)), corrects, reason };
  }),
  onCase('RecordStocktake', (world, { a, b }) => ({ stocktake: `t${a % 9}`, heldOn: ago(world, b % 25), partners, summary: 'Growing' })),
  onCase('CorrectStocktake', (world, chance) => {
    const { id, revision: corrects } = known(world, 'stocktake', STOCKTAKES, chance);
    return { stocktake: id, heldOn: ago(world, chance.b % 90), partners, summary: 'Growing', corrects, reason };
  }),
  onCase('WithdrawCaseRecord', (world, chance) => {
    const [record, field, types] = among(
      [
        ['deep-dive', 'deepDive', DIVES],
        ['stocktake', 'stocktake', STOCKTAKES],
        ['formal-review', 'review', REVIEWS],
      ] as const,
      chance.b,
    );
    const { id, revision: corrects } = known(world, field, types, chance);
    return { record, id, corrects, reason };
  }),
  onCase('AgreeNextStep', (world, { a, b }) => ({
    step: `p${a % 9}`,
    owner: 'u-7',
    dueOn: addDays(today(world), b % 50),
    what: 'Meet',
    agreedOn: today(world),
  })),
  onCase('RescheduleNextStep', (world, chance) => ({
    step: known(world, 'step', ['NextStepAgreed'], chance).id,
    owner: 'u-7',
    dueOn: addDays(today(world), (chance.b % 50) - 10),
    reason,
  })),
  onCase('CompleteNextStep', (world, chance) => ({
    step: known(world, 'step', ['NextStepAgreed'], chance).id,
    completedOn: ago(world, chance.b % 15),
    reason,
  })),
  onCase('CancelNextStep', (world, chance) => ({ step: known(world, 'step', ['NextStepAgreed'], chance).id, reason })),
  onCase('ReopenNextStep', (world, chance) => {
    const { id, revision: corrects } = known(world, 'step', ['NextStepCompleted', 'NextStepCancelled'], chance);
    return { step: id, corrects, reason };
  }),
  onCase('AddAction', (world, { a, b }) => ({
    action: `q${a % 9}`,
    outcome: 'o1',
    owner: 'u-7',
    dueOn: addDays(today(world), b % 50),
    what: 'Train',
  })),
  onCase('RebaselineAction', (world, chance) => ({
    action: known(world, 'action', ['ActionAdded'], chance).id,
    owner: 'u-7',
    dueOn: addDays(today(world), (chance.b % 50) - 10),
    reason,
  })),
  onCase('CompleteAction', (world, chance) => ({
    action: known(world, 'action', ['ActionAdded'], chance).id,
    completedOn: ago(world, chance.b % 15),
    reason,
  })),
  onCase('RemoveAction', (world, chance) => ({ action: known(world, 'action', ['ActionAdded'], chance).id, reason })),
  onCase('ReopenAction', (world, chance) => {
    const { id, revision: corrects } = known(world, 'action', ['ActionCompleted', 'ActionRemoved'], chance);
    return { action: id, corrects, reason };
  }),
  onCase('HoldFormalReview', (world, { a, b }) => ({
    review: `v${a % 5}`,
    heldOn: ago(world, b % 8),
    contract: CONTRACT,
    summary: 'Seen',
  })),
  onCase('CorrectFormalReview', (world, chance) => {
    const { id, revision: corrects } = known(world, 'review', REVIEWS, chance);
    const contract = chance.b % 4 === 0 ? {} : { contract: CONTRACT };
    return { review: id, heldOn: ago(world, chance.b % 30), ...contract, summary: 'Seen', corrects, reason };
  }),
  onCase('DecideProgress', (world, chance) => ({
    review: known(world, 'review', REVIEWS, chance).id,
    progress: among(['sufficient', 'not-sufficient'], chance.b),
    decidedOn: today(world),
    withoutRecommendation: 'In time',
    reason,
  })),
  onCase('ReviseDecision', (world, chance) => {
    const { id, revision: corrects } = known(world, 'review', DECIDED, chance);
    return {
      review: id,
      progress: among(['sufficient', 'not-sufficient'], chance.b),
      decidedOn: today(world),
      withoutRecommendation: 'In time',
      corrects,
      reason,
    };
  }),
]);
