import type { Role } from '@app/domain/roles';

/** Why a field is closed (P1). `personnel`: contact details of a person where no narrower category fits. `free-text`: unmarked words (reading 17). */
export const CATEGORIES = [
  'management-information',
  'department-personnel',
  'la-personnel',
  'employment',
  'adviser-contact',
  'unpublished-dsg',
  'designated',
  'personnel',
  'free-text',
] as const;

export type Category = (typeof CATEGORIES)[number];

const ALL: ReadonlySet<string> = new Set(CATEGORIES);
const NONE: ReadonlySet<string> = new Set();

const CLEARANCE: Readonly<Record<Role, ReadonlySet<string>>> = {
  'case-lead': ALL,
  'contract-manager': ALL,
  'grant-manager': ALL,
  'team-leader': ALL,
  'deputy-director': ALL,
  auditor: ALL,
  adviser: new Set(['management-information', 'free-text']),
  'la-contact': new Set(['management-information', 'unpublished-dsg', 'free-text']),
  administrator: NONE,
  'dashboard-reader': NONE,
  system: NONE,
};

/** Whether a role may see fields of a category, in the records that it may see at all (P1, P2, P4). Unknown roles see nothing. */
export const mayRead = (role: string, category: string): boolean =>
  (Object.hasOwn(CLEARANCE, role) ? CLEARANCE[role as Role] : NONE).has(category);
