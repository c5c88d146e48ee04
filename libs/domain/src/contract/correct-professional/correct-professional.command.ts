import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { ProfessionalCorrected, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { placed, standing, withinTerm } from '../contract.term';
import { NameProfessional } from '../name-professional/name-professional.command';

/** Correct the record of a naming: the subject, the name, the contact or the first day (C8). */
export class CorrectProfessional extends NameProfessional {
  /** Revision of the naming that is wrong. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctProfessional: Decide<CorrectProfessional, ContractState, ContractEvent> = (command, state) => {
  const { from } = command;
  const terms = placed(state);
  const index = state.professionals.findIndex(({ revision }) => revision === command.corrects);
  standing(state.professionals[index], command.corrects);
  withinTerm(terms, from, 'from');
  const after = state.professionals[index - 1]?.from;
  const before = state.professionals[index + 1]?.from;
  if ((after !== undefined && from <= after) || (before !== undefined && from >= before)) {
    throw refuse('professional-order', {
      field: 'from',
      values: { from, after: after ?? terms.commencesOn, before: before ?? terms.endsOn },
    });
  }
  return [ProfessionalCorrected({ ...command })];
};
