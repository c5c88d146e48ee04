import { FreeText, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { ProgrammeLiaisonRecorded, type ContractEvent } from '../contract.events';
import { liaisonKey } from '../contract.months';
import type { ContractState } from '../contract.state';
import { binding, covers, notAhead, withinTerm } from '../contract.term';
import { LIAISON_PROGRAMMES, type LiaisonProgramme } from '../contract.vocabulary';

/** Record liaison with the advisers of a programme that the area is in; its time is recorded as part of an advice day (C14). */
export class RecordProgrammeLiaison {
  /** Local area by its id. */
  @IsId() area!: string;
  /** Delivering Better Value or Safety Valve. */
  @IsIn(LIAISON_PROGRAMMES) programme!: LiaisonProgramme;
  /** Day of the liaison, within the term. */
  @IsDay() day!: string;
  /** Subject ids of the programme's advisers; left out while unknown. */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsId({ each: true }) advisers?: string[];
  /** What was agreed; left out where nothing is noted. */
  @FreeText('management-information') @IsOptional() @IsText() notes?: string;
}

export const recordProgrammeLiaison: Decide<RecordProgrammeLiaison, ContractState, ContractEvent> = (command, state, { now }) => {
  const { area, programme, day } = command;
  const terms = binding(state);
  covers(terms, area, day);
  notAhead(day, now, 'day');
  withinTerm(terms, day, 'day');
  if (state.liaisons[liaisonKey(area, programme, day)]) return [];
  return [ProgrammeLiaisonRecorded({ ...command })];
};
