import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsId, IsText } from '../../fields';
import { ELIGIBILITY_REQUIREMENTS, type EligibilityRequirement } from '../../programme/grant-terms';
import { checkApplicant, checkDraft } from '../application-checks';
import { EligibilityDeclared, type ApplicationEvent } from '../application.events';
import type { ApplicationState } from '../application.stream';

/** Declare, with evidence, that a local area of the application meets one eligibility requirement; declared again, the later evidence stands (G5). */
export class DeclareEligibility {
  /** Local area that it is declared of. */
  @IsId() area!: string;
  /** G12 inspection, G13 Safety Valve and deficit, G14 children's social care, G15 joint partnership, G22 excellence. */
  @IsIn(ELIGIBILITY_REQUIREMENTS) requirement!: EligibilityRequirement;
  /** What shows it. */
  @IsText() evidence!: string;
}

export const declareEligibility: Decide<DeclareEligibility, ApplicationState, ApplicationEvent> = (
  { area, requirement, evidence },
  state,
) => {
  checkDraft(state);
  checkApplicant(area, state);
  return [EligibilityDeclared({ area, requirement, evidence })];
};
