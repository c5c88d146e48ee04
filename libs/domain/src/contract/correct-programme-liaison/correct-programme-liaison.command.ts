import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { ProgrammeLiaisonCorrected, type ContractEvent } from '../contract.events';
import { liaisonAt, liaisonKey } from '../contract.months';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, covers, notAhead, withinTerm } from '../contract.term';
import { RecordProgrammeLiaison } from '../record-programme-liaison/record-programme-liaison.command';

/** Correct the record of a liaison (C14). */
export class CorrectProgrammeLiaison extends RecordProgrammeLiaison {
  /** Revision of the record that is wrong. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctProgrammeLiaison: Decide<CorrectProgrammeLiaison, ContractState, ContractEvent> = (command, state, { now }) => {
  const { area, programme, day, corrects } = command;
  const terms = binding(state);
  const previous = liaisonAt(state, corrects);
  if (!previous) throw refuse('contract-nothing-to-correct', { field: 'corrects', values: { corrects } });
  covers(terms, area, day);
  notAhead(day, now, 'day');
  withinTerm(terms, day, 'day');
  const other = state.liaisons[liaisonKey(area, programme, day)];
  if (other && other.revision !== corrects) throw refuse('liaison-already-recorded', { field: 'day', values: { area, programme, day } });
  return [
    ProgrammeLiaisonCorrected({
      ...command,
      previousArea: previous.area,
      previousProgramme: previous.programme,
      previousDay: previous.day,
    }),
  ];
};
