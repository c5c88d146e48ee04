import { defineEvent, FreeText } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn } from 'class-validator';
import { IsCount, IsDay, IsId, IsText } from '../fields';
import { OUTCOME_KIND_SAYS, OUTCOME_KINDS, type OutcomeKind } from './case.vocabulary';

class OutcomeAgreedShape {
  /** Local area by its id (A1). */
  @IsId() area!: string;
  /** Id of the outcome within the case. */
  @IsId() outcome!: string;
  @IsIn(OUTCOME_KINDS) kind!: OutcomeKind;
  /** The inspection's words, or the order's; published. */
  @IsText() words!: string;
  /** Success measures, in the order's words. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @IsText(4_000, { each: true }) measures!: string[];
  @IsDay() agreedOn!: string;
}
/** An outcome of Annex A was agreed (A1). */
export const OutcomeAgreed = defineEvent('OutcomeAgreed', OutcomeAgreedShape, {
  effective: ({ agreedOn }) => agreedOn,
  says: ({ outcome, kind, words }) => `Outcome ${outcome} (${OUTCOME_KIND_SAYS[kind]}) agreed: ${words}`,
});

class OutcomeRewordedShape {
  @IsId() area!: string;
  @IsId() outcome!: string;
  @IsIn(OUTCOME_KINDS) kind!: OutcomeKind;
  /** The words as they stand from then on. */
  @IsText() words!: string;
  /** Success measures as they stand from then on. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(20) @IsText(4_000, { each: true }) measures!: string[];
  @FreeText() @IsText() reason!: string;
}
/** The words or the measures of an outcome were put otherwise (A1). */
export const OutcomeReworded = defineEvent('OutcomeReworded', OutcomeRewordedShape, {
  says: ({ outcome, words }) => `Outcome ${outcome} reworded: ${words}`,
});

class OutcomeAchievedShape {
  @IsId() area!: string;
  @IsId() outcome!: string;
  @IsIn(OUTCOME_KINDS) kind!: OutcomeKind;
  @IsDay() achievedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** An outcome was achieved, by its success measures (A5). */
export const OutcomeAchieved = defineEvent('OutcomeAchieved', OutcomeAchievedShape, {
  effective: ({ achievedOn }) => achievedOn,
  says: ({ outcome, kind, achievedOn }) => `Outcome ${outcome} (${OUTCOME_KIND_SAYS[kind]}) achieved on ${achievedOn}`,
});

class OutcomeWithdrawnShape {
  @IsId() area!: string;
  @IsId() outcome!: string;
  @IsIn(OUTCOME_KINDS) kind!: OutcomeKind;
  @IsDay() withdrawnOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** An outcome is not pursued any longer (A1, reading 27). */
export const OutcomeWithdrawn = defineEvent('OutcomeWithdrawn', OutcomeWithdrawnShape, {
  effective: ({ withdrawnOn }) => withdrawnOn,
  says: ({ outcome, kind, withdrawnOn }) => `Outcome ${outcome} (${OUTCOME_KIND_SAYS[kind]}) withdrawn on ${withdrawnOn}`,
});

class OutcomeReinstatedShape {
  @IsId() area!: string;
  @IsId() outcome!: string;
  @IsIn(OUTCOME_KINDS) kind!: OutcomeKind;
  /** Day from which it had been achieved or withdrawn. */
  @IsDay() endedOn!: string;
  /** Revision of the record that should not stand. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An outcome is pursued again: its achievement or withdrawal should not have been recorded (A1). */
export const OutcomeReinstated = defineEvent('OutcomeReinstated', OutcomeReinstatedShape, {
  effective: ({ endedOn }) => endedOn,
  says: ({ outcome, kind }) => `Outcome ${outcome} (${OUTCOME_KIND_SAYS[kind]}) is pursued again`,
});
