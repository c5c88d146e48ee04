import { FreeText, type Decide } from '@app/event-sourcing';
import { IsPersonId, IsText } from '../../fields';
import { GrantManagerAssigned, type ProgrammeEvent } from '../programme.events';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Assign the Department's grant manager of a programme and of its partners, or another one (E3). */
export class AssignGrantManager {
  /** Opaque id of the grant manager. */
  @IsPersonId() manager!: string;
  /** Why this person, or why another one. */
  @FreeText() @IsText() reason!: string;
}

export const assignGrantManager: Decide<AssignGrantManager, ProgrammeState, ProgrammeEvent> = ({ manager, reason }, state) => {
  if (state.status === 'none') throw refuse('programme-not-open');
  if (state.manager === manager) return [];
  return [GrantManagerAssigned({ manager, ...(state.manager !== undefined && { previous: state.manager }), reason })];
};
