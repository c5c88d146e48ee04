import type { Decide } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { IsEventRef, IsId } from '../../fields';
import { RequirementAreasRestated, type RequirementEvent } from '../requirement.events';
import { refuse } from '../requirement.refusals';
import type { RequirementState } from '../requirement.stream';

/** Say for which local areas something is owed that is still to be done: open duties pass with an area to its successors (E2, J1). */
export class RestateRequirementAreas {
  /** Local areas that it concerns, by their ids. */
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) areas!: string[];
  /** What moved it to them, `stream@revision`. */
  @IsEventRef() by!: string;
}

export const restateRequirementAreas: Decide<RestateRequirementAreas, RequirementState, RequirementEvent> = (
  { areas, by },
  { status, imposed },
) => {
  if (imposed === undefined) throw refuse('requirement-not-imposed');
  const { areas: previousAreas, definition, rule, says, what, due, lapsedAt } = imposed;
  if ((status !== 'open' && status !== 'lapsed') || [...areas].sort().join() === [...previousAreas].sort().join()) return [];
  const lapse = status === 'lapsed' && lapsedAt !== undefined ? { lapsedAt } : {};
  return [
    RequirementAreasRestated({ definition, rule, says, what, due, ...lapse, areas: [...areas], previousAreas: [...previousAreas], by }),
  ];
};
