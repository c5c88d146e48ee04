import type { ApplicationEvent, PartnerEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { changed, inOrder, present, put } from '../lists';
import { PartnerRow, type PartnerEligibility } from './partner-register.view';

type Data<T extends PartnerEvent['type']> = Extract<PartnerEvent, { type: T }>['data'];
type Assessed = Extract<ApplicationEvent, { type: 'EligibilityAssessed' }>['data'];

const ruleOf = ({ area, rule }: PartnerEligibility): string => `${area} ${rule}`;

const withEligibility = (row: PartnerRow, eligibility: readonly PartnerEligibility[]): PartnerRow => ({
  ...row,
  eligibility: inOrder(eligibility, ruleOf),
  eligible: eligibility.every(({ result }) => result === 'met'),
  notMet: [...new Set(eligibility.flatMap(({ rule, result }) => (result === 'not-met' ? [rule] : [])))].sort(),
});

/** A row before its grant: who applies, and how they stand. */
const applicant = (key: string, application: string): PartnerRow => {
  const [area = '', programme = ''] = key.split('~');
  return {
    area,
    others: [],
    programme,
    application,
    status: 'applicant',
    atDiscretion: false,
    awards: [],
    eligible: false,
    notMet: [],
    eligibility: [],
    doubted: [],
    reports: [],
    confirmations: [],
  };
};

const assessed = (row: PartnerRow, { areas, assessedOn }: Assessed): PartnerRow =>
  withEligibility(
    { ...row, others: areas.map(({ area }) => area).filter((area) => area !== row.area) },
    areas.flatMap(({ area, results }) =>
      results.map(({ rule, result, route, value, balance, threshold, fact }) =>
        present({ area, rule, result, since: assessedOn, route, value, balance, threshold, fact }),
      ),
    ),
  );

interface Judgement {
  readonly area: string;
  readonly matter: 'route-c' | 'excellence';
  readonly judgement: 'met' | 'not-met';
  readonly judgedOn: string;
}

/** A person's judgement of evidence is the result of its rule: G22, or G12 where that stands under route (c) (reading 5). */
const judged = (row: PartnerRow, { area, matter, judgement, judgedOn }: Judgement): PartnerRow =>
  withEligibility(
    row,
    changed(
      row.eligibility,
      (one) => one.area === area && (matter === 'excellence' ? one.rule === 'G22' : one.rule === 'G12' && one.route === 'c'),
      (one) => ({ ...one, result: judgement, since: judgedOn }),
    ),
  );

const judgedByFact = (row: PartnerRow, data: Data<'EligibilityBreached'>, result: 'met' | 'not-met'): PartnerRow => {
  const { area, rule, effectiveOn, route, value, balance, threshold, fact } = data;
  const one = present<PartnerEligibility>({ area, rule, result, since: effectiveOn, route, value, balance, threshold, fact });
  return withEligibility(
    row,
    put(row.eligibility, (known) => known.area === area && known.rule === rule, one, ruleOf),
  );
};

const withPence = (row: PartnerRow, award: string, pence: number): PartnerRow => ({
  ...row,
  awards: changed(
    row.awards,
    (one) => one.award === award,
    (one) => ({ ...one, pence }),
  ),
});

const undecided = ({ decision: _decision, remedyBy: _remedyBy, ...one }: PartnerEligibility): PartnerEligibility => one;

const onReport = (row: PartnerRow, quarter: string, status: 'submitted' | 'returned' | 'accepted'): PartnerRow => ({
  ...row,
  reports: changed(
    row.reports,
    (one) => one.quarter === quarter,
    (one) => ({ ...one, status }),
  ),
});

const quarterOf = ({ quarter }: { quarter: string }): string => quarter;
const fromOf = ({ from }: { from: string }): string => from;

/** Partners and assessed applicants with eligibility per rule and why, awards, reports and confirmations (G12 to G19, G22). */
export const partnerRegister = defineProjection<PartnerRow, PartnerEvent | ApplicationEvent>({
  name: 'partner-register',
  version: 2,
  view: PartnerRow,
  fields: everyFieldOf<PartnerRow>()(
    'area',
    'others',
    'programme',
    'application',
    'status',
    'atDiscretion',
    'engagedOn',
    'terminatedOn',
    'claimableUntil',
    'endedOn',
    'awards',
    'eligible',
    'notMet',
    'eligibility',
    'doubted',
    'reports',
    'confirmations',
  ),
  feed: true,
  columns: {
    area: 'text',
    others: 'texts',
    programme: 'text',
    status: ['applicant', 'withdrawn', 'declined', 'engaged', 'terminated', 'ended'],
    eligible: 'flag',
    notMet: 'texts',
    atDiscretion: 'flag',
    engagedOn: 'day',
  },
  indexes: [['area'], ['status', 'area']],
  key: (_event, { category, streamId }) => (category === 'partner' ? streamId : undefined),
  follows: (event, { stream }) =>
    event.type === 'ApplicationStarted' ? [{ stream, key: `${event.data.lead}~${event.data.programme}` }] : [],
  on: {
    EligibilityAssessed: (row, data, { streamId }, key) => {
      if (row?.engagedOn !== undefined) return row;
      return assessed(row?.application === streamId ? row : applicant(key, streamId), data);
    },
    EvidenceJudged: (row, data, { streamId }) => (row?.application === streamId ? judged(row, data) : row),
    ApplicationWithdrawn: (row, _data, { streamId }) => (row?.application === streamId ? { ...row, status: 'withdrawn' } : row),
    ApplicationDeclined: (row, _data, { streamId }) => (row?.application === streamId ? { ...row, status: 'declined' } : row),
    ApplicationReopened: (row, _data, { streamId }) =>
      row?.application === streamId && (row.status === 'withdrawn' || row.status === 'declined') ? { ...row, status: 'applicant' } : row,

    PartnerEngaged: (row, { others, award, application, pence, from, until, engagedOn }, _meta, key) => ({
      ...(row?.application === application ? row : applicant(key, application)),
      others,
      status: 'engaged',
      engagedOn,
      awards: [{ award, pence, from, until }],
    }),
    PartnerEngagementWithdrawn: (before) => {
      if (!before) return undefined;
      const { engagedOn: _engaged, ...row } = before;
      const eligibility = row.eligibility.map(undecided);
      return { ...row, status: 'applicant', awards: [], eligibility, doubted: [], reports: [], confirmations: [] };
    },
    PartnerEngagedAtDiscretion: (_row, { area, programme, award, pence, from, until, engagedOn }) => ({
      area,
      others: [],
      programme,
      status: 'engaged',
      atDiscretion: true,
      engagedOn,
      awards: [present({ award, pence, from, until })],
      notMet: [],
      eligibility: [],
      doubted: [],
      reports: [],
      confirmations: [],
    }),
    EngagementAtDiscretionCorrected: (row, { award, previousAward, pence, from, until, engagedOn }) =>
      row && {
        ...row,
        engagedOn,
        awards: inOrder(
          [...row.awards.filter((one) => one.award !== undefined && one.award !== previousAward), present({ award, pence, from, until })],
          fromOf,
        ),
      },
    EngagementAtDiscretionWithdrawn: () => null,
    GrantExtended: (row, { award, pence, from, until }) =>
      row && { ...row, awards: inOrder([...row.awards, { award, pence, from, until }], fromOf) },
    GrantExtensionWithdrawn: (row, { award }) => row && { ...row, awards: row.awards.filter((one) => one.award !== award) },
    AwardReduced: (row, { award, pence }) => row && withPence(row, award, pence),
    AwardReductionReversed: (row, { award, pence }) => row && withPence(row, award, pence),
    GrantEnded: (row, { endedOn }) => row && { ...row, status: 'ended', endedOn },
    GrantReopened: (before) => {
      if (!before) return undefined;
      const { endedOn: _ended, ...row } = before;
      return { ...row, status: row.terminatedOn === undefined ? 'engaged' : 'terminated' };
    },
    WorkTerminated: (row, { terminatedOn, claimableUntil }) => row && { ...row, status: 'terminated', terminatedOn, claimableUntil },
    TerminationReversed: (before) => {
      if (!before) return undefined;
      const { terminatedOn: _terminated, claimableUntil: _claimable, ...row } = before;
      return { ...row, status: 'engaged', eligibility: row.eligibility.map(undecided) };
    },

    EligibilityBreached: (row, data) => row && judgedByFact(row, data, 'not-met'),
    EligibilityRestored: (row, data) => row && judgedByFact(row, data, 'met'),
    BreachDecided: (row, { area, rule, decision, remedyBy }) =>
      row && {
        ...row,
        eligibility: changed(
          row.eligibility,
          (one) => one.area === area && one.rule === rule,
          (one) => present({ ...undecided(one), decision, remedyBy }),
        ),
      },
    ExcellenceDoubted: (row, { area }) => row && { ...row, doubted: [...row.doubted.filter((one) => one !== area), area] },
    ExcellenceDoubtWithdrawn: (row, { area }) => row && { ...row, doubted: row.doubted.filter((one) => one !== area) },
    EvidenceJudgedAgain: (row, data) => {
      if (!row) return undefined;
      return judged(data.matter === 'excellence' ? { ...row, doubted: row.doubted.filter((one) => one !== data.area) } : row, data);
    },

    QuarterlyReportSubmitted: (row, { quarter, submittedOn }) =>
      row && {
        ...row,
        reports: put(row.reports, (one) => one.quarter === quarter, { quarter, status: 'submitted', submittedOn }, quarterOf),
      },
    QuarterlyReportReturned: (row, { quarter }) => row && onReport(row, quarter, 'returned'),
    QuarterlyReportAccepted: (row, { quarter }) => row && onReport(row, quarter, 'accepted'),
    QuarterlyReportAcceptanceReversed: (row, { quarter }) => row && onReport(row, quarter, 'submitted'),
    EligibilityConfirmed: (row, { yearFrom, confirmedOn }) =>
      row && {
        ...row,
        confirmations: put(
          row.confirmations,
          (one) => one.yearFrom === yearFrom,
          { yearFrom, confirmedOn },
          (one) => one.yearFrom,
        ),
      },
    EligibilityConfirmationWithdrawn: (row, { yearFrom }) =>
      row && { ...row, confirmations: row.confirmations.filter((one) => one.yearFrom !== yearFrom) },
  },
});
