import type { RiskEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { inOrder, present } from '../lists';
import { RiskRow, type RiskAssessment } from './risk-register.view';

/** How many assessments are kept. */
const KEPT = 20;

const assessedOn = ({ on }: RiskAssessment): string => on;

type Raised = Extract<RiskEvent, { type: 'RiskRaised' }>['data'];

const rowOf = (data: Raised): RiskRow => {
  const { area, outcome, contract, grant, raisedOn, likelihood, impact, score, owner, nextReviewOn, summary } = data;
  return present({
    area,
    outcome,
    contract,
    grant,
    status: 'open',
    raisedOn,
    likelihood,
    impact,
    score,
    owner,
    nextReviewOn,
    summary,
    mitigations: [],
    assessments: [{ on: raisedOn, likelihood, impact, score }],
  });
};

/** Every risk with its score, owner, mitigations and next review (E1, C15). One row per risk, by its id. */
export const riskRegister = defineProjection<RiskRow, RiskEvent>({
  name: 'risk-register',
  version: 1,
  view: RiskRow,
  fields: everyFieldOf<RiskRow>()(
    'area',
    'outcome',
    'contract',
    'grant',
    'status',
    'raisedOn',
    'likelihood',
    'impact',
    'score',
    'owner',
    'nextReviewOn',
    'summary',
    'needs',
    'closedOn',
    'mitigations',
    'assessments',
  ),
  feed: true,
  columns: {
    area: 'text',
    outcome: 'text',
    contract: 'text',
    grant: 'text',
    owner: 'text',
    status: ['open', 'closed'],
    likelihood: 'integer',
    impact: 'integer',
    score: 'integer',
    raisedOn: 'day',
    nextReviewOn: 'day',
  },
  indexes: [['nextReviewOn'], ['status', 'score'], ['status', 'nextReviewOn'], ['area']],
  key: (_event, { category, streamId }) => (category === 'risk' ? streamId : undefined),
  on: {
    RiskRaised: (_row, data) => rowOf(data),
    RiskCorrected: (row, data) => row && { ...rowOf(data), mitigations: row.mitigations },
    RiskReassessed: (row, { reassessedOn, likelihood, impact, score, nextReviewOn }) =>
      row && {
        ...row,
        likelihood,
        impact,
        score,
        nextReviewOn,
        assessments: inOrder([...row.assessments, { on: reassessedOn, likelihood, impact, score }], assessedOn).slice(-KEPT),
      },
    RiskMitigated: (row, { mitigation, mitigatedOn, owner, what }) =>
      row && { ...row, mitigations: [...row.mitigations, { mitigation, mitigatedOn, owner, what }] },
    MitigationWithdrawn: (row, { mitigation }) =>
      row && { ...row, mitigations: row.mitigations.filter((one) => one.mitigation !== mitigation) },
    RiskEscalated: (row, { needs }) => row && { ...row, needs },
    RiskPassedOn: (row, { owner }) => row && { ...row, owner },
    RiskClosed: (row, { closedOn }) => row && { ...row, status: 'closed', closedOn },
    RiskReopened: (before, { nextReviewOn }) => {
      if (!before) return undefined;
      const { closedOn: _closed, ...row } = before;
      return { ...row, status: 'open', nextReviewOn };
    },
  },
});
