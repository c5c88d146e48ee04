import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { AcceptOrder } from '../accept-order/accept-order.command';
import { OrderAcceptanceCorrected, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { placed, sinceOrder, standing } from '../contract.term';

/** Correct the record of an acceptance: its day or who signed (C1). */
export class CorrectOrderAcceptance extends AcceptOrder {
  /** Revision of the acceptance that is wrong. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctOrderAcceptance: Decide<CorrectOrderAcceptance, ContractState, ContractEvent> = (command, state, { now }) => {
  const terms = placed(state);
  standing(state.acceptances[command.party], command.corrects);
  sinceOrder(terms, command.acceptedOn, now, 'acceptedOn');
  return [OrderAcceptanceCorrected({ ...command })];
};
