import type { Role } from '../roles';

/** Power under which the grant is paid; on every award and in what is sent about it (G20). */
export const LEGAL_BASIS = 'section 14 Education Act 2002';

/** Support options that the notice names; the Department can add others (G6). */
export const NOTICE_SUPPORT_OPTIONS = [
  'strategic-planning-and-leadership',
  'effective-financial-management',
  'send-place-planning',
  'workforce-development',
  'joint-working-and-commissioning',
  'ehc-needs-assessments-and-reviews',
  'co-production-with-parent-carers-children-and-young-people',
] as const;

/** What a support offer or package is for; the programme is solely SEND (G6). */
export const SERVICES = ['send', 'childrens-social-care', 'send-and-childrens-social-care'] as const;
export type Service = (typeof SERVICES)[number];

/** Levels of the people who deliver: chief executive or director; assistant director or service manager (G8). */
export const GRADES = ['executive', 'management'] as const;
export type Grade = (typeof GRADES)[number];

/** The most that a day of one person may cost, in pence (G8). */
export const MAXIMUM_DAY_RATE_PENCE: Readonly<Record<Grade, number>> = { executive: 80_000, management: 60_000 };

/** Minutes of a working day: at least 7 hours; what is shorter is no day (G7, reading 9). */
export const DAY_MINUTES = 420;

/** What the day rate includes already: none of it may be charged on top (G8). */
export const IN_THE_DAY_RATE = [
  'preparation',
  'administrative-support',
  'diagnostic-services',
  'travel-time',
  'travel-expenses',
  'delivery',
  'follow-up-work',
] as const;

/** Running the improvement service as a whole (G9). */
export const OVERHEADS = [
  'quarterly-progress-reports',
  'performance-and-impact-data',
  'running-the-improvement-service',
  'other-overhead',
] as const;

/** What a charge is for: overheads can be claimed, the rest stands in the day rate (G8, G9). */
export const CHARGES = [...OVERHEADS, ...IN_THE_DAY_RATE] as const;
export type Charge = (typeof CHARGES)[number];

/** Whether a charge is paid for by the day rate already (G8). */
export const isInTheDayRate = (charge: Charge): boolean => (IN_THE_DAY_RATE as readonly string[]).includes(charge);

/** The most overheads that day costs bear: 15% of what was actually incurred, rounded down to the penny (G9, readings 2 and 24). */
export const overheadLimitPence = (dayCostsPence: number): number => Math.floor((dayCostsPence * 15) / 100);

/** The funding period of the notice, and the one further year (G2, G3). */
export const FUNDING_PERIODS = ['initial', 'extension'] as const;
export type FundingPeriod = (typeof FUNDING_PERIODS)[number];

/** What every partner must be, whatever its route, by the rule that asks for it (G12 to G15, G22). */
export const ELIGIBILITY_REQUIREMENTS = ['G12', 'G13', 'G14', 'G15', 'G22'] as const;
export type EligibilityRequirement = (typeof ELIGIBILITY_REQUIREMENTS)[number];

/** A rule of eligibility as it is judged: a requirement or one of its tests, e.g. `G12`, `G13-deficit`. */
export const ELIGIBILITY_RULE = /^G\d{1,2}(-[a-z-]{1,40})?$/;

/** VCU staff who run the grant programme. */
export const GRANT_STAFF: readonly Role[] = ['grant-manager', 'team-leader', 'deputy-director'];

/** VCU staff who decide what binds the whole programme. */
export const GRANT_LEADERS: readonly Role[] = ['team-leader', 'deputy-director'];

/** Versions of the eligibility rules: the second one also reads inspections under the framework from 2023 (reading 6). */
export const RULE_SETS = ['notice-2021', 'framework-2023'] as const;
export type RuleSet = (typeof RULE_SETS)[number];

/** The rule set in force on a day; the later inspection framework began on 1 Jan 2023 (reading 6). */
export const ruleSetOn = (day: string): RuleSet => (day < '2023-01-01' ? 'notice-2021' : 'framework-2023');
