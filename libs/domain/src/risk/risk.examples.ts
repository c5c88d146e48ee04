import { examplesFor, type Examples } from '../examples';

const raised = {
  area: '887',
  outcome: 'timeliness',
  raisedOn: '2025-04-01',
  likelihood: 3,
  impact: 4,
  owner: 'u-case-lead',
  nextReviewOn: '2025-07-01',
  summary: 'An illustration: fewer educational psychologists than the recovery plan needs',
};

export const riskExamples: Examples = {
  ...examplesFor('risk_887', {
    RaiseRisk: raised,
    CorrectRisk: { ...raised, impact: 3, corrects: 0, reason: 'An illustration: the impact was entered twice' },
  }),
  ...examplesFor('risk_851', {
    ReassessRisk: {
      reassessedOn: '2025-04-01',
      likelihood: 2,
      impact: 3,
      nextReviewOn: '2025-10-01',
      reason: 'An illustration: the backlog is cleared',
    },
    MitigateRisk: {
      mitigation: 'recovery_plan',
      mitigatedOn: '2025-03-31',
      what: 'An illustration: more assessments are commissioned',
      owner: 'u-case-lead',
    },
    WithdrawMitigation: { mitigation: 'recovery_plan', reason: 'An illustration: nobody could be commissioned' },
    EscalateRisk: { needs: ['additional-adviser-support'], reason: 'An illustration: the plan alone does not suffice' },
    PassOnRisk: { owner: 'u-team-leader', reason: 'An illustration: the case lead is away' },
    CloseRisk: { closedOn: '2025-04-01', reason: 'An illustration: plans are issued in time again' },
    ReopenRisk: { reopenedOn: '2025-04-01', nextReviewOn: '2025-07-01', reason: 'An illustration: closed too early' },
  }),
};
