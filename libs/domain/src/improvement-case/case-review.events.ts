import { Confidential, defineEvent, FreeText } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsEventRef, IsId, IsPersonId, IsText } from '../fields';
import { FormalReview, NewNextStep } from './case.parts.command';
import { PROGRESS_DECISIONS, type ProgressDecision } from './case.vocabulary';

class NextStepAgreedShape extends NewNextStep {
  @IsId() area!: string;
  @IsDay() agreedOn!: string;
  /** Deep dive in which it was agreed, by its id; absent where it was agreed otherwise. */
  @IsOptional() @IsId() deepDive?: string;
}
/** A next step was agreed, with owner and due day (J6). */
export const NextStepAgreed = defineEvent('NextStepAgreed', NextStepAgreedShape, {
  effective: ({ agreedOn }) => agreedOn,
  says: ({ step, dueOn }) => `Next step ${step} agreed, due by ${dueOn}`,
});

class NextStepCompletedShape {
  @IsId() area!: string;
  @IsId() step!: string;
  @IsDay() completedOn!: string;
  @FreeText('management-information') @IsText() reason!: string;
}
/** A next step was taken (J6). */
export const NextStepCompleted = defineEvent('NextStepCompleted', NextStepCompletedShape, {
  effective: ({ completedOn }) => completedOn,
  says: ({ step, completedOn }) => `Next step ${step} completed on ${completedOn}`,
});

class NextStepRescheduledShape {
  @IsId() area!: string;
  @IsId() step!: string;
  /** Opaque id of who owns it from then on. */
  @IsPersonId() owner!: string;
  @IsDay() dueOn!: string;
  @IsDay() previousDueOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** A next step has another due day or owner (J6). */
export const NextStepRescheduled = defineEvent('NextStepRescheduled', NextStepRescheduledShape, {
  says: ({ step, dueOn, previousDueOn }) => `Next step ${step} rescheduled from ${previousDueOn} to ${dueOn}`,
});

class NextStepCancelledShape {
  @IsId() area!: string;
  @IsId() step!: string;
  @FreeText() @IsText() reason!: string;
}
/** A next step is not taken (J6). */
export const NextStepCancelled = defineEvent('NextStepCancelled', NextStepCancelledShape, {
  says: ({ step }) => `Next step ${step} cancelled`,
});

class NextStepReopenedShape {
  @IsId() area!: string;
  @IsId() step!: string;
  @IsDay() dueOn!: string;
  /** Day from which it had been completed; absent where it had been taken out. */
  @IsOptional() @IsDay() endedOn?: string;
  /** Revision of the completion or cancellation that should not stand. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A next step is open again: its completion or cancellation should not have been recorded (J6). */
export const NextStepReopened = defineEvent('NextStepReopened', NextStepReopenedShape, {
  effective: ({ endedOn }) => endedOn,
  says: ({ step, dueOn }) => `Next step ${step} is open again, due by ${dueOn}`,
});

class FormalReviewHeldShape extends FormalReview {
  @IsId() area!: string;
}
/** A formal review of the area's progress was held (C17, J8). */
export const FormalReviewHeld = defineEvent('FormalReviewHeld', FormalReviewHeldShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ review, heldOn, contract }) =>
    `Formal review ${review} held on ${heldOn}${contract ? `, with the supplier of ${contract}` : ''}`,
});

class FormalReviewCorrectedShape extends FormalReview {
  @IsId() area!: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A formal review had been recorded wrongly (C17). */
export const FormalReviewCorrected = defineEvent('FormalReviewCorrected', FormalReviewCorrectedShape, {
  effective: ({ heldOn }) => heldOn,
  says: ({ review, heldOn }) => `Corrected: formal review ${review} held on ${heldOn}`,
});

class ProgressDecidedShape {
  @IsId() area!: string;
  @IsId() review!: string;
  @Confidential('management-information') @IsIn(PROGRESS_DECISIONS) progress!: ProgressDecision;
  @IsDay() decidedOn!: string;
  /** Contract whose supplier was to recommend, by its number; absent where there is none. */
  @IsOptional() @IsId() contract?: string;
  /** The supplier's recommendation, `contract-…@revision`; absent where none was waited for. */
  @IsOptional() @IsEventRef() recommendation?: string;
  /** Why the recommendation was not waited for; absent where it is on record or none was due. */
  @IsOptional() @FreeText() @IsText() withoutRecommendation?: string;
  @FreeText() @IsText() reason!: string;
}
/** VCU decided whether the area's progress is sufficient, by another person than recommended (C17, J8). */
export const ProgressDecided = defineEvent('ProgressDecided', ProgressDecidedShape, {
  effective: ({ decidedOn }) => decidedOn,
  says: ({ review, decidedOn }) => `VCU decided on ${decidedOn} at formal review ${review} whether progress is sufficient`,
});

class DecisionRevisedShape extends ProgressDecidedShape {
  /** Revision of the decision that this takes the place of. */
  @IsCount() corrects!: number;
}
/** VCU's decision on progress was revised (J8). */
export const DecisionRevised = defineEvent('DecisionRevised', DecisionRevisedShape, {
  effective: ({ decidedOn }) => decidedOn,
  says: ({ review, decidedOn }) => `Decision at formal review ${review} revised on ${decidedOn}`,
});
