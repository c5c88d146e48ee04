import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import { withEntry, type Entries } from '../entries';
import * as events from './risk.events';
import type { RiskEvent } from './risk.events';

/** What a raised risk belongs to and how it stands. */
export interface RiskState {
  readonly status: 'none' | 'open' | 'closed';
  readonly area?: string;
  readonly outcome?: string;
  readonly contract?: string;
  readonly grant?: string;
  readonly owner?: string;
  /** Likelihood times impact. */
  readonly score?: number;
  readonly likelihood?: number;
  readonly impact?: number;
  readonly nextReviewOn?: string;
  /** Day of the latest record of the risk itself: the next one does not lie before it. */
  readonly latestOn?: string;
  /** Revision of the raising, while nothing followed that judged the risk anew. */
  readonly correctable?: number;
  /** By id: whether it stands. */
  readonly mitigations: Entries<boolean>;
}

type Raised = Required<Pick<RiskState, 'area' | 'owner' | 'score' | 'likelihood' | 'impact' | 'nextReviewOn'>> &
  Pick<RiskState, 'outcome' | 'contract' | 'grant'> & { readonly raisedOn: string };

const raised = (data: Raised, correctable: number, { mitigations }: RiskState): RiskState => ({
  status: 'open',
  area: data.area,
  ...(data.outcome !== undefined && { outcome: data.outcome }),
  ...(data.contract !== undefined && { contract: data.contract }),
  ...(data.grant !== undefined && { grant: data.grant }),
  owner: data.owner,
  score: data.score,
  likelihood: data.likelihood,
  impact: data.impact,
  nextReviewOn: data.nextReviewOn,
  latestOn: data.raisedOn,
  correctable,
  mitigations,
});

const movedOn = ({ correctable: _correctable, ...state }: RiskState): RiskState => state;

/** `risk-{id}`: one risk from raising to closing, with its reviews (E1); the state grows with its mitigations only. */
export const riskStream: Stream<RiskState, RiskEvent> = {
  category: 'risk',
  collection: 'risks',
  events: declarationsIn(events),
  initial: () => ({ status: 'none', mitigations: {} }),
  evolve: evolveWith<RiskState, RiskEvent>({
    RiskRaised: (state, data, { revision }) => raised(data, revision, state),
    RiskCorrected: (state, data, { revision }) => raised(data, revision, state),
    RiskReassessed: (state, { likelihood, impact, score, nextReviewOn, reassessedOn }) => ({
      ...movedOn(state),
      likelihood,
      impact,
      score,
      nextReviewOn,
      latestOn: reassessedOn,
    }),
    RiskMitigated: (state, { mitigation }) => ({ ...state, mitigations: withEntry(state.mitigations, mitigation, true) }),
    MitigationWithdrawn: (state, { mitigation }) => ({ ...state, mitigations: withEntry(state.mitigations, mitigation, false) }),
    RiskEscalated: (state) => movedOn(state),
    RiskPassedOn: (state, { owner }) => ({ ...movedOn(state), owner }),
    RiskClosed: (state, { closedOn }) => ({ ...movedOn(state), status: 'closed', latestOn: closedOn }),
    RiskReopened: (state, { reopenedOn, nextReviewOn }) => ({ ...state, status: 'open', nextReviewOn, latestOn: reopenedOn }),
  }),
};
