import { addDays } from '@app/calendar';
import { ago, among, askedOf, onRecord, reason, revision, today, type Asked, type Chance } from './asking';
import { AREA, source } from './scene';
import type { World } from './world';

const onArea = askedOf(AREA);
const STREAM = `localArea-${AREA}`;
const known = (world: World, field: string, types: readonly string[], { a }: Chance) => onRecord(world, STREAM, field, types, a);
const riskId = ({ a }: Chance): string => among(['k1', 'k2'], a);
const onRisk = askedOf(riskId);

const inspection = (world: World, { a, b }: Chance): object => ({
  inspection: among(INSPECTIONS, a),
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
const INSPECTED = ['InspectionRecorded', 'InspectionCorrected'];
const ISSUED = ['ImprovementNoticeIssued', 'ImprovementNoticeCorrected'];
const PROGRAMMES = ['safety-valve', 'delivering-better-value'] as const;

/** What is recorded of a local area and of the risks in it. */
export const askedOfArea: Asked = Object.fromEntries([
  onArea('RecordInspection', inspection),
  onArea('RecordInspectionReceipt', (world, chance) => ({
    inspection: known(world, 'inspection', INSPECTED, chance).id,
    receivedOn: ago(world, chance.b % 60),
    source,
  })),
  onArea('CorrectInspection', (world, chance) => {
    const { id, revision: corrects } = known(world, 'inspection', INSPECTED, chance);
    return { ...inspection(world, chance), inspection: id, corrects, reason };
  }),
  onArea('WithdrawFact', (world, { a }) => ({
    corrects: revision(
      world,
      STREAM,
      ...among([INSPECTED, ['ImprovementNoticeIssued'], ['InterventionProgrammeJoined', 'InterventionMembershipCorrected']], a),
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
    corrects: revision(world, STREAM, 'InterventionProgrammeJoined', 'InterventionMembershipCorrected'),
    source,
    reason,
  })),
  onArea('IssueImprovementNotice', (world, { a, b }) => ({
    notice: `n${a % 2}`,
    issuedOn: ago(world, 6),
    steps: steps(world, { a, b }),
    source,
  })),
  onArea('CorrectImprovementNotice', (world, chance) => {
    const { id, revision: corrects } = known(world, 'notice', ISSUED, chance);
    return { notice: id, issuedOn: ago(world, 6), steps: steps(world, { a: chance.b, b: chance.a }), source, corrects, reason };
  }),
  onArea('VaryImprovementNotice', (world, chance) => ({
    notice: known(world, 'notice', ISSUED, chance).id,
    variedOn: today(world),
    steps: steps(world, { a: chance.b, b: chance.a }),
    reason,
  })),
  onArea('ConfirmNoticeStep', (world, chance) => ({
    notice: known(world, 'notice', ISSUED, chance).id,
    step: among(['s3', 's2', 's1'], chance.b),
    confirmedOn: today(world),
    reason,
  })),
  onArea('WithdrawNoticeStepConfirmation', (world, chance) => {
    const { id, revision: corrects, said } = known(world, 'step', ['ImprovementNoticeStepConfirmed'], chance);
    return { notice: said.notice, step: id, corrects, reason };
  }),
  onArea('LiftImprovementNotice', (world, chance) => ({
    notice: known(world, 'notice', ISSUED, chance).id,
    liftedOn: today(world),
    reason,
  })),
  onArea('ReinstateImprovementNotice', (world, chance) => {
    const { id, revision: corrects } = known(world, 'notice', ['ImprovementNoticeLifted'], chance);
    return { notice: id, corrects, reason };
  }),
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
]);
