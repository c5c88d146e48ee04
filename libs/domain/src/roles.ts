/** Who works with the system (rule P4). `system` is the automation itself and is never in a token. */
export const ROLES = [
  'case-lead',
  'contract-manager',
  'grant-manager',
  'team-leader',
  'deputy-director',
  'auditor',
  'administrator',
  'adviser',
  'la-contact',
  'dashboard-reader',
] as const;

export type Role = (typeof ROLES)[number] | 'system';

/** Roles of VCU staff who decide. */
export const VCU: readonly Role[] = ['case-lead', 'contract-manager', 'grant-manager', 'team-leader', 'deputy-director'];
