import type { Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, IsArray } from 'class-validator';
import { IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { open, standingOutcome } from '../case.guards';
import { digestOfOutcome, type CaseState } from '../case.state';
import { OutcomeReworded, type CaseEvent } from '../improvement-case.events';

/** Put the words or the success measures of an outcome otherwise, with a reason (A1). */
export class RewordOutcome {
  /** Outcome by its id. */
  @IsId() outcome!: string;
  /** The words as they stand from then on; published. */
  @IsText() words!: string;
  /** Success measures as they stand from then on. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @IsText(4_000, { each: true }) measures!: string[];
  /** Why. */
  @IsText() reason!: string;
}

export const rewordOutcome: Decide<RewordOutcome, CaseState, CaseEvent> = (command, state) => {
  const { area } = open(state);
  const { kind, digest } = standingOutcome(state, command.outcome);
  return digest === digestOfOutcome(command) ? [] : [OutcomeReworded({ ...plain(command), area, kind })];
};
