import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsId, IsText } from '../../fields';
import { MitigationWithdrawn, type RiskEvent } from '../risk.events';
import { openRisk } from '../risk.guards';
import { refuse } from '../risk.refusals';
import type { RiskState } from '../risk.stream';

/** Take a mitigation back: it does not work, or was recorded wrongly (E1). */
export class WithdrawMitigation {
  /** Id of the mitigation within the risk. */
  @IsId() mitigation!: string;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawMitigation: Decide<WithdrawMitigation, RiskState, RiskEvent> = ({ mitigation, reason }, state) => {
  const stands = entryOf(openRisk(state).mitigations, mitigation);
  if (stands === false) return [];
  if (stands === undefined) throw refuse('mitigation-unknown', { field: 'mitigation', values: { mitigation } });
  return [MitigationWithdrawn({ mitigation, reason })];
};
