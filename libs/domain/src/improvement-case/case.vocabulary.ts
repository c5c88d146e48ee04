/** Why a case is opened (J2). */
export const CASE_CAUSES = ['inspection', 'timeliness'] as const;
export type CaseCause = (typeof CASE_CAUSES)[number];

/** Kinds of outcome: area of priority action, area for improvement, overall, EHC plan timeliness (A1). */
export const OUTCOME_KINDS = ['apa', 'afi', 'overall', 'timeliness'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** Kinds of outcome that a case can have, by its cause (A2, A3). */
export const OUTCOME_KINDS_OF: Readonly<Record<CaseCause, readonly OutcomeKind[]>> = {
  inspection: ['overall', 'apa', 'afi'],
  timeliness: ['timeliness'],
};

/** A kind of outcome as people say it. */
export const OUTCOME_KIND_SAYS: Readonly<Record<OutcomeKind, string>> = {
  apa: 'area of priority action',
  afi: 'area for improvement',
  overall: 'overall outcome',
  timeliness: 'EHC plan timeliness',
};

/** To whom a priority action plan goes, and who answers it (J3). */
export const PLAN_RECIPIENTS = ['ofsted', 'care-quality-commission', 'department-for-education', 'nhs-england'] as const;
export type PlanRecipient = (typeof PLAN_RECIPIENTS)[number];

/** A recipient as people say it. */
export const RECIPIENT_SAYS: Readonly<Record<PlanRecipient, string>> = {
  ofsted: 'Ofsted',
  'care-quality-commission': 'the Care Quality Commission',
  'department-for-education': 'the Department for Education',
  'nhs-england': 'NHS England',
};

/** The inspectorates, who accept a plan or return it (J3). */
export const INSPECTORATES = ['ofsted', 'care-quality-commission'] as const;
export type Inspectorate = (typeof INSPECTORATES)[number];

/** Six-monthly: on every outcome of the case; APA: on areas of priority action, as scheduled (J4). */
export const DEEP_DIVE_KINDS = ['six-monthly', 'apa'] as const;
export type DeepDiveKind = (typeof DEEP_DIVE_KINDS)[number];

/** Answers to the three questions of A4. */
export const ANSWERS = ['yes', 'partly', 'no'] as const;
export type Answered = (typeof ANSWERS)[number];

/** Progress against the outcome (J4). */
export const PROGRESS_RATINGS = ['on-track', 'at-risk', 'off-track'] as const;
export type ProgressRating = (typeof PROGRESS_RATINGS)[number];

/** Which way an outcome is heading (J4). */
export const TRAJECTORIES = ['improving', 'steady', 'worsening'] as const;
export type Trajectory = (typeof TRAJECTORIES)[number];

/** How effective a partner's oversight is, in rising order, so that a trend can be read (J5). */
export const OVERSIGHT = ['weak', 'developing', 'effective', 'strong'] as const;
export type Oversight = (typeof OVERSIGHT)[number];

/** How the SEND advisers of DfE and NHS England were in contact (A6). */
export const CONTACT_MEANS = ['phone', 'video', 'in-person', 'written'] as const;
export type ContactMeans = (typeof CONTACT_MEANS)[number];

/** VCU's decision on an area's progress (C17, J8). */
export const PROGRESS_DECISIONS = ['sufficient', 'not-sufficient'] as const;
export type ProgressDecision = (typeof PROGRESS_DECISIONS)[number];

/** Records of a case that can be withdrawn when they should never have been made. */
export const CASE_RECORDS = [
  'deep-dive',
  'stocktake',
  'board-meeting',
  'timeliness-progress',
  'health-adviser-contact',
  'formal-review',
] as const;
export type CaseRecord = (typeof CASE_RECORDS)[number];
