import type { Decide, Found } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional } from 'class-validator';
import { IsId } from '../../fields';
import { plain } from '../../plain';
import { LocalAreaRegistered, type LocalAreaEvent } from '../local-area.events';
import { LocalAreaCodes } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Register a local area under the DfE code that it has; the id stays when codes change (J1). */
export class RegisterLocalArea extends LocalAreaCodes {
  /** Local areas that it succeeds by a reorganisation, by their ids; left out where there are none (reading 26). */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsId({ each: true }) predecessors?: string[];
}

type Reads = { predecessors: readonly Found<LocalAreaState>[] };

export const registerLocalArea: Decide<RegisterLocalArea, LocalAreaState, LocalAreaEvent, Reads> = (command, state, { stream, found }) => {
  const { name, laCode, onsCode, region, from, predecessors } = command;
  if (laCode !== stream.id) throw refuse('local-area-id-mismatch', { field: 'laCode', values: { laCode, id: stream.id } });
  if (state.registered) {
    const [first] = state.codes;
    const said = [name, laCode, onsCode, region, from, (predecessors ?? []).join()];
    const known = [first?.name, first?.laCode, first?.onsCode, first?.region, first?.from, state.predecessors.join()];
    if (said.every((part, index) => part === known[index])) return [];
    throw refuse('local-area-already-registered', { values: { id: stream.id } });
  }
  const unknown = found.predecessors.find((area) => !area.state.registered);
  if (unknown) throw refuse('local-area-unknown', { field: 'predecessors', values: { area: unknown.id } });
  return [LocalAreaRegistered(plain(command))];
};
