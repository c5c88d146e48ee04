import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsPersonId, IsText } from '../../fields';
import { plain } from '../../plain';
import { open } from '../case.guards';
import type { CaseState } from '../case.state';
import { CoverNamed, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Name who covers for an absent person in this case; where nobody does, an escalation starts a level higher (E3). */
export class NameCover {
  /** Opaque id of the person who is absent, as a rule the case lead. */
  @IsPersonId() absent!: string;
  /** Opaque id of who is told in their place; left out where nobody covers. */
  @IsOptional() @IsPersonId() cover?: string;
  /** First day of the absence. */
  @IsDay() from!: string;
  /** Last day of the absence, inclusive. */
  @IsDay() to!: string;
  /** Why, e.g. leave. */
  @IsText() reason!: string;
}

export const nameCover: Decide<NameCover, CaseState, CaseEvent> = (command, state) => {
  const { absent, cover, from, to } = command;
  open(state);
  if (to < from) throw refuse('cover-reversed', { field: 'to', values: { from, to } });
  if (cover === absent) throw refuse('cover-by-absent', { field: 'cover' });
  const known = state.covers.find((one) => one.absent === absent && one.from <= to && from <= one.to);
  if (known && known.cover === cover && known.from === from && known.to === to) return [];
  if (known) throw refuse('cover-overlaps', { field: 'from', values: { from: known.from, to: known.to } });
  return [CoverNamed(plain(command))];
};
