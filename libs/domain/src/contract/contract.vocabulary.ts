/** Who signs an order (C1). */
export const CONTRACT_PARTIES = ['buyer', 'supplier'] as const;
export type ContractParty = (typeof CONTRACT_PARTIES)[number];

/** The buyer of every advisory contract (C1). */
export const CONTRACT_BUYER = 'Secretary of State for Education';

/** What an order takes in besides its own words (C1). */
export const TERMS_TAKEN_IN = ['mini-competition-requirements', 'call-off-terms'] as const;
export type TermsTakenIn = (typeof TERMS_TAKEN_IN)[number];

/** The two answers to a break point (C4). */
export const BREAK_ANSWERS = ['continue', 'terminate'] as const;
export type BreakAnswer = (typeof BREAK_ANSWERS)[number];

/** How often the supplier reports (C9, C10). */
export const REPORTING_RHYTHMS = ['monthly', 'fortnightly', 'weekly'] as const;
export type ReportingRhythm = (typeof REPORTING_RHYTHMS)[number];

/** Why reporting becomes more frequent: the pace of progress is not sufficient, or the Minister requires it (C10). */
export const REPORTING_CAUSES = ['pace', 'minister'] as const;
export type ReportingCause = (typeof REPORTING_CAUSES)[number];

/** Which way an outcome is heading, as the supplier reports it (C9). */
export const REPORT_TRAJECTORIES = ['improving', 'steady', 'worsening'] as const;
export type ReportTrajectory = (typeof REPORT_TRAJECTORIES)[number];

/** What an advice day is for: the general requirements of the order (C18), liaison (C14) and formal reviews (C17). */
export const ADVICE_PURPOSES = [
  'advice-challenge-and-support',
  'pace-and-sustainability',
  'inspection-readiness',
  'identified-weaknesses',
  'leaders-and-practitioners',
  'wider-partners-and-good-practice',
  'health-partners',
  'reform-awareness',
  'programme-liaison',
  'formal-review',
] as const;
export type AdvicePurpose = (typeof ADVICE_PURPOSES)[number];

/** Programmes whose advisers the supplier must liaise with (C14). */
export const LIAISON_PROGRAMMES = ['delivering-better-value', 'safety-valve'] as const;
export type LiaisonProgramme = (typeof LIAISON_PROGRAMMES)[number];

/** Who made a diagnostic (C18). */
export const DIAGNOSTIC_MAKERS = ['vcu', 'inspectorates', 'supplier', 'local-area'] as const;
export type DiagnosticMaker = (typeof DIAGNOSTIC_MAKERS)[number];

/** What a meeting with the Department is for (C13). */
export const MEETING_KINDS = ['formal-review', 'contract-review', 'case-lead-meeting'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** How a meeting is held (C13). */
export const MEETING_MEANS = ['phone', 'video', 'in-person'] as const;
export type MeetingMeans = (typeof MEETING_MEANS)[number];

/** Who is to be represented at a meeting (C13). */
export const MEETING_PARTIES = ['supplier', 'case-lead', 'contract-manager', 'local-area', 'programme-advisers'] as const;
export type MeetingParty = (typeof MEETING_PARTIES)[number];

/** The categories of confidential information of section 4.1 of the order (P1). */
export const CONFIDENTIAL_CATEGORIES = [
  'management-information',
  'department-personnel',
  'la-personnel',
  'employment',
  'adviser-contact',
  'unpublished-dsg',
  'designated',
] as const;
export type ConfidentialCategory = (typeof CONFIDENTIAL_CATEGORIES)[number];
