import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { pounds } from '../../money';
import { everyArea } from '../contract.areas';
import { OrderCorrected, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { correctedTerms, placed, standing } from '../contract.term';
import { checkKept } from '../order-records';
import { checkOrder, orderData, PlaceOrder } from '../place-order/place-order.command';

/**
 * Correct the record of an order, before or after it binds: every field as it should have been recorded. What was recorded under it
 * still has to fit; what the parties agree anew is an extension or a variation and no correction (C1).
 */
export class CorrectOrder extends PlaceOrder {
  /** Revision of the record of the order, or of its latest correction. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @FreeText() @IsText() reason!: string;
}

export const correctOrder: Decide<CorrectOrder, ContractState, ContractEvent> = (command, state, { now, stream }) => {
  const terms = placed(state);
  const { maximumPence } = standing(state.order, command.corrects);
  checkOrder(command, stream.id, now);
  const corrected = correctedTerms(terms, command);
  checkKept(state, terms, corrected);
  const { approvedPence } = state;
  const presentMaximumPence = state.maximumPence === maximumPence ? command.maximumPence : state.maximumPence;
  if (presentMaximumPence < approvedPence) {
    throw refuse('contract-value-below-approved', { field: 'maximumPence', values: { approved: pounds(approvedPence) } });
  }
  return [
    OrderCorrected({
      ...orderData(command),
      previousAreas: everyArea(terms),
      binding: state.status === 'binding',
      endsOn: corrected.endsOn,
      presentMaximumPence,
      approvedPence,
    }),
  ];
};
