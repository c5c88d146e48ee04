import { Personal, type Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { ProfessionalNamed, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { placed, presentProfessional, withinTerm } from '../contract.term';

/** Name the professional who delivers the services; the name and contact can be erased for good (C8, P3). */
export class NameProfessional {
  /** Subject id of the professional. */
  @IsId() subject!: string;
  /** Full name. */
  @Personal('subject', 'adviser-contact') @IsText(200) name!: string;
  /** E-mail address or telephone number; left out while unknown. */
  @Personal('subject', 'adviser-contact') @IsOptional() @IsText(200) contact?: string;
  /** First day of delivering the services. */
  @IsDay() from!: string;
}

export const nameProfessional: Decide<NameProfessional, ContractState, ContractEvent> = (command, state) => {
  const terms = placed(state);
  const present = presentProfessional(state);
  if (present === command.subject) return [];
  if (present !== undefined) throw refuse('professional-already-named', { field: 'subject' });
  withinTerm(terms, command.from, 'from');
  return [ProfessionalNamed({ ...command })];
};
