import { addDays, addMonths, startOfQuarter } from '@app/calendar';
import { ago, among, askedOf, onRecord, reason, revision, today, type Asked, type Chance } from './asking';
import { AREA, GRANT, PARTNER_AREA, source } from './scene';

const onGrant = askedOf(GRANT);
const packageId = ({ a }: Chance): string => among(['g1', 'g2'], a);
const onPackage = askedOf(packageId);
const onPartnerArea = askedOf(PARTNER_AREA, ' of the partner');

/** What is recorded of a grant, of the packages in it, and of the partner's own local area. */
export const askedOfGrant: Asked = Object.fromEntries([
  onGrant('SubmitQuarterlyReport', (world, { a, b }) => ({
    quarter: addMonths(startOfQuarter(today(world)), -3 * (a % 3)),
    submittedOn: ago(world, b % 12),
    progress: 'Some',
    performance: 'Some',
    impact: 'Some',
    figures: [],
  })),
  onGrant('ReturnQuarterlyReport', (world, { a }) => ({
    quarter: onRecord(world, `partner-${GRANT}`, 'quarter', ['QuarterlyReportSubmitted'], a).id,
    returnedOn: today(world),
    reason,
  })),
  onGrant('ConfirmEligibility', (world) => ({
    confirmedOn: today(world),
    requirements: ['G12', 'G13', 'G14', 'G15', 'G22'],
    statement: 'As before',
  })),
  onGrant('DecideOnBreach', (world, { a, b }) => ({
    rule: among(['G14', 'G14', 'G22'], b),
    decidedOn: today(world),
    ...among(
      [
        { decision: 'continue' },
        { decision: 'terminate', claimableUntil: addDays(today(world), 30) },
        { decision: 'remedy', remedyBy: addDays(today(world), (b % 40) + 1) },
      ],
      a,
    ),
    reason,
  })),
  onGrant('ReverseTermination', () => ({ reason })),
  onGrant('DoubtExcellence', (world, { b }) => ({ doubtedOn: ago(world, b % 10), reason })),
  onGrant('WithdrawDoubt', () => ({ reason })),
  onGrant('JudgeEvidenceAgain', (world, { a }) => ({
    matter: 'excellence',
    judgement: among(['met', 'met', 'not-met'], a),
    judgedOn: today(world),
    reason,
  })),
  onGrant('WithdrawEligibilityConfirmation', (world, { a }) => ({
    yearFrom: onRecord(world, `partner-${GRANT}`, 'yearFrom', ['EligibilityConfirmed'], a).id,
    reason,
  })),
  onGrant('EndGrant', (world, { a }) => ({ endedOn: ago(world, a % 10), reason })),
  onGrant('ReopenGrant', () => ({ reason })),
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
  onPackage('WithdrawPackageAnswer', (world, chance) => ({
    corrects: revision(world, `supportPackage-${packageId(chance)}`, 'PackageApproved', 'PackageReturned'),
    reason,
  })),
  onPackage('WithdrawPackage', () => ({ reason })),
  onPackage('ReinstatePackage', () => ({ reason })),
  onPartnerArea('WithdrawFact', (world) => ({ corrects: revision(world, `localArea-${PARTNER_AREA}`, 'CareRatingRecorded'), reason })),
  onPartnerArea('RecordCareRating', (world, { a, b }) => ({
    rating: among(['good', 'inadequate'], a),
    publishedOn: ago(world, b % 12),
    source,
  })),
]);
