import { FreeText, type Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { ProfessionalReplaced, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { notAhead, placed, withinTerm } from '../contract.term';
import { NameProfessional } from '../name-professional/name-professional.command';

/** Record that another professional took over the services (C8). */
export class ReplaceProfessional extends NameProfessional {
  /** Why the professional changed. */
  @FreeText() @IsText() reason!: string;
}

export const replaceProfessional: Decide<ReplaceProfessional, ContractState, ContractEvent> = (command, state, { now }) => {
  const { subject, from } = command;
  const terms = placed(state);
  const present = state.professionals.at(-1);
  if (!present) throw refuse('professional-not-named', { values: { day: from } });
  if (present.subject === subject) return [];
  notAhead(from, now, 'from');
  withinTerm(terms, from, 'from');
  if (from <= present.from) {
    throw refuse('professional-order', { field: 'from', values: { from, after: present.from, before: terms.endsOn } });
  }
  return [ProfessionalReplaced({ ...command, previous: present.subject })];
};
