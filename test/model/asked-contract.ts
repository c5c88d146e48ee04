import { addDays, addMonths, startOfMonth, type Day } from '@app/calendar';
import { ago, among, askedOf, reason, revision, today, type Asked } from './asking';
import { AREA, CONTRACT } from './scene';
import type { World } from './world';

const onContract = askedOf(CONTRACT);

/** First day of the month of the term that was so many months ago. */
const monthOf = (world: World, back: number): Day => {
  const month = addMonths(startOfMonth(today(world)), -back);
  return month < '2023-10-12' ? '2023-10-12' : month;
};

const section = { area: AREA, outcomes: [{ outcome: 'o1', progress: 'Some', trajectory: 'steady' }], risks: [] };
const PROGRAMMES = ['safety-valve', 'delivering-better-value'] as const;
const LIAISED = ['ProgrammeLiaisonRecorded', 'ProgrammeLiaisonCorrected'];

/** What is recorded of the contract. */
export const askedOfContract: Asked = Object.fromEntries([
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
]);
