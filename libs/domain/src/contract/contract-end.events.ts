import { defineEvent, FreeText, Nested } from '@app/event-sourcing';
import { IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';
import { IsCount, IsDay, IsId, IsPersonId, IsText } from '../fields';
import { IsCallOffDays } from './contract.fields';
import { BREAK_ANSWERS, type BreakAnswer } from './contract.vocabulary';

class ExtensionNoticeGivenShape {
  /** Day on which the supplier was told. */
  @IsDay() givenOn!: string;
  /** Last day for this notice: the end less one month. */
  @IsDay() noticeBy!: string;
  /** The end from which the contract may be extended. */
  @IsDay() endsOn!: string;
  /** Whole months that are intended; absent where the notice left it open. */
  @IsOptional() @IsCount(1, 12) months?: number;
  /** References that stand on the notice (C20). */
  @IsArray() @IsId({ each: true }) references!: string[];
  @FreeText() @IsText() reason!: string;
}
/** The Department gave notice that it intends to extend (C6). */
export const ExtensionNoticeGiven = defineEvent('ExtensionNoticeGiven', ExtensionNoticeGivenShape, {
  effective: ({ givenOn }) => givenOn,
  says: ({ givenOn, noticeBy }) => `Notice of extension given on ${givenOn}, due by ${noticeBy}`,
});

class ExtensionStepReasonShape {
  @FreeText() @IsText() reason!: string;
}
/** The Department took its notice of extension back (C6). */
export const ExtensionNoticeWithdrawn = defineEvent('ExtensionNoticeWithdrawn', ExtensionStepReasonShape, {
  says: () => 'Notice of extension withdrawn',
});

class ExtensionOfferedShape {
  @IsDay() offeredOn!: string;
  /** Whole months offered. */
  @IsCount(1, 12) months!: number;
  /** The end if it is agreed. */
  @IsDay() completesOn!: string;
  /** Call-off days per month offered, an exact decimal; absent where they stay as they are. */
  @IsOptional() @IsCallOffDays() callOffDays?: string;
  /** References that stand on the offer (C20). */
  @IsArray() @IsId({ each: true }) references!: string[];
  @FreeText() @IsText() reason!: string;
}
/** An extension was offered, without prejudice until it is agreed (C7). */
export const ExtensionOffered = defineEvent('ExtensionOffered', ExtensionOfferedShape, {
  effective: ({ offeredOn }) => offeredOn,
  says: ({ months, completesOn }) => `Extension by ${months} months to ${completesOn} offered without prejudice`,
});

/** The supplier declined the offered extension (C7). */
export const ExtensionDeclined = defineEvent('ExtensionDeclined', ExtensionStepReasonShape, { says: () => 'Offered extension declined' });

/** The Department took the offered extension back (C7). */
export const ExtensionWithdrawn = defineEvent('ExtensionWithdrawn', ExtensionStepReasonShape, {
  says: () => 'Offered extension withdrawn',
});

class ContractExtendedShape {
  /** Day of the agreement. */
  @IsDay() agreedOn!: string;
  /** Whole months of this step. */
  @IsCount(1, 12) months!: number;
  /** Whole months of all steps so far. */
  @IsCount(1, 12) totalMonths!: number;
  /** The end before this step. */
  @IsDay() previousEnd!: string;
  /** The new end: the original completion plus all months, a month end staying a month end. */
  @IsDay() completion!: string;
  /** Last day of notice for a further step; absent where all twelve months are used. */
  @IsOptional() @IsDay() extensionNoticeBy?: string;
  /** Call-off days per month from the day after the previous end, an exact decimal; absent where they stay as they are. */
  @IsOptional() @IsCallOffDays() callOffDays?: string;
  /** Local areas of the contract, by their ids. */
  @IsArray() @IsId({ each: true }) areas!: string[];
  @FreeText() @IsText() reason!: string;
  /** Why it was recorded after the previous end; absent where it was recorded by then. */
  @FreeText() @IsOptional() @IsText() lateReason?: string;
}
/** An extension was agreed: the contract ends later (C6, C7). The maximum value stays. */
export const ContractExtended = defineEvent('ContractExtended', ContractExtendedShape, {
  effective: ({ agreedOn }) => agreedOn,
  says: ({ months, completion }) => `Contract extended by ${months} months to ${completion}`,
});

class ExtensionCorrectedShape extends ContractExtendedShape {
  /** Revision of the extension that this stands in for. */
  @IsCount() corrects!: number;
}
/** The record of the latest extension was corrected; `completion` is the end as it now stands (C6). */
export const ExtensionCorrected = defineEvent('ExtensionCorrected', ExtensionCorrectedShape, {
  effective: ({ agreedOn }) => agreedOn,
  says: ({ months, completion }) => `The record of the extension was corrected: ${months} months to ${completion}`,
});

class StandingOfferShape {
  @IsDay() offeredOn!: string;
  /** Whole months offered. */
  @IsCount(1, 12) months!: number;
  /** The end if it is agreed. */
  @IsDay() completesOn!: string;
  /** Call-off days per month offered, an exact decimal; absent where they stay as they are. */
  @IsOptional() @IsCallOffDays() callOffDays?: string;
}

class ExtensionRecordWithdrawnShape {
  /** Day on which it had been said to be agreed. */
  @IsDay() agreedOn!: string;
  /** Whole months that are taken back. */
  @IsCount(1, 12) months!: number;
  /** Whole months of the steps that stand. */
  @IsCount(0, 11) totalMonths!: number;
  /** The end as it stands without the extension. */
  @IsDay() endsOn!: string;
  /** Whether that end is an early one (C5). */
  @IsBoolean() endedEarly!: boolean;
  /** Last day of notice for an extension from the end as agreed without this one. */
  @IsDay() extensionNoticeBy!: string;
  /** Day of the notice upon which it was recorded, which stands again. */
  @IsOptional() @IsDay() noticeGivenOn?: string;
  /** The offer that it was recorded as agreement to, which stands again; absent where there was none. */
  @Nested(() => StandingOfferShape) @IsOptional() offer?: StandingOfferShape;
  /** Local areas of the contract, by their ids. */
  @IsArray() @IsId({ each: true }) areas!: string[];
  /** Revision of the extension, or of its latest correction. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** The record of an extension that was never agreed was withdrawn; what it was recorded upon stands as before (C6, C7). */
export const ExtensionRecordWithdrawn = defineEvent('ExtensionRecordWithdrawn', ExtensionRecordWithdrawnShape, {
  effective: ({ agreedOn }) => agreedOn,
  says: ({ agreedOn, months, endsOn }) =>
    `The record of an extension by ${months} months, agreed on ${agreedOn}, was withdrawn: the contract ends on ${endsOn}`,
});

class ExtensionRightEndedShape {
  /** Last day on which notice could be given. */
  @IsDay() noticeBy!: string;
  /** The end that therefore stays. */
  @IsDay() endsOn!: string;
}
/** The last day for notice passed without notice: the right to extend ended, which is no lapse (C6). */
export const ExtensionRightEnded = defineEvent('ExtensionRightEnded', ExtensionRightEndedShape, {
  effective: ({ noticeBy }) => noticeBy,
  says: ({ noticeBy, endsOn }) => `No notice of extension by ${noticeBy}: the contract ends on ${endsOn}`,
});

class BreakAnsweredShape {
  @IsIn(BREAK_ANSWERS) answer!: BreakAnswer;
  /** The break point of the order. */
  @IsDay() breakOn!: string;
  /** The end of the contract after this answer. */
  @IsDay() endsOn!: string;
  /** Local areas of the contract, by their ids. */
  @IsArray() @IsId({ each: true }) areas!: string[];
  /** Who decided, an opaque id. */
  @IsPersonId() decidedBy!: string;
  /** References that stand on the answer (C20). */
  @IsArray() @IsId({ each: true }) references!: string[];
  @FreeText() @IsText() reason!: string;
}
/** The break point was answered: the contract goes on, or ends on that day (C4). */
export const BreakAnswered = defineEvent('BreakAnswered', BreakAnsweredShape, {
  says: ({ answer, breakOn, endsOn }) =>
    answer === 'terminate'
      ? `The Department terminates the contract at the break of ${breakOn}`
      : `The contract goes on beyond the break of ${breakOn} to ${endsOn}`,
});

class BreakAnswerWithdrawnShape {
  /** The answer that is taken back. */
  @IsIn(BREAK_ANSWERS) answer!: BreakAnswer;
  /** Day on which it had been recorded. */
  @IsDay() answeredOn!: string;
  /** The answer before it, which stands again; absent where the break is not answered any more. */
  @IsOptional() @IsIn(BREAK_ANSWERS) standing?: BreakAnswer;
  /** The break point of the order. */
  @IsDay() breakOn!: string;
  /** The end of the contract as it stands without the answer. */
  @IsDay() endsOn!: string;
  /** Whether that end is an early one (C5). */
  @IsBoolean() endedEarly!: boolean;
  /** Local areas of the contract, by their ids. */
  @IsArray() @IsId({ each: true }) areas!: string[];
  /** Revision of the answer. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** An answer to the break that nobody gave was taken back (C4). */
export const BreakAnswerWithdrawn = defineEvent('BreakAnswerWithdrawn', BreakAnswerWithdrawnShape, {
  effective: ({ answeredOn }) => answeredOn,
  says: ({ answer, breakOn, endsOn }) =>
    `The answer to the break of ${breakOn}, to ${answer}, was taken back: the contract ends on ${endsOn}`,
});

class ContractEndedEarlyShape {
  /** Day of the decision. */
  @IsDay() decidedOn!: string;
  /** Who decided, an opaque id. */
  @IsPersonId() decidedBy!: string;
  /** Last day of the contract. */
  @IsDay() endsOn!: string;
  /** The end before this decision. */
  @IsDay() previousEnd!: string;
  /** Local areas of the contract, by their ids. */
  @IsArray() @IsId({ each: true }) areas!: string[];
  /** References that stand on the decision (C20). */
  @IsArray() @IsId({ each: true }) references!: string[];
  @FreeText() @IsText() reason!: string;
}
/** The Department ended the contract early, at its absolute discretion (C5). */
export const ContractEndedEarly = defineEvent('ContractEndedEarly', ContractEndedEarlyShape, {
  effective: ({ decidedOn }) => decidedOn,
  says: ({ endsOn, previousEnd }) => `Contract ended early, on ${endsOn} instead of ${previousEnd}`,
});

class EarlyEndWithdrawnShape {
  /** The end that stands again. */
  @IsDay() endsOn!: string;
  /** Local areas of the contract, by their ids. */
  @IsArray() @IsId({ each: true }) areas!: string[];
  @FreeText() @IsText() reason!: string;
}
/** The decision to end early was taken back before that end came (C5). */
export const EarlyEndWithdrawn = defineEvent('EarlyEndWithdrawn', EarlyEndWithdrawnShape, {
  says: ({ endsOn }) => `The decision to end early was withdrawn: the contract ends on ${endsOn}`,
});

class ContractCompletedShape {
  /** Last day of the contract. */
  @IsDay() endsOn!: string;
  /** Local areas of the contract, by their ids. */
  @IsArray() @IsId({ each: true }) areas!: string[];
}
/** The contract ran to its completion (C1). */
export const ContractCompleted = defineEvent('ContractCompleted', ContractCompletedShape, {
  effective: ({ endsOn }) => endsOn,
  says: ({ endsOn }) => `Contract completed on ${endsOn}`,
});
