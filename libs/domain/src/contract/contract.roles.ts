import type { Actor, FeatureOptions } from '@app/event-sourcing';
import type { Role } from '../roles';
import type { ContractState } from './contract.state';
import { presentProfessional } from './contract.term';

/** The present professional, on their own contract only (P4). */
const own = {
  adviser: ({ subject }: Actor, state: ContractState): boolean => subject !== undefined && subject === presentProfessional(state),
};

type Options = Pick<FeatureOptions<object, ContractState>, 'roles' | 'own'>;
/** Who manages the contract (P4). */
export const manager: Options = { roles: ['contract-manager'] };
/** Who decides on its end and on what stays confidential (C4, C5, P1). */
export const deciders: Options = { roles: ['contract-manager', 'team-leader', 'deputy-director'] satisfies Role[] };
/** Who oversees the work for the Department. */
export const oversight: Options = { roles: ['contract-manager', 'case-lead', 'team-leader'] satisfies Role[] };
/** The adviser, or the contract manager on the supplier's behalf. */
export const supplier: Options = { roles: ['adviser', 'contract-manager'] satisfies Role[], own };

/** Everybody who works on the contract. */
export const anyone: Options = { roles: ['adviser', 'contract-manager', 'case-lead', 'team-leader'] satisfies Role[], own };
