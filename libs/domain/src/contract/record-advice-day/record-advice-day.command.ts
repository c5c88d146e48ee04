import { FreeText, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsText } from '../../fields';
import { dateMinutesWith } from '../advice';
import { AdviceDayRecorded, ProgrammeLiaisonRecorded, type ContractEvent } from '../contract.events';
import { liaisonKey } from '../contract.months';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';
import { ADVICE_PURPOSES, LIAISON_PROGRAMMES, type AdvicePurpose, type LiaisonProgramme } from '../contract.vocabulary';

/** Record the work of the professional for one area on one day; hours on one date over several areas add up to one day (C2, C18, C19). */
export class RecordAdviceDay {
  /** Day of the work, within the term. */
  @IsDay() day!: string;
  /** Local area by its id: a day without one is refused (reading 21). */
  @IsId() area!: string;
  /** Subject id of the professional named for that day (C8). */
  @IsId() person!: string;
  /** Minutes given to this area. */
  @IsCount(1, 1_440) minutes!: number;
  /** What the day was for (C18). */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(ADVICE_PURPOSES.length)
  @ArrayUnique()
  @IsIn(ADVICE_PURPOSES, { each: true })
  purposes!: AdvicePurpose[];
  /** Whether it was on site (C19). */
  @IsBoolean() onSite!: boolean;
  /** Programme with whose advisers there was liaison within this day; left out where there was none (C14). */
  @IsOptional() @IsIn(LIAISON_PROGRAMMES) liaison?: LiaisonProgramme;
  /** What was done; left out where nothing is noted. */
  @FreeText('management-information') @IsOptional() @IsText() notes?: string;
}

export const recordAdviceDay: Decide<RecordAdviceDay, ContractState, ContractEvent> = (command, state, { now }) => {
  const { liaison: programme, ...advice } = command;
  const { day, area } = advice;
  const terms = binding(state);
  const recorded = AdviceDayRecorded({ ...advice, dateMinutes: dateMinutesWith(state, terms, advice, now) });
  if (programme === undefined || state.liaisons[liaisonKey(area, programme, day)]) return [recorded];
  return [recorded, ProgrammeLiaisonRecorded({ area, programme, day })];
};
