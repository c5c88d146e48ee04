import { FreeText, type Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsPersonId, IsText } from '../../fields';
import { plain } from '../../plain';
import { StandInNamed, type InstallationEvent } from '../installation.events';
import { refuse } from '../installation.refusals';
import type { InstallationState } from '../installation.stream';

/** Name who stands in for an absent person in everything; where nobody does, an escalation starts a level higher (E3). */
export class NameStandIn {
  /** Opaque id of the person who is absent, at whatever level. */
  @IsPersonId() absent!: string;
  /** Opaque id of who is told in their place; left out where nobody covers. */
  @IsOptional() @IsPersonId() standIn?: string;
  /** First day of the absence. */
  @IsDay() from!: string;
  /** Last day of the absence, inclusive. */
  @IsDay() to!: string;
  /** Why, e.g. leave. */
  @FreeText() @IsText() reason!: string;
}

export const nameStandIn: Decide<NameStandIn, InstallationState, InstallationEvent> = (command, { mode, absences }) => {
  const { absent, standIn, from, to } = command;
  if (mode === undefined) throw refuse('installation-not-founded');
  if (to < from) throw refuse('stand-in-reversed', { field: 'to', values: { from, to } });
  if (standIn === absent) throw refuse('stand-in-by-absent', { field: 'standIn' });
  const known = absences.find((one) => one.absent === absent && one.from <= to && from <= one.to);
  if (known && known.standIn === standIn && known.from === from && known.to === to) return [];
  if (known) throw refuse('stand-in-overlaps', { field: 'from', values: { from: known.from, to: known.to } });
  return [StandInNamed(plain(command))];
};
