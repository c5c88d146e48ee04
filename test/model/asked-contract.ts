import { addDays, addMonths, daysBetween, startOfMonth, type Day } from '@app/calendar';
import { areasOn, type WithAreas } from '@app/domain/contract/contract.areas';
import { ago, among, askedOf, onRecord, reason, revision, today, type Asked } from './asking';
import { AREA, CASE, CONTRACT } from './scene';
import type { World } from './world';

const onContract = askedOf(CONTRACT);
const STREAM = `contract-${CONTRACT}`;
const onContractForArea = askedOf(CONTRACT, ' for an area');
/** Who recommends does not decide (C17). */
const byAdviser = askedOf(CONTRACT, '', { who: 'u-9', role: 'adviser' });

/** First day of the month of the term that was so many months ago. */
export const monthOf = (world: World, back: number): Day => {
  const month = addMonths(startOfMonth(today(world)), -back);
  return month < '2023-10-12' ? '2023-10-12' : month;
};

/** First day of the period of an area that was so many periods ago, as its reporting was increased last. */
const areaPeriodOf = (world: World, back: number): Day => {
  const { from = today(world), periodDays = 14 } = (world.of(STREAM, ['ReportingIncreased']).at(-1)?.event.data ?? {}) as Rhythm;
  const day = ago(world, back * periodDays);
  return addDays(from, Math.floor(daysBetween(from, day) / periodDays) * periodDays);
};
interface Rhythm {
  readonly from?: Day;
  readonly periodDays?: number;
}

const section = (area: string): object => ({ area, outcomes: [{ outcome: 'o1', progress: 'Some', trajectory: 'steady' }], risks: [] });
/** One for each area that is in the contract when the period begins. */
export const sectionsFor = (world: World, period: Day): object[] =>
  areasOn(world.state<{ terms: WithAreas }>(STREAM)!.terms, period).map(section);
const PROGRAMMES = ['safety-valve', 'delivering-better-value'] as const;
const REQUESTED = ['ManagementInformationRequested'];
const PROVIDED = ['ManagementInformationProvided', 'ManagementInformationCorrected'];
const EXTENDED = ['ContractExtended', 'ExtensionCorrected'];
const LIAISED = ['ProgrammeLiaisonRecorded', 'ProgrammeLiaisonCorrected'];

/** What is recorded of the contract. */
export const askedOfContract: Asked = Object.fromEntries([
  onContract('DiscussQualityApproach', (world, { a }) => ({ discussedOn: ago(world, a % 20), approach: 'As set out' })),
  onContract('WithdrawQualityDiscussion', (world) => ({
    corrects: revision(world, STREAM, 'QualityApproachDiscussed', 'QualityApproachCorrected'),
    reason,
  })),
  onContract('CorrectQualityApproach', (world, { a }) => ({
    discussedOn: ago(world, a % 40),
    approach: 'As set out',
    corrects: revision(world, STREAM, 'QualityApproachDiscussed', 'QualityApproachCorrected'),
    reason,
  })),
  onContract('RequestManagementInformation', (world, { a, b }) => ({
    request: `m${a % 9}`,
    requestedOn: ago(world, b % 10),
    dueOn: addDays(today(world), b % 60),
    indicators: 'All',
  })),
  onContract('ProvideManagementInformation', (world, { a, b }) => ({
    request: onRecord(world, STREAM, 'request', REQUESTED, a).id,
    providedOn: ago(world, b % 9),
    information: 'All',
  })),
  onContract('CorrectManagementInformation', (world, { a, b }) => {
    const { id, revision: corrects } = onRecord(world, STREAM, 'request', PROVIDED, a);
    return { request: id, providedOn: ago(world, b % 40), information: 'All', corrects, reason };
  }),
  onContract('CancelManagementInformationRequest', (world, { a }) => ({
    request: onRecord(world, STREAM, 'request', REQUESTED, a).id,
    reason,
  })),
  onContract('WithdrawManagementInformation', (world, { a }) => {
    const { id, revision: corrects } = onRecord(world, STREAM, 'request', PROVIDED, a);
    return { request: id, corrects, reason };
  }),
  onContract('RecordProgrammeLiaison', (world, { a, b }) => ({ area: AREA, programme: among(PROGRAMMES, a), day: ago(world, b % 40) })),
  onContract('CorrectProgrammeLiaison', (world, { a, b }) => ({
    area: AREA,
    programme: among(PROGRAMMES, a),
    day: ago(world, b % 60),
    corrects: revision(world, STREAM, ...LIAISED),
    reason,
  })),
  onContract('WithdrawProgrammeLiaison', (world) => ({ corrects: revision(world, STREAM, ...LIAISED), reason })),
  onContract('AnswerBreak', (_world, { a }) => ({ answer: among(['continue', 'continue', 'terminate'], a), decidedBy: 'u-40', reason })),
  onContract('WithdrawBreakAnswer', (world) => ({ corrects: revision(world, STREAM, 'BreakAnswered'), reason })),
  onContract('GiveExtensionNotice', (world, { b }) => ({ givenOn: ago(world, b % 5), reason })),
  onContract('ExtendContract', (world, { a }) => ({ agreedOn: today(world), months: among([1, 3, 6], a), reason, lateReason: reason })),
  onContract('CorrectExtension', (world, { a }) => ({
    agreedOn: today(world),
    months: among([1, 2, 6], a),
    corrects: revision(world, STREAM, ...EXTENDED),
    reason,
  })),
  onContract('WithdrawExtensionRecord', (world) => ({ corrects: revision(world, STREAM, ...EXTENDED), reason })),
  onContract('SubmitReport', (world, { a, b }) => ({
    period: monthOf(world, a % 3),
    submittedOn: ago(world, b % 12),
    sections: sectionsFor(world, monthOf(world, a % 3)),
  })),
  onContractForArea('SubmitReport', (world, { a, b }) => ({
    period: areaPeriodOf(world, a % 3),
    area: AREA,
    submittedOn: ago(world, b % 5),
    sections: [section(AREA)],
  })),
  onContract('ReturnReport', (world, { a }) => {
    const { period, area } = (among(world.of(STREAM, ['ReportSubmitted']), a)?.event.data ?? {}) as { period?: Day; area?: string };
    return { period, ...(area !== undefined && { area }), reason };
  }),
  onContract('EndContractEarly', (world, { a, b }) => ({
    decidedOn: ago(world, a % 5),
    decidedBy: 'u-40',
    endsOn: ago(world, (a % 5) - (b % 90)),
    reason,
  })),
  onContract('WithdrawEarlyEnd', () => ({ reason })),
  onContract('IncreaseReporting', (_world, { a, b }) => ({
    area: AREA,
    cause: 'minister',
    rhythm: among(['weekly', 'fortnightly'], a + b),
    reason,
  })),
  onContract('EaseReporting', (_world, { b }) => ({ area: AREA, rhythm: among(['monthly', 'monthly', 'fortnightly'], b), reason })),
  onContract('DecideConfidentiality', () => ({ staysConfidential: ['employment'], reason })),
  byAdviser('RecommendProgress', (world, { a, b }) => ({
    review: onRecord(world, `improvementCase-${CASE}`, 'review', ['FormalReviewHeld'], a).id,
    area: AREA,
    recommendedOn: ago(world, b % 6),
    sufficient: false,
    reason,
  })),
  byAdviser('WithdrawRecommendation', (world, { a }) => {
    const { id, revision: corrects } = onRecord(world, STREAM, 'review', ['ProgressRecommended'], a);
    return { review: id, area: AREA, corrects, reason };
  }),
]);
