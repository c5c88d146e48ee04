import { defineEvent, FreeText, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsPersonId, IsText } from '../fields';
import { Source } from '../local-area/source.parts.command';
import { INSPECTORATES, PLAN_RECIPIENTS, RECIPIENT_SAYS, type Inspectorate, type PlanRecipient } from './case.vocabulary';

class ActionPlanSubmittedShape {
  @IsId() area!: string;
  /** Inspection that requires the plan, by its id on the local area. */
  @IsId() inspection!: string;
  /** To whom. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(4) @IsIn(PLAN_RECIPIENTS, { each: true }) to!: PlanRecipient[];
  @IsDay() submittedOn!: string;
  /** Whether it had been returned before. */
  @IsBoolean() again!: boolean;
  /** The local area as it was found, `stream@revision`. */
  @IsText(200) judgedBy!: string;
}
/** The local area submitted its plan (J3). */
export const ActionPlanSubmitted = defineEvent('ActionPlanSubmitted', ActionPlanSubmittedShape, {
  effective: ({ submittedOn }) => submittedOn,
  says: ({ submittedOn, again, to }) =>
    `Priority action plan submitted ${again ? 'again ' : ''}on ${submittedOn} to ${to.map((one) => RECIPIENT_SAYS[one]).join(' and ')}`,
});

class ActionPlanSubmissionCorrectedShape extends ActionPlanSubmittedShape {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The submission of a plan had been recorded wrongly (J3). */
export const ActionPlanSubmissionCorrected = defineEvent('ActionPlanSubmissionCorrected', ActionPlanSubmissionCorrectedShape, {
  effective: ({ submittedOn }) => submittedOn,
  says: ({ submittedOn }) => `Corrected: priority action plan submitted on ${submittedOn}`,
});

class ActionPlanAcceptedShape {
  @IsId() area!: string;
  @IsId() inspection!: string;
  /** Who accepted it. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(2) @IsIn(INSPECTORATES, { each: true }) by!: Inspectorate[];
  @IsDay() acceptedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** The inspectorates accepted the plan (J3). */
export const ActionPlanAccepted = defineEvent('ActionPlanAccepted', ActionPlanAcceptedShape, {
  effective: ({ acceptedOn }) => acceptedOn,
  says: ({ acceptedOn }) => `Priority action plan accepted on ${acceptedOn}`,
});

class ActionPlanReturnedShape {
  @IsId() area!: string;
  @IsId() inspection!: string;
  /** Who returned it. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(2) @IsIn(INSPECTORATES, { each: true }) by!: Inspectorate[];
  @IsDay() returnedOn!: string;
  /** Day by which it is to be submitted again, inclusive. */
  @IsDay() dueOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** The inspectorates returned the plan with reasons: it is due again (J3). */
export const ActionPlanReturned = defineEvent('ActionPlanReturned', ActionPlanReturnedShape, {
  effective: ({ returnedOn }) => returnedOn,
  says: ({ returnedOn, dueOn }) => `Priority action plan returned on ${returnedOn}, due again by ${dueOn}`,
});

class ActionPlanPublishedShape {
  @IsId() area!: string;
  @IsId() inspection!: string;
  @IsDay() publishedOn!: string;
  @Nested(() => Source) source!: Source;
}
/** The local area published its accepted plan (J3). */
export const ActionPlanPublished = defineEvent('ActionPlanPublished', ActionPlanPublishedShape, {
  effective: ({ publishedOn }) => publishedOn,
  says: ({ publishedOn }) => `Priority action plan published on ${publishedOn}`,
});

class ActionPlanWithdrawnShape {
  @IsId() area!: string;
  @IsId() inspection!: string;
  /** Day of the submission that does not stand. */
  @IsDay() submittedOn!: string;
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A submission was withdrawn, or should not have been recorded: the plan is owed as before it (J3). */
export const ActionPlanWithdrawn = defineEvent('ActionPlanWithdrawn', ActionPlanWithdrawnShape, {
  effective: ({ submittedOn }) => submittedOn,
  says: ({ submittedOn }) => `Submission of the priority action plan on ${submittedOn} withdrawn`,
});

class ActionPlanAnswerWithdrawnShape {
  @IsId() area!: string;
  @IsId() inspection!: string;
  /** What had been recorded. */
  @IsIn(['accepted', 'returned', 'published']) answer!: 'accepted' | 'returned' | 'published';
  /** Day from which it had been so. */
  @IsDay() effectiveOn!: string;
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An acceptance, a return or a publication of the plan should not have been recorded (J3). */
export const ActionPlanAnswerWithdrawn = defineEvent('ActionPlanAnswerWithdrawn', ActionPlanAnswerWithdrawnShape, {
  effective: ({ effectiveOn }) => effectiveOn,
  says: ({ answer, effectiveOn }) => `Withdrawn: priority action plan ${answer} on ${effectiveOn}`,
});

class ActionAddedShape {
  @IsId() area!: string;
  /** Id of the action within the case. */
  @IsId() action!: string;
  /** Outcome that it serves. */
  @IsId() outcome!: string;
  /** Opaque id of who owns it. */
  @IsPersonId() owner!: string;
  /** Day by which it is to be completed, inclusive. */
  @IsDay() dueOn!: string;
  @FreeText('management-information') @IsText() what!: string;
}
/** An action of the plan has an owner and a date (J3). */
export const ActionAdded = defineEvent('ActionAdded', ActionAddedShape, {
  says: ({ action, outcome, dueOn }) => `Action ${action} for outcome ${outcome} added, due by ${dueOn}`,
});

class ActionCompletedShape {
  @IsId() area!: string;
  @IsId() action!: string;
  @IsId() outcome!: string;
  @IsDay() completedOn!: string;
  @FreeText('management-information') @IsText() reason!: string;
}
/** An action of the plan was completed (J3). */
export const ActionCompleted = defineEvent('ActionCompleted', ActionCompletedShape, {
  effective: ({ completedOn }) => completedOn,
  says: ({ action, completedOn }) => `Action ${action} completed on ${completedOn}`,
});

class ActionRebaselinedShape {
  @IsId() area!: string;
  @IsId() action!: string;
  @IsId() outcome!: string;
  /** Opaque id of who owns it from then on. */
  @IsPersonId() owner!: string;
  @IsDay() dueOn!: string;
  @IsDay() previousDueOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** An action of the plan has another date or owner (J3). */
export const ActionRebaselined = defineEvent('ActionRebaselined', ActionRebaselinedShape, {
  says: ({ action, dueOn, previousDueOn }) => `Action ${action} rebaselined from ${previousDueOn} to ${dueOn}`,
});

class ActionRemovedShape {
  @IsId() area!: string;
  @IsId() action!: string;
  @IsId() outcome!: string;
  @FreeText() @IsText() reason!: string;
}
/** An action is no longer part of the plan (J3). */
export const ActionRemoved = defineEvent('ActionRemoved', ActionRemovedShape, {
  says: ({ action, outcome }) => `Action ${action} for outcome ${outcome} removed`,
});

class ActionReopenedShape {
  @IsId() area!: string;
  @IsId() action!: string;
  @IsId() outcome!: string;
  @IsDay() dueOn!: string;
  /** Day from which it had been completed; absent where it had been taken out. */
  @IsOptional() @IsDay() endedOn?: string;
  /** Revision of the completion or removal that should not stand. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An action is open again: its completion or removal should not have been recorded (J3). */
export const ActionReopened = defineEvent('ActionReopened', ActionReopenedShape, {
  effective: ({ endedOn }) => endedOn,
  says: ({ action, dueOn }) => `Action ${action} is open again, due by ${dueOn}`,
});
