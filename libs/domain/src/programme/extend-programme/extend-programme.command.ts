import { addDays } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { ProgrammeExtended, type ProgrammeEvent } from '../programme.events';
import { checkDay } from '../programme-days';
import { refuse } from '../programme.refusals';
import { isDelivered, type ProgrammeState } from '../programme.stream';

/** Extend funding and activities by up to one further year; needs a budgetary approval and delivered objectives (G3). */
export class ExtendProgramme {
  /** Last day of the extension, inclusive. */
  @IsDay() until!: string;
  /** Day of the decision. */
  @IsDay() extendedOn!: string;
  /** Why it is extended. */
  @IsText() reason!: string;
}

export const extendProgramme: Decide<ExtendProgramme, ProgrammeState, ProgrammeEvent> = ({ until, extendedOn, reason }, state, { now }) => {
  if (state.status !== 'open') throw refuse('programme-not-open');
  if (state.extension) {
    if (state.extension.until === until) return [];
    throw refuse('programme-already-extended', { field: 'until', values: { until: state.extension.until } });
  }
  if (until <= state.fundingUntil) throw refuse('extension-not-later', { field: 'until', values: { until: state.fundingUntil } });
  if (until > state.extendableUntil) throw refuse('extension-over-one-year', { field: 'until', values: { until: state.extendableUntil } });
  if (!state.furtherFunding) throw refuse('further-funding-not-approved');
  if (until > state.furtherFunding.until) {
    throw refuse('extension-beyond-approval', { field: 'until', values: { until: state.furtherFunding.until } });
  }
  const delivered = Object.keys(state.awards).filter((award) => isDelivered(state.awards[award]!));
  if (delivered.length === 0) throw refuse('objectives-not-delivered');
  checkDay(extendedOn, 'extendedOn', state, now);
  const { pence: maximumPence } = state.furtherFunding;
  return [ProgrammeExtended({ from: addDays(state.fundingUntil, 1), until, maximumPence, delivered, extendedOn, reason })];
};
