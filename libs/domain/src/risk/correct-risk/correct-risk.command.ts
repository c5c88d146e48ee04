import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { judged, RaiseRisk, type RiskFacts } from '../raise-risk/raise-risk.command';
import { RiskCorrected, type RiskEvent } from '../risk.events';
import { openRisk } from '../risk.guards';
import { refuse } from '../risk.refusals';
import type { RiskState } from '../risk.stream';

/** Correct the record of a raising, before the risk was reassessed, escalated, passed on or closed (E1). */
export class CorrectRisk extends RaiseRisk {
  /** Revision of the raising that is wrong. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctRisk: Decide<CorrectRisk, RiskState, RiskEvent, RiskFacts> = (command, state, { now, found }) => {
  const { correctable } = openRisk(state);
  if (correctable !== command.corrects) {
    throw refuse('risk-nothing-to-correct', { field: 'corrects', values: { corrects: command.corrects } });
  }
  return [RiskCorrected({ ...command, ...judged(command, now, found) })];
};
