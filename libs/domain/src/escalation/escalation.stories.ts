import { EscalationAcknowledged, EscalationRaised, EscalationRaisedToNextLevel } from './escalation.events';

/** The escalation of the first monthly report that was missing. */
export const raised = EscalationRaised({
  cause: 'requirement-monthly_report~CON_22889~2023_10_12@1',
  rule: 'C9',
  level: 1,
  role: 'contract-manager',
  person: 'u-21',
  need: 'information',
  because: 'The monthly report is submitted: nothing was recorded by 2023-11-10',
  what: 'contract-CON_22889',
  areas: ['931', '887', '851'],
  since: '2023-11-10',
});

const lapse = (period: string) => `requirement-acknowledgement~monthly_report~CON_22889~2023_10_12~${period}@1`;

export const acknowledged = EscalationAcknowledged({ level: 1, reason: 'The supplier was asked' });
export const atLevel2 = EscalationRaisedToNextLevel({ level: 2, role: 'team-leader', lapse: lapse('1.0') });
export const atLevel3 = EscalationRaisedToNextLevel({ level: 3, role: 'deputy-director', lapse: lapse('2.1') });

export const contractManager = { who: 'u-21', role: 'contract-manager' };
export const caseLead = { who: 'u-1', role: 'case-lead' };
export const teamLeader = { who: 'u-30', role: 'team-leader' };
export const deputyDirector = { who: 'u-40', role: 'deputy-director' };
export const automation = { who: 'process:requirements', role: 'system' };
