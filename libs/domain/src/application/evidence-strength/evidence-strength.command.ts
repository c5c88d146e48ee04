import type { Decide } from '@app/event-sourcing';
import { IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { checkDraft } from '../application-checks';
import { StrengthEvidenced, type ApplicationEvent } from '../application.events';
import { refuse } from '../application.refusals';
import type { ApplicationState } from '../application.stream';

/** Identify and evidence a strength of the applicants' SEND services (G5). */
export class EvidenceStrength {
  /** Id of the strength within the application. */
  @IsId() strength!: string;
  /** What the strength is. */
  @IsText() statement!: string;
  /** What shows it. */
  @IsText() evidence!: string;
}

export const evidenceStrength: Decide<EvidenceStrength, ApplicationState, ApplicationEvent> = (
  { strength, statement, evidence },
  state,
) => {
  checkDraft(state);
  if (entryOf(state.strengths, strength) !== undefined) throw refuse('strength-exists', { field: 'strength', values: { strength } });
  return [StrengthEvidenced({ strength, statement, evidence })];
};
