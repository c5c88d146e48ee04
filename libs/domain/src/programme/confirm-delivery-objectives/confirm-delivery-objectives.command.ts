import type { Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { DeliveryObjectivesConfirmed, type ProgrammeEvent } from '../programme.events';
import { checkDay } from '../programme-days';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Confirm that measured objectives of an award were successfully delivered, all at once or some at a time (G3). */
export class ConfirmDeliveryObjectives {
  /** Id of the award. */
  @IsId() award!: string;
  /** Objectives that were delivered. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @IsId({ each: true }) objectives!: string[];
  /** Day on which delivery was confirmed. */
  @IsDay() confirmedOn!: string;
  /** What was measured. */
  @IsText() evidence!: string;
}

export const confirmDeliveryObjectives: Decide<ConfirmDeliveryObjectives, ProgrammeState, ProgrammeEvent> = (command, state, { now }) => {
  const { award, objectives, confirmedOn, evidence } = command;
  const known = entryOf(state.awards, award);
  if (!known) throw refuse('award-unknown', { field: 'award', values: { award } });
  if (known.status !== 'accepted') throw refuse('award-not-accepted', { field: 'award', values: { award, status: known.status } });
  const unknown = objectives.find((objective) => !known.objectives.includes(objective));
  if (unknown !== undefined) throw refuse('objective-unknown', { field: 'objectives', values: { objective: unknown } });
  checkDay(confirmedOn, 'confirmedOn', state, now);
  const fresh = objectives.filter((objective) => !known.confirmed.includes(objective));
  if (fresh.length === 0) return [];
  const outstanding = known.objectives.filter((objective) => !known.confirmed.includes(objective) && !fresh.includes(objective));
  return [DeliveryObjectivesConfirmed({ award, objectives: fresh, outstanding, confirmedOn, evidence })];
};
