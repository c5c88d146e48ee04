import { defineEvent, type EventsIn, FreeText, Nested } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsBoolean, IsInt, IsOptional, IsString, Matches, Max, Min } from 'class-validator';
import { IsCount, IsDay, IsEventRef, IsId, IsInstant, IsStreamName, IsText } from '../fields';
import type * as module from './requirement.events';
import { Counting, FollowingEscalation, ImposedBy, Setting } from './requirement.parts.command';

export type RequirementEvent = EventsIn<typeof module>;

class RequirementImposedShape {
  /** Row of the table of requirements, e.g. `monthly-report`. */
  @Matches(/^[a-z]+(-[a-z]+)*$/) definition!: string;
  /** Rule id that asks for it. */
  @Matches(/^[A-Z]\d{1,2}$/) rule!: string;
  /** What must be done, as the table says it. */
  @IsText(300) says!: string;
  /** Stream that it concerns. */
  @IsStreamName() what!: string;
  /** Which one of its kind: first day of a period, or the id of the thing that imposes it. */
  @Matches(/^[A-Za-z0-9_.-]{1,60}$/) period!: string;
  /** London day from which it is owed. */
  @IsDay() from!: string;
  /** Local areas that it concerns, by id. */
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) areas!: string[];
  /** London day, inclusive. */
  @IsDay() due!: string;
  /** Last instant that is in time. */
  @IsInstant() dueMoment!: string;
  /** London days, working days all, on which whoever must act is reminded; absent where nobody is (C4, reading 12). */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsDay({ each: true }) remindOn?: string[];
  /** How the due day follows, in a sentence. */
  @IsText(400) because!: string;
  @Nested(() => Counting) counted!: Counting;
  @IsArray() @ArrayMaxSize(20) @Nested(() => Setting, { each: true }) settings!: Setting[];
  @Nested(() => ImposedBy) imposedBy!: ImposedBy;
  @Nested(() => FollowingEscalation) escalation!: FollowingEscalation;
}
/** Something must be done or hold by a date (E2). */
export const RequirementImposed = defineEvent('RequirementImposed', RequirementImposedShape, {
  effective: ({ from }) => from,
  says: ({ says, due, because }) => `${says}: due on ${due} (${because})`,
});

class RequirementMetShape {
  /** What met it, `stream@revision`. */
  @IsEventRef() by!: string;
  /** When that was recorded: at or before the due moment. */
  @IsInstant() recordedAt!: string;
  /** London day on which that was true. */
  @IsDay() effectiveOn!: string;
}
/** What was owed was recorded in time (E2). */
export const RequirementMet = defineEvent('RequirementMet', RequirementMetShape, {
  effective: ({ effectiveOn }) => effectiveOn,
  says: ({ by }) => `Met in time by ${by}`,
});

class RequirementMetLateShape {
  /** What met it, `stream@revision`. */
  @IsEventRef() by!: string;
  /** When that was recorded: after the due moment. */
  @IsInstant() recordedAt!: string;
  /** London day on which that was true. */
  @IsDay() effectiveOn!: string;
  @IsDay() due!: string;
  /** Calendar days from the due day to the day of recording. */
  @IsCount(1) daysLate!: number;
}
/** What was owed was recorded after its due moment (E2). */
export const RequirementMetLate = defineEvent('RequirementMetLate', RequirementMetLateShape, {
  effective: ({ effectiveOn }) => effectiveOn,
  says: ({ by, due, daysLate }) => `Met late by ${by}: ${daysLate} ${daysLate === 1 ? 'day' : 'days'} after ${due}`,
});

class RequirementLapsedShape {
  @Matches(/^[a-z]+(-[a-z]+)*$/) definition!: string;
  @IsStreamName() what!: string;
  @Matches(/^[A-Za-z0-9_.-]{1,60}$/) period!: string;
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) areas!: string[];
  @IsDay() due!: string;
  /** When it was judged: at least 60 seconds after the due moment. */
  @IsInstant() judgedAt!: string;
  /** Position of the log up to which nothing was found that meets it. */
  @IsString() @Matches(/^\S{0,120}$/) readUpTo!: string;
  @Nested(() => FollowingEscalation) escalation!: FollowingEscalation;
  /** Whether the due moment was past already when the requirement was recorded (reading 31). */
  @IsBoolean() pastWhenImposed!: boolean;
}
/** The due moment passed and nothing that meets the requirement had been recorded (E2, E4, E5). */
export const RequirementLapsed = defineEvent('RequirementLapsed', RequirementLapsedShape, {
  effective: ({ due }) => due,
  says: ({ due, pastWhenImposed }) =>
    pastWhenImposed
      ? `Lapsed: it was due on ${due}, which was past when what asks for it was recorded`
      : `Lapsed: nothing was recorded by ${due}`,
});

