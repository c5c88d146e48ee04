import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { RiskClosed, type RiskEvent } from '../risk.events';
import { following, openRisk } from '../risk.guards';
import type { RiskState } from '../risk.stream';

/** Close a risk (E1). */
export class CloseRisk {
  /** Day from which it is no longer one. */
  @IsDay() closedOn!: string;
  /** Why it is no longer one. */
  @FreeText() @IsText() reason!: string;
}

export const closeRisk: Decide<CloseRisk, RiskState, RiskEvent> = ({ closedOn, reason }, state, { now }) => {
  if (state.status === 'closed') return [];
  openRisk(state);
  following(state, closedOn, now, 'closedOn');
  return [RiskClosed({ closedOn, reason })];
};
