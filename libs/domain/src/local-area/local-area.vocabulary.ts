import { MARKER_SAYS } from '../fields';

/** The nine regions of England. */
export const REGIONS = [
  'East Midlands',
  'East of England',
  'London',
  'North East',
  'North West',
  'South East',
  'South West',
  'West Midlands',
  'Yorkshire and The Humber',
] as const;
export type Region = (typeof REGIONS)[number];

/** Who makes up a local area partnership: the local authority and its integrated care board (J1). */
export const PARTNER_KINDS = ['local-authority', 'integrated-care-board'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** Frameworks of the joint Ofsted and CQC area SEND inspection, by the year in which they began. */
export const FRAMEWORKS = ['2016', '2023'] as const;
export type Framework = (typeof FRAMEWORKS)[number];

/** Framework 2016: whether a written statement of action is required. Framework 2023: the three outcomes, (1), (2), (3). */
export const INSPECTION_OUTCOMES = [
  'wsoa-not-required',
  'wsoa-required',
  'typically-positive',
  'inconsistent',
  'systemic-failings',
] as const;
export type InspectionOutcome = (typeof INSPECTION_OUTCOMES)[number];

/** The outcomes that each framework knows. */
export const OUTCOMES_OF: Readonly<Record<Framework, readonly InspectionOutcome[]>> = {
  '2016': ['wsoa-not-required', 'wsoa-required'],
  '2023': ['typically-positive', 'inconsistent', 'systemic-failings'],
};

/** An outcome as people say it. */
export const OUTCOME_SAYS: Readonly<Record<InspectionOutcome, string>> = {
  'wsoa-not-required': 'no written statement of action required',
  'wsoa-required': 'written statement of action required',
  'typically-positive': 'typically positive experiences and outcomes (1)',
  inconsistent: 'inconsistent experiences and outcomes (2)',
  'systemic-failings': 'widespread and/or systemic failings (3)',
};

/** What an inspection finds wanting: areas of significant weakness (2016), areas of priority action and for improvement (2023). */
export const INSPECTED_AREA_KINDS = ['weakness', 'priority-action', 'improvement'] as const;
export type InspectedAreaKind = (typeof INSPECTED_AREA_KINDS)[number];

/** Ofsted's overall judgement of children's social care (G14). */
export const CARE_RATINGS = ['outstanding', 'good', 'requires-improvement', 'inadequate'] as const;
export type CareRating = (typeof CARE_RATINGS)[number];

/** Programmes of the Department for areas whose high needs budget is in deficit (G13, C14). */
export const INTERVENTION_PROGRAMMES = ['safety-valve', 'delivering-better-value'] as const;
export type InterventionProgramme = (typeof INTERVENTION_PROGRAMMES)[number];

/** A programme as people say it. */
export const PROGRAMME_SAYS: Readonly<Record<InterventionProgramme, string>> = {
  'safety-valve': 'Safety Valve',
  'delivering-better-value': 'Delivering Better Value',
};

/** What a recorded fact is about: what can be withdrawn when it should never have been recorded. */
export const FACT_KINDS = [
  'codes',
  'succession',
  'partner',
  'inspection',
  'revisit',
  'monitoring-inspection',
  'monitoring-release',
  'care-rating',
  'dsg-position',
  'intervention-programme',
  'sli-partnership',
  'improvement-notice',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** A balance of the dedicated schools grant as people say it: a number, or the marker in its place. */
export const balanceSays = (balance: string): string => MARKER_SAYS[balance] ?? `${balance} per cent of income`;
