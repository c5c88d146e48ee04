import type { Decide, Found } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { LocalAreaSucceeded, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered } from '../local-area.guards';
import { Sourced } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/**
 * Record which local areas take this one's place by a reorganisation, on a day that can lie ahead. Its history stays with it;
 * what is open on it passes on by decisions of their own (reading 26).
 */
export class SucceedLocalArea extends Sourced {
  /** Local areas that succeed it, registered with this one as a predecessor. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @ArrayUnique() @IsId({ each: true }) successors!: string[];
  /** First day of the successors. */
  @IsDay() succeededOn!: string;
  /** Why, e.g. the order by which councils were reorganised. */
  @IsText() reason!: string;
}

type Reads = { successors: readonly Found<LocalAreaState>[] };

export const succeedLocalArea: Decide<SucceedLocalArea, LocalAreaState, LocalAreaEvent, Reads> = (command, state, { stream, found }) => {
  const { successors, succeededOn } = command;
  checkRegistered(state, stream);
  if (state.succession) {
    const known = state.succession;
    if (known.succeededOn === succeededOn && [...known.successors].sort().join() === [...successors].sort().join()) return [];
    throw refuse('local-area-already-succeeded', {
      values: { successors: known.successors.join(', '), succeededOn: known.succeededOn },
    });
  }
  for (const { id, state: successor } of found.successors) {
    if (!successor.registered) throw refuse('local-area-unknown', { field: 'successors', values: { area: id } });
    if (!successor.predecessors.includes(stream.id)) throw refuse('successor-not-linked', { field: 'successors', values: { area: id } });
  }
  return [LocalAreaSucceeded({ ...plain(command), judgedBy: found.successors.map(({ judgedBy }) => judgedBy) })];
};
