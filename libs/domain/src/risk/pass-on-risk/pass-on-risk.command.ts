import { FreeText, type Decide } from '@app/event-sourcing';
import { IsPersonId, IsText } from '../../fields';
import { RiskPassedOn, type RiskEvent } from '../risk.events';
import { openRisk } from '../risk.guards';
import type { RiskState } from '../risk.stream';

/** Pass a risk on to another owner (E1). */
export class PassOnRisk {
  /** Opaque id of the new owner. */
  @IsPersonId() owner!: string;
  /** Why it is passed on. */
  @FreeText() @IsText() reason!: string;
}

export const passOnRisk: Decide<PassOnRisk, RiskState, RiskEvent> = ({ owner, reason }, state) => {
  const { owner: previousOwner } = openRisk(state);
  if (owner === previousOwner) return [];
  return [RiskPassedOn({ owner, previousOwner, reason })];
};