class RequirementRescheduledShape {
  @IsDay() previousDue!: string;
  /** London day, inclusive. */
  @IsDay() due!: string;
  /** Last instant that is in time. */
  @IsInstant() dueMoment!: string;
  /** London days, working days all, on which whoever must act is reminded; absent where nobody is (C4, reading 12). */
  @IsOptional() @IsArray() @ArrayMaxSize(20) @IsDay({ each: true }) remindOn?: string[];
  /** How the new due day follows, in a sentence. */
  @IsText(400) because!: string;
  @Nested(() => Counting) counted!: Counting;
  /** What moved it. */
  @Nested(() => ImposedBy) imposedBy!: ImposedBy;
  /** Whether a lapse stands: false where there was none or the new due moment lies ahead. */
  @IsBoolean() stillLapsed!: boolean;
}
/** A fact that the due day rests on was corrected or came later, and moved it (E2). */
export const RequirementRescheduled = defineEvent('RequirementRescheduled', RequirementRescheduledShape, {
  says: ({ previousDue, due, because }) => `Due on ${due} instead of ${previousDue} (${because})`,
});

class RequirementAreasRestatedShape {
  @Matches(/^[a-z]+(-[a-z]+)*$/) definition!: string;
  @Matches(/^[A-Z]\d{1,2}$/) rule!: string;
  /** What must be done, as it was imposed. */
  @IsText(400) says!: string;
  @IsStreamName() what!: string;
  @IsDay() due!: string;
  /** When it was judged to have lapsed; absent where it has not. */
  @IsOptional() @IsInstant() lapsedAt?: string;
  /** Local areas that it concerns from now on, by their ids. */
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) areas!: string[];
  /** Those that it was recorded for. */
  @IsArray() @ArrayMaxSize(50) @IsId({ each: true }) previousAreas!: string[];
  /** What moved it to them, `stream@revision`. */
  @IsEventRef() by!: string;
}
/** What is still owed is owed for other local areas than recorded: an area has passed to its successors, or an order was corrected (E2, J1). */
export const RequirementAreasRestated = defineEvent('RequirementAreasRestated', RequirementAreasRestatedShape, {
  says: ({ areas, previousAreas, by }) =>
    `Owed for ${areas.join(', ') || 'no local area'} instead of ${previousAreas.join(', ') || 'none'} (${by})`,
});

class RequirementReopenedShape {
  /** What undid it, `stream@revision`. */
  @IsEventRef() correction!: string;
  /** In a sentence. */
  @IsText(400) because!: string;
}
/** What met or ended the requirement was corrected, so it is owed again (E2). */
export const RequirementReopened = defineEvent('RequirementReopened', RequirementReopenedShape, {
  says: ({ because, correction }) => `Owed again: ${because} (${correction})`,
});

class RequirementReleasedShape {
  /** What ended it, `stream@revision`. */
  @IsEventRef() by!: string;
  /** In a sentence. */
  @IsText(400) because!: string;
}
/** What the requirement served has ended (E2). */
export const RequirementReleased = defineEvent('RequirementReleased', RequirementReleasedShape, {
  says: ({ because, by }) => `No longer owed: ${because} (${by})`,
});

class RequirementWaivedShape {
  @FreeText() @IsText() reason!: string;
}
/** A person decided that it need not be done (E2). */
export const RequirementWaived = defineEvent('RequirementWaived', RequirementWaivedShape, { says: () => 'Waived, with a reason' });

class WaiverWithdrawnShape {
  /** Revision of the waiver. */
  @IsInt() @Min(0) @Max(1_000_000) corrects!: number;
  @FreeText() @IsText() reason!: string;
}
/** A waiver was taken back: the requirement stands as before (E2). */
export const WaiverWithdrawn = defineEvent('WaiverWithdrawn', WaiverWithdrawnShape, { says: () => 'Waiver withdrawn, with a reason' });
