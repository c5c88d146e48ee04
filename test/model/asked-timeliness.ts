import { ago, askedOf, onRecord, reason, revision, today, type Asked } from './asking';
import { AREA, TIMELINESS } from './scene';

const onTimeliness = askedOf(TIMELINESS, ' on timeliness');
const STREAM = `improvementCase-${TIMELINESS}`;

const REPORTED = ['TimelinessProgressReported', 'TimelinessProgressCorrected'];
export const inTime = { outcome: 't1', kind: 'timeliness', words: 'As agreed', measures: ['In 20 weeks'] };
const progress = { progress: 'Some', adherence: 'Mostly', trajectory: 'steady' };

/** What is recorded of the case that was opened because plans are late. */
export const askedOfTimeliness: Asked = Object.fromEntries([
  onTimeliness('OpenCase', (world, { b }) => ({ area: AREA, cause: 'timeliness', openedOn: ago(world, b % 30), reason })),
  onTimeliness('CorrectCaseOpening', (world, { b }) => ({
    openedOn: ago(world, b % 60),
    corrects: revision(world, STREAM, 'CaseOpened', 'CaseOpeningCorrected'),
    reason,
  })),
  onTimeliness('CloseCase', (world) => ({ closedOn: today(world), reason })),
  onTimeliness('ReopenCase', (world) => ({ reopenedOn: today(world), reason })),
  onTimeliness('AgreeOutcome', (world) => ({ ...inTime, agreedOn: today(world) })),
  onTimeliness('AchieveOutcome', (world) => ({ outcome: 't1', achievedOn: today(world), reason })),
  onTimeliness('ReinstateOutcome', (world) => ({
    outcome: 't1',
    corrects: revision(world, STREAM, 'OutcomeAchieved'),
    reason,
  })),
  onTimeliness('ReportTimelinessProgress', (world, { a, b }) => ({ ...progress, report: `u${a % 9}`, reportedOn: ago(world, b % 25) })),
  onTimeliness('CorrectTimelinessProgress', (world, { a, b }) => {
    const { id, revision: corrects } = onRecord(world, STREAM, 'report', REPORTED, a);
    return { ...progress, report: id, reportedOn: ago(world, b % 60), corrects, reason };
  }),
  onTimeliness('WithdrawCaseRecord', (world, { a }) => {
    const { id, revision: corrects } = onRecord(world, STREAM, 'report', REPORTED, a);
    return { record: 'timeliness-progress', id, corrects, reason };
  }),
]);
