import type { Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray } from 'class-validator';
import { IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { ObjectivesConfirmationWithdrawn, type ProgrammeEvent } from '../programme.events';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Take back a confirmation of objectives that were not delivered after all (G3). */
export class WithdrawObjectivesConfirmation {
  /** Id of the award. */
  @IsId() award!: string;
  /** Objectives that are open again. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @IsId({ each: true }) objectives!: string[];
  /** What was wrong. */
  @IsText() reason!: string;
}

export const withdrawObjectivesConfirmation: Decide<WithdrawObjectivesConfirmation, ProgrammeState, ProgrammeEvent> = (command, state) => {
  const { award, objectives, reason } = command;
  const known = entryOf(state.awards, award);
  if (!known) throw refuse('award-unknown', { field: 'award', values: { award } });
  const missing = objectives.find((objective) => !known.confirmed.includes(objective));
  if (missing !== undefined || known.confirmedAt === undefined) {
    throw refuse('objective-not-confirmed', { field: 'objectives', values: { objective: missing ?? '' } });
  }
  return [ObjectivesConfirmationWithdrawn({ award, objectives: [...objectives], corrects: known.confirmedAt, reason })];
};
