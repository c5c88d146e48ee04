import { defineEvent, FreeText, type EventsIn } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsCount, IsDay, IsText } from '../fields';
import { IsFinancialYear } from '../local-area/financial-year';
import { balanceSays } from '../local-area/local-area.vocabulary';
import { ENGLAND } from '../timeliness/timeliness.vocabulary';
import { NationalDsgFigure } from './national-dsg.parts.command';
import type * as module from './national-dsg.events';

/** Everything that can happen to England's balance at one year end. */
export type NationalDsgEvent = EventsIn<typeof module>;

class NationalDsgRecordedShape extends NationalDsgFigure {
  /** Whose figure it is where the figures of areas stand. */
  @IsIn([ENGLAND]) area!: typeof ENGLAND;
  /** Financial year, e.g. `2021-22`. */
  @IsFinancialYear() year!: string;
  /** Last day of the financial year. */
  @IsDay() yearEndsOn!: string;
}

class NationalDsgCorrectedShape extends NationalDsgRecordedShape {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}

class NationalDsgWithdrawnShape {
  @IsIn([ENGLAND]) area!: typeof ENGLAND;
  @IsFinancialYear() year!: string;
  /** Last day of the financial year. */
  @IsDay() yearEndsOn!: string;
  /** Revision of the record that is withdrawn. */
  @IsCount() corrects!: number;
  @FreeText() @IsText() reason!: string;
}

/** A balance is true from its year end on, whenever it was published. */
const effective = ({ yearEndsOn }: { yearEndsOn: string }): string => yearEndsOn;

const what = ({ year }: { year: string }): string => `Balance of the dedicated schools grant in England at the end of ${year}`;

const figure = (data: NationalDsgRecordedShape): string => `${what(data)}: ${balanceSays(data.balance)}, ${data.source.publisher}`;

/** A source published England's cumulative balance of the dedicated schools grant at a year end (J9, G13). */
export const NationalDsgRecorded = defineEvent('NationalDsgRecorded', NationalDsgRecordedShape, { effective, says: figure });

/** England's balance had been recorded wrongly, or its source published another one since (J9). */
export const NationalDsgCorrected = defineEvent('NationalDsgCorrected', NationalDsgCorrectedShape, {
  effective,
  says: (data) => `Corrected: ${figure(data)}`,
});

/** England's balance should never have been recorded; the record of it stays (J9). */
export const NationalDsgWithdrawn = defineEvent('NationalDsgWithdrawn', NationalDsgWithdrawnShape, {
  effective,
  says: (data) => `${what(data)}: withdrawn`,
});
