import { FreeText, type Decide } from '@app/event-sourcing';
import { ArrayNotEmpty, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsText } from '../../fields';
import { RISK_NEEDS, RiskEscalated, type RiskEvent, type RiskNeed } from '../risk.events';
import { openRisk } from '../risk.guards';
import type { RiskState } from '../risk.stream';

/** Escalate a risk: highlight the need for rapid intervention (E1, A7). */
export class EscalateRisk {
  /** What is needed: information, departmental intervention, or additional support from the SEND adviser (E6). */
  @IsArray() @ArrayNotEmpty() @ArrayUnique() @IsIn(RISK_NEEDS, { each: true }) needs!: RiskNeed[];
  /** Why it cannot wait. */
  @FreeText() @IsText() reason!: string;
}

export const escalateRisk: Decide<EscalateRisk, RiskState, RiskEvent> = ({ needs, reason }, state) => {
  const { area, contract, grant, score } = openRisk(state);
  return [
    RiskEscalated({
      area,
      ...(contract !== undefined && { contract }),
      ...(grant !== undefined && { grant }),
      needs: [...needs],
      score,
      reason,
    }),
  ];
};
