import type { CaseEvent, ContractEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { present } from '../lists';
import { ProgressDecisionRow } from './progress-decisions.view';

type Events =
  | Extract<
      CaseEvent,
      { type: 'FormalReviewHeld' | 'FormalReviewCorrected' | 'ProgressDecided' | 'DecisionRevised' | 'CaseRecordWithdrawn' }
    >
  | Extract<ContractEvent, { type: 'ProgressRecommended' | 'RecommendationWithdrawn' }>;

type Decided = Extract<CaseEvent, { type: 'ProgressDecided' }>['data'];

/** Where the review stands, and whether the two records differ. */
function standing({ differs: _before, ...row }: Omit<ProgressDecisionRow, 'status'> & { status?: string }): ProgressDecisionRow {
  const { progress, recommendedSufficient, contract } = row;
  const waiting = contract !== undefined && recommendedSufficient === undefined ? 'awaiting-recommendation' : 'awaiting-decision';
  const both = progress !== undefined && recommendedSufficient !== undefined;
  return present<ProgressDecisionRow>({
    ...row,
    status: progress === undefined ? waiting : 'decided',
    differs: both ? recommendedSufficient !== (progress === 'sufficient') : undefined,
  });
}

const decided = (row: ProgressDecisionRow, data: Decided, who: string): ProgressDecisionRow =>
  standing({
    ...row,
    decidedOn: data.decidedOn,
    decidedBy: who,
    progress: data.progress,
    decision: data.reason,
    withoutRecommendation: data.withoutRecommendation,
  });

/** What was recommended beside what was decided at each formal review (C17, J8). */
export const progressDecisions = defineProjection<ProgressDecisionRow, Events>({
  name: 'progress-decisions',
  version: 1,
  view: ProgressDecisionRow,
  fields: everyFieldOf<ProgressDecisionRow>()(
    'area',
    'case',
    'review',
    'heldOn',
    'contract',
    'status',
    'recommendedOn',
    'recommendedBy',
    'recommendedSufficient',
    'recommendation',
    'decidedOn',
    'decidedBy',
    'progress',
    'decision',
    'withoutRecommendation',
    'differs',
  ),
  columns: {
    area: 'text',
    case: 'text',
    contract: 'text',
    status: ['awaiting-recommendation', 'awaiting-decision', 'decided'],
    heldOn: 'day',
    decidedOn: 'day',
    recommendedSufficient: 'flag',
    progress: ['sufficient', 'not-sufficient'],
    differs: 'flag',
  },
  indexes: [['heldOn'], ['status', 'heldOn'], ['area']],
  key: ({ type, data }, { category, streamId }) => {
    if (type === 'CaseRecordWithdrawn') return data.record === 'formal-review' ? `${streamId}~${data.id}` : undefined;
    if (category !== 'contract') return `${streamId}~${data.review}`;
    return [`${data.area}~inspection~${data.review}`, `${data.area}~timeliness~${data.review}`];
  },
  on: {
    FormalReviewHeld: (_row, { area, review, heldOn, contract }, { streamId }) =>
      standing(present({ area, case: streamId, review, heldOn, contract })),
    FormalReviewCorrected: (row, { heldOn, contract }) => row && standing(present({ ...row, heldOn, contract })),
    CaseRecordWithdrawn: (row) => row && null,
    ProgressRecommended: (row, { recommendedOn, sufficient, reason }, { streamId, who }) =>
      row?.contract === streamId
        ? standing({ ...row, recommendedOn, recommendedBy: who, recommendedSufficient: sufficient, recommendation: reason })
        : row,
    RecommendationWithdrawn: (before, _data, { streamId }) => {
      if (before?.contract !== streamId) return before;
      const { recommendedOn: _on, recommendedBy: _by, recommendedSufficient: _sufficient, recommendation: _words, ...row } = before;
      return standing(row);
    },
    ProgressDecided: (row, data, { who }) => row && decided(row, data, who),
    DecisionRevised: (row, data, { who }) => row && decided(row, data, who),
  },
});
