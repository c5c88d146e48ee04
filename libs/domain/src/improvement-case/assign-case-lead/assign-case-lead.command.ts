import type { Decide } from '@app/event-sourcing';
import { IsPersonId, IsText } from '../../fields';
import { open } from '../case.guards';
import type { CaseState } from '../case.state';
import { CaseLeadAssigned, type CaseEvent } from '../improvement-case.events';

/** Assign the DfE case lead, or another one: who is told first when something lapses (J2, E3). */
export class AssignCaseLead {
  /** Opaque id of the case lead. */
  @IsPersonId() lead!: string;
  /** Why this person, or why another one. */
  @IsText() reason!: string;
}

export const assignCaseLead: Decide<AssignCaseLead, CaseState, CaseEvent> = ({ lead, reason }, state) => {
  open(state);
  if (state.lead === lead) return [];
  return [CaseLeadAssigned({ lead, ...(state.lead !== undefined && { previous: state.lead }), reason })];
};
