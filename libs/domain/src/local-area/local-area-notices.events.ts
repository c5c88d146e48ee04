import { defineEvent, FreeText, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { IsCount, IsDay, IsId, IsText } from '../fields';
import { ImprovementNotice, NoticeStep } from './local-area.parts.command';

class ImprovementNoticeIssuedShape extends ImprovementNotice {}
/** The Department issued an improvement notice (J10). */
export const ImprovementNoticeIssued = defineEvent('ImprovementNoticeIssued', ImprovementNoticeIssuedShape, {
  effective: ({ issuedOn }) => issuedOn,
  says: ({ notice, issuedOn, steps }) => `Improvement notice ${notice} issued on ${issuedOn} with ${steps.length} steps`,
});

class ImprovementNoticeCorrectedShape extends ImprovementNotice {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An improvement notice had been recorded wrongly (J10). */
export const ImprovementNoticeCorrected = defineEvent('ImprovementNoticeCorrected', ImprovementNoticeCorrectedShape, {
  effective: ({ issuedOn }) => issuedOn,
  says: ({ notice, issuedOn, steps }) => `Corrected: improvement notice ${notice} issued on ${issuedOn} with ${steps.length} steps`,
});

class ImprovementNoticeVariedShape {
  @IsId() notice!: string;
  @IsDay() variedOn!: string;
  /** Every step as it stands from then on; a step that is not here has been dropped. */
  @IsArray() @ArrayMaxSize(60) @Nested(() => NoticeStep, { each: true }) steps!: NoticeStep[];
  @FreeText() @IsText() reason!: string;
}
/** The Department varied the steps of an improvement notice (J10). */
export const ImprovementNoticeVaried = defineEvent('ImprovementNoticeVaried', ImprovementNoticeVariedShape, {
  effective: ({ variedOn }) => variedOn,
  says: ({ notice, variedOn, steps }) => `Improvement notice ${notice} varied on ${variedOn}: ${steps.length} steps`,
});

class ImprovementNoticeStepConfirmedShape {
  @IsId() notice!: string;
  @IsId() step!: string;
  @IsDay() confirmedOn!: string;
  /** Day by which it was to be taken. */
  @IsDay() dueOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** The Department confirmed that a step of an improvement notice was taken (J10). */
export const ImprovementNoticeStepConfirmed = defineEvent('ImprovementNoticeStepConfirmed', ImprovementNoticeStepConfirmedShape, {
  effective: ({ confirmedOn }) => confirmedOn,
  says: ({ notice, step, confirmedOn }) => `Step ${step} of improvement notice ${notice} confirmed on ${confirmedOn}`,
});

class NoticeStepConfirmationWithdrawnShape {
  @IsId() notice!: string;
  @IsId() step!: string;
  /** Day by which it is to be taken. */
  @IsDay() dueOn!: string;
  /** Day from which it had been confirmed. */
  @IsDay() confirmedOn!: string;
  /** Revision of the confirmation that is withdrawn. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A confirmation of a step was withdrawn: it had been recorded wrongly (J10). */
export const NoticeStepConfirmationWithdrawn = defineEvent('NoticeStepConfirmationWithdrawn', NoticeStepConfirmationWithdrawnShape, {
  effective: ({ confirmedOn }) => confirmedOn,
  says: ({ notice, step }) => `Confirmation of step ${step} of improvement notice ${notice} withdrawn`,
});

class ImprovementNoticeLiftedShape {
  @IsId() notice!: string;
  @IsDay() liftedOn!: string;
  @FreeText() @IsText() reason!: string;
}
/** The Department lifted an improvement notice (J10). */
export const ImprovementNoticeLifted = defineEvent('ImprovementNoticeLifted', ImprovementNoticeLiftedShape, {
  effective: ({ liftedOn }) => liftedOn,
  says: ({ notice, liftedOn }) => `Improvement notice ${notice} lifted on ${liftedOn}`,
});

class ImprovementNoticeReinstatedShape {
  @IsId() notice!: string;
  /** Day from which it had been lifted. */
  @IsDay() liftedOn!: string;
  /** Revision of the lifting that should not stand. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The lifting of an improvement notice was taken back: it had been recorded wrongly (J10). */
export const ImprovementNoticeReinstated = defineEvent('ImprovementNoticeReinstated', ImprovementNoticeReinstatedShape, {
  effective: ({ liftedOn }) => liftedOn,
  says: ({ notice }) => `Lifting of improvement notice ${notice} taken back`,
});
