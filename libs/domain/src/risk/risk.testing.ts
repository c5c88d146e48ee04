import type { Actor } from '@app/event-sourcing';
import { RiskClosed, RiskRaised } from './risk.events';

export const caseLead: Actor = { who: 'u-lead', role: 'case-lead' };

/** A risk in Oxfordshire, of illustrative words. */
export const riskBody = {
  area: '931',
  outcome: '931_3',
  raisedOn: '2024-01-10',
  likelihood: 3,
  impact: 4,
  owner: 'u-lead',
  nextReviewOn: '2024-02-10',
  summary: 'The plan has no owner for timeliness',
};

export const raised = RiskRaised({ ...riskBody, score: 12 });
export const closed = RiskClosed({ closedOn: '2024-01-20', reason: 'An owner is named' });
