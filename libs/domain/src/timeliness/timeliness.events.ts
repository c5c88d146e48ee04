import { defineEvent, FreeText, type EventsIn } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { IsCount, IsEventRef, IsFigure, IsId, IsText, MARKER_SAYS } from '../fields';
import type * as module from './timeliness.events';
import { TimelinessCounts } from './timeliness.parts.command';
import { BASIS_SAYS, ENGLAND, FIRST_YEAR, LAST_YEAR, TIMELINESS_BASES, type TimelinessBasis } from './timeliness.vocabulary';

/** Everything that can happen to a year's figures of one area. */
export type TimelinessEvent = EventsIn<typeof module>;

/** A source's figure of a year. A computed rate has one decimal; a published one is as published. What is published is open. */
class YearFigure extends TimelinessCounts {
  /** Local area by its id, or `england`. */
  @IsId() area!: string;
  /** Calendar year. */
  @IsCount(FIRST_YEAR, LAST_YEAR) year!: number;
  @IsIn(TIMELINESS_BASES) basis!: TimelinessBasis;
  /** Per cent issued within 20 weeks, or the marker `x` or `z`: computed where there are counts, otherwise as published. */
  @IsFigure() rate!: string;
  /** Rate of the preferred source on this basis from now on: what the year goes by. */
  @IsFigure() standing!: string;
}

class TimelinessRecordedShape extends YearFigure {
  /** The local area that it was judged by, `stream@revision`; absent for England. */
  @IsOptional() @IsEventRef() judgedBy?: string;
}

class TimelinessRevisedShape extends YearFigure {
  /** Rate that the source had published before. */
  @IsFigure() previousRate!: string;
  /** Revision of the record that the source has revised; it stays on record. */
  @IsCount() revises!: number;
}

class TimelinessCorrectedShape extends YearFigure {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}

class TimelinessWithdrawnShape {
  /** Local area by its id, or `england`. */
  @IsId() area!: string;
  /** Calendar year. */
  @IsCount(FIRST_YEAR, LAST_YEAR) year!: number;
  @IsIn(TIMELINESS_BASES) basis!: TimelinessBasis;
  /** Revision of the record that should never have been made. */
  @IsCount() corrects!: number;
  /** Rate of the preferred source on this basis from now on; absent where no figure is left. */
  @IsOptional() @IsFigure() standing?: string;
  @FreeText() @IsText() reason!: string;
}

class TimelinessSourcePreferredShape {
  /** Local area by its id, or `england`. */
  @IsId() area!: string;
  /** Calendar year. */
  @IsCount(FIRST_YEAR, LAST_YEAR) year!: number;
  @IsIn(TIMELINESS_BASES) basis!: TimelinessBasis;
  /** Revision of the record whose source is preferred. */
  @IsCount() prefers!: number;
  /** Publisher that is preferred. */
  @IsText(200) publisher!: string;
  /** Rate of the preferred source on this basis from now on: what the year goes by. */
  @IsFigure() standing!: string;
  @FreeText() @IsText() reason!: string;
}

interface Said {
  readonly area: string;
  readonly year: number;
  readonly basis: TimelinessBasis;
}

const percent = (rate: string): string => MARKER_SAYS[rate] ?? `${rate} per cent`;

const what = ({ area, year, basis }: Said): string =>
  `EHC plans issued within 20 weeks in ${year}${area === ENGLAND ? ' in England' : ''}, ${BASIS_SAYS[basis]}`;

const figure = (said: YearFigure): string => {
  const counts = said.issued === undefined ? '' : ` (${said.withinTwentyWeeks} of ${said.issued})`;
  return `${what(said)}: ${percent(said.rate)}${counts}, ${said.source.publisher}`;
};

/** What is said of a calendar year is true from its last day on. */
const effective = ({ year }: Said): string => `${year}-12-31`;

/** A source published how many plans were issued within 20 weeks (J7). */
export const TimelinessRecorded = defineEvent('TimelinessRecorded', TimelinessRecordedShape, { effective, says: figure });

/** A source revised a figure in a later publication; what it had published stays on record (J7). */
export const TimelinessRevised = defineEvent('TimelinessRevised', TimelinessRevisedShape, {
  effective,
  says: (data) => `Revised by its publisher: ${figure(data)}`,
});

/** A published figure had been recorded wrongly (J7). */
export const TimelinessCorrected = defineEvent('TimelinessCorrected', TimelinessCorrectedShape, {
  effective,
  says: (data) => `Corrected: ${figure(data)}`,
});

/** A figure should never have been recorded; the record of it stays (J7). */
export const TimelinessWithdrawn = defineEvent('TimelinessWithdrawn', TimelinessWithdrawnShape, {
  effective,
  says: (data) =>
    `${what(data)}: a figure withdrawn${data.standing === undefined ? ', none is left' : `, ${percent(data.standing)} stands`}`,
});

/** Of two sources for one figure, one is preferred; both stay on record (reading 20). */
export const TimelinessSourcePreferred = defineEvent('TimelinessSourcePreferred', TimelinessSourcePreferredShape, {
  effective,
  says: (data) => `${what(data)}: ${data.publisher} is preferred, ${percent(data.standing)}`,
});
