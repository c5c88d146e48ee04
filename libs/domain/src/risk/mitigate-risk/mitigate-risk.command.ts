import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsDay, IsId, IsPersonId, IsText } from '../../fields';
import { RiskMitigated, type RiskEvent } from '../risk.events';
import { openRisk } from '../risk.guards';
import { refuse } from '../risk.refusals';
import type { RiskState } from '../risk.stream';
import { londonDay } from '@app/calendar';

/** Record a mitigation: what makes the risk less likely or less severe (E1). */
export class MitigateRisk {
  /** Id of the mitigation within the risk, e.g. `m1`. */
  @IsId() mitigation!: string;
  /** Day on which it was put in place. */
  @IsDay() mitigatedOn!: string;
  /** What is done. */
  @FreeText() @IsText() what!: string;
  /** Opaque id of who does it. */
  @IsPersonId() owner!: string;
}

export const mitigateRisk: Decide<MitigateRisk, RiskState, RiskEvent> = (command, state, { now }) => {
  const { mitigation, mitigatedOn } = command;
  const { mitigations } = openRisk(state);
  if (entryOf(mitigations, mitigation)) throw refuse('mitigation-already-recorded', { field: 'mitigation', values: { mitigation } });
  if (mitigatedOn > londonDay(now)) throw refuse('risk-day-in-future', { field: 'mitigatedOn', values: { day: mitigatedOn } });
  return [RiskMitigated({ ...command })];
};
