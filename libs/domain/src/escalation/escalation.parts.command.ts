/** 1 case lead, contract manager or grant manager; 2 VCU team leader; 3 deputy director (E3). */
export const ESCALATION_LEVELS = [1, 2, 3] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

/** What is needed, and what is then put in place (E6, A7). */
export const ESCALATION_NEEDS = ['information', 'departmental-intervention', 'additional-adviser-support'] as const;
export type EscalationNeed = (typeof ESCALATION_NEEDS)[number];

/** To whom an escalation can go. */
export const ESCALATION_ROLES = ['case-lead', 'contract-manager', 'grant-manager', 'team-leader', 'deputy-director'] as const;
export type EscalationRole = (typeof ESCALATION_ROLES)[number];

/** The level of each role (E3). */
export const LEVEL_OF_ROLE: Readonly<Record<EscalationRole, EscalationLevel>> = {
  'case-lead': 1,
  'contract-manager': 1,
  'grant-manager': 1,
  'team-leader': 2,
  'deputy-director': 3,
};

/** Who is told at a level where there is no choice. */
export const ROLE_OF_LEVEL = { 2: 'team-leader', 3: 'deputy-director' } as const;

/** Why an escalation ends; all but `by-decision` are found by the automation. */
export const SETTLED_BECAUSE = [
  'by-decision',
  'met-late',
  'done-in-time',
  'answered',
  'met-in-time',
  'rescheduled',
  'released',
  'waived',
  'cause-ended',
] as const;
export type SettledBecause = (typeof SETTLED_BECAUSE)[number];

/** How often the highest level is told again before the telling stops; the escalation itself stays open. */
export const MOST_TIMES_TOLD_AGAIN = 3;
