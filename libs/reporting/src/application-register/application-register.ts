import type { ApplicationEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { present, put } from '../lists';
import { ApplicationRow } from './application-register.view';

const itself = (id: string): string => id;
const having = (ids: readonly string[], id: string): string[] => put(ids, (one) => one === id, id, itself);
const lacking = (ids: readonly string[], id: string): string[] => ids.filter((one) => one !== id);

/** Every application: what it holds, how it was assessed, what became of it (G4 to G9, G12 to G15, G22). */
export const applicationRegister = defineProjection<ApplicationRow, ApplicationEvent>({
  name: 'application-register',
  version: 1,
  view: ApplicationRow,
  fields: everyFieldOf<ApplicationRow>()(
    'programme',
    'lead',
    'others',
    'status',
    'strengths',
    'examples',
    'options',
    'days',
    'dayCostsPence',
    'overheadsPence',
    'totalPence',
    'declared',
    'submittedAt',
    'refusedAsLateAt',
    'assessedOn',
    'eligible',
    'assessed',
    'judged',
    'merit',
    'decidedOn',
  ),
  columns: {
    programme: 'text',
    lead: 'text',
    others: 'texts',
    status: ['draft', 'submitted', 'withdrawn', 'accepted', 'declined'],
    submittedAt: 'instant',
    eligible: 'flag',
    totalPence: 'integer',
    decidedOn: 'day',
  },
  indexes: [['programme', 'status'], ['lead']],
  key: (_event, { category, streamId }) => (category === 'application' ? streamId : undefined),
  on: {
    ApplicationStarted: (_row, { programme, lead, others }) => ({
      programme,
      lead,
      others,
      status: 'draft',
      strengths: [],
      examples: [],
      options: [],
      declared: [],
      refusedAsLateAt: [],
      assessed: [],
      judged: [],
    }),
    StrengthEvidenced: (row, { strength }) => row && { ...row, strengths: having(row.strengths, strength) },
    StrengthWithdrawn: (row, { strength }) => row && { ...row, strengths: lacking(row.strengths, strength) },
    PeerSupportExampleAdded: (row, { example }) => row && { ...row, examples: having(row.examples, example) },
    PeerSupportExampleWithdrawn: (row, { example }) => row && { ...row, examples: lacking(row.examples, example) },
    SupportOptionOffered: (row, { option, strengths }) =>
      row && {
        ...row,
        options: put(
          row.options,
          (one) => one.option === option,
          { option, strengths },
          (one) => one.option,
        ),
      },
    SupportOptionWithdrawn: (row, { option }) => row && { ...row, options: row.options.filter((one) => one.option !== option) },
    ProposalCosted: (row, { days, dayCostsPence, overheadsPence, totalPence }) =>
      row && { ...row, days: days.reduce((sum, line) => sum + line.days, 0), dayCostsPence, overheadsPence, totalPence },
    EligibilityDeclared: (row, { area, requirement }) =>
      row && {
        ...row,
        declared: put(
          row.declared,
          (one) => one.area === area && one.requirement === requirement,
          { area, requirement },
          (one) => `${one.area} ${one.requirement}`,
        ),
      },
    ApplicationSubmitted: (row, { receivedAt }) => row && { ...row, status: 'submitted', submittedAt: receivedAt },
    LateSubmissionRefused: (row, { receivedAt }) => row && { ...row, refusedAsLateAt: [...row.refusedAsLateAt, receivedAt] },
    EligibilityAssessed: (row, { assessedOn, eligible, areas }) =>
      row && {
        ...row,
        assessedOn,
        eligible,
        assessed: areas.flatMap(({ area, results }) =>
          results.map(({ rule, result, route, value, balance, threshold, fact }) =>
            present({ area, rule, result, route, value, balance, threshold, fact }),
          ),
        ),
      },
    EvidenceJudged: (row, { area, matter, judgement, judgedOn }) =>
      row && {
        ...row,
        judged: put(
          row.judged,
          (one) => one.area === area && one.matter === matter,
          { area, matter, judgement, judgedOn },
          (one) => `${one.area} ${one.matter}`,
        ),
      },
    MeritAssessed: (row, { recommendation }) => row && { ...row, merit: recommendation },
    ApplicationWithdrawn: (row) => row && { ...row, status: 'withdrawn' },
    ApplicationAccepted: (row, { acceptedOn }) => row && { ...row, status: 'accepted', decidedOn: acceptedOn },
    ApplicationDeclined: (row, { declinedOn }) => row && { ...row, status: 'declined', decidedOn: declinedOn },
    ApplicationReopened: (before, { status }) => {
      if (!before) return undefined;
      const { decidedOn: _decided, ...row } = before;
      return { ...row, status };
    },
  },
});
