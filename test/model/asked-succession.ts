import { addDays, type Day } from '@app/calendar';
import { ago, among, askedOf, onRecord, reason, revision, today, type Asked, type Asking } from './asking';
import { inTime } from './asked-timeliness';
import { AREA, CONTRACT, source, SUCCESSOR, SUCCESSOR_CASE } from './scene';

const onContract = askedOf(CONTRACT);
const onSuccessor = askedOf(SUCCESSOR, ' of the successor');
const onContractForSuccessor = askedOf(CONTRACT, ' of the successor');
const onCase = askedOf(SUCCESSOR_CASE, ' of the successor');
const STREAM = `contract-${CONTRACT}`;
const REPORTED = ['TimelinessProgressReported', 'TimelinessProgressCorrected'];

/** What is recorded of a local area that takes the place of another one, and of the duties that it takes over (reading 26). */
export const askedOfSuccession: Asked = Object.fromEntries([
  askedOf(AREA)('SucceedLocalArea', (world, { b }) => ({
    successors: [SUCCESSOR],
    succeededOn: ago(world, b % 60),
    reason,
    source,
  })),
  onContract('PassAreaToSuccessors', (world, { a, b }) => ({
    predecessor: AREA,
    successors: [SUCCESSOR],
    from: among<Day>([today(world), ago(world, b % 30), addDays(today(world), b % 40)], a),
    reason,
  })),
  onContract('WithdrawAreaPassing', (world) => ({ corrects: revision(world, STREAM, 'AreaPassedToSuccessors'), reason })),
  onSuccessor('RecordInterventionJoining', (world, { b }) => ({
    programme: 'safety-valve',
    from: ago(world, b % 60),
    advisers: b % 4 > 0,
    source,
  })),
  onSuccessor('RecordInterventionLeaving', (world, { b }) => ({ programme: 'safety-valve', leftOn: ago(world, b % 30), source })),
  onContractForSuccessor('RecordProgrammeLiaison', (world, { b }) => ({
    area: SUCCESSOR,
    programme: 'safety-valve',
    day: ago(world, b % 30),
  })),
  onContractForSuccessor('IncreaseReporting', (_world, { a }) => ({
    area: SUCCESSOR,
    cause: 'minister',
    rhythm: among(['weekly', 'fortnightly'], a),
    reason,
  })),
  onCase('OpenCase', (world, { b }) => ({ area: SUCCESSOR, cause: 'timeliness', openedOn: ago(world, b % 30), reason })),
  onCase('AgreeOutcome', (world) => ({ ...inTime, agreedOn: today(world) })),
  onCase('ReportTimelinessProgress', (world, { a, b }) => ({
    progress: 'Some',
    adherence: 'Mostly',
    trajectory: 'steady',
    report: `u${a % 9}`,
    reportedOn: ago(world, b % 25),
  })),
  onCase('WithdrawCaseRecord', (world, { a }) => {
    const { id, revision: corrects } = onRecord(world, `improvementCase-${SUCCESSOR_CASE}`, 'report', REPORTED, a);
    return { record: 'timeliness-progress', id, corrects, reason };
  }),
] satisfies [string, Asking][]);
