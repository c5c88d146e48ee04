import { FreeText, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsText } from '../../fields';
import { adviceAt, dateMinutesWith } from '../advice';
import { AdviceDayCorrected, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';
import { ADVICE_PURPOSES, type AdvicePurpose } from '../contract.vocabulary';

/** Correct the record of an advice day: any part of it (C2). Liaison has a correction of its own. */
export class CorrectAdviceDay {
  /** Revision of the record that is wrong. */
  @IsCount() corrects!: number;
  /** Day of the work, within the term. */
  @IsDay() day!: string;
  /** Local area by its id. */
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
  /** What was done; left out where nothing is noted. */
  @FreeText('management-information') @IsOptional() @IsText() notes?: string;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctAdviceDay: Decide<CorrectAdviceDay, ContractState, ContractEvent> = (command, state, { now }) => {
  const terms = binding(state);
  const previous = adviceAt(state, command.corrects);
  const dateMinutes = dateMinutesWith(state, terms, command, now, previous.revision);
  return [
    AdviceDayCorrected({
      ...command,
      dateMinutes,
      previousDay: previous.day,
      previousArea: previous.area,
      previousPerson: previous.person,
      previousMinutes: previous.minutes,
    }),
  ];
};
