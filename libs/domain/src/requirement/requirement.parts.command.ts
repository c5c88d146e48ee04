import { Nested } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { ESCALATION_LEVELS, ESCALATION_NEEDS, type EscalationLevel, type EscalationNeed } from '../escalation/escalation.parts.command';
import { IsCount, IsDay, IsEventRef, IsText } from '../fields';

/** How days can be counted (E2). `date`: nothing is counted, the day was given. */
export const COUNTING_UNITS = ['working-days', 'calendar-days', 'months', 'date'] as const;
export type CountingUnit = (typeof COUNTING_UNITS)[number];

/** A number that was in force when the requirement was imposed; later ones do not move its due day. */
export class Setting {
  /** Name in the table of requirements, e.g. `graceDays`. */
  @Matches(/^[a-z][A-Za-z0-9]{0,39}$/) name!: string;
  /** Its value, in the unit that the name says. */
  @IsInt() @Min(0) @Max(10_000) value!: number;
}

/** A day that did not count. */
export class SkippedDay {
  @IsDay() day!: string;
  /** Saturday, Sunday or the name of the bank holiday. */
  @IsText(120) because!: string;
}

/** How the due day was found. */
export class Counting {
  /** Day from which was counted; the day after it is day 1. */
  @IsDay() from!: string;
  @IsIn(COUNTING_UNITS) unit!: CountingUnit;
  /** How many units; 0 for a day that was given. */
  @IsCount(0, 10_000) count!: number;
  /** Weekends and bank holidays passed over, in order; empty unless working days are counted. */
  @IsArray() @ArrayMaxSize(1_000) @Nested(() => SkippedDay, { each: true }) skipped!: SkippedDay[];
  /** Version of the bank holiday data, where working days are counted. */
  @IsOptional() @IsText(80) calendarVersion?: string;
}

/** A count as plain data, for an event. */
export const recordedCounting = ({ skipped, ...counting }: Counting): Counting => ({
  ...counting,
  skipped: skipped.map((day) => ({ ...day })),
});

/** What called for the requirement. */
export class ImposedBy {
  /** The recorded event, `stream@revision`. */
  @IsEventRef() event!: string;
  /** London day from which that event is true. */
  @IsDay() effectiveOn!: string;
}

/** The escalation that a lapse leads to (E3, E6). */
export class FollowingEscalation {
  @IsIn(ESCALATION_LEVELS) level!: EscalationLevel;
  @IsIn(ESCALATION_NEEDS) need!: EscalationNeed;
  /** Level in place of `level` where the period before has lapsed too. */
  @IsOptional() @IsIn(ESCALATION_LEVELS) secondInARow?: EscalationLevel;
}
