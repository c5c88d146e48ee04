import { FreeText, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsOptional } from 'class-validator';
import { IsDay, IsId, IsPence, IsPersonId, IsText } from '../../fields';
import { OrderPlaced, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { noticeBy, notAhead } from '../contract.term';
import { CONTRACT_BUYER, TERMS_TAKEN_IN } from '../contract.vocabulary';
import { monthOf } from '../reporting-period';

/** Place an order for advisory services: the buyer is the Secretary of State for Education (C1). */
export class PlaceOrder {
  /** Contract number, which is the stream's id, e.g. `CON_22889`. */
  @IsId() number!: string;
  /** Further references that stand on all correspondence, e.g. `Project_8404`, `ITT_2442` (C20). */
  @IsArray() @ArrayMaxSize(20) @ArrayUnique() @IsId({ each: true }) references!: string[];
  /** Title of the services. */
  @IsText(200) title!: string;
  /** The buyer's authorised representative, an opaque id; left out while unknown. */
  @IsOptional() @IsPersonId() authorisedRepresentative?: string;
  /** Where invoices go. */
  @IsText(400) invoiceAddress!: string;
  /** The supplier's registered name. */
  @IsText(200) supplier!: string;
  /** Day of the order. */
  @IsDay() orderedOn!: string;
  /** First day of the services. */
  @IsDay() commencesOn!: string;
  /** Last day of the services, inclusive. */
  @IsDay() completesOn!: string;
  /** Maximum value in pence, VAT apart (C3). */
  @IsPence(1) maximumPence!: number;
  /** Local areas by their ids, e.g. `931`. */
  @IsArray() @ArrayNotEmpty() @ArrayMaxSize(40) @ArrayUnique() @IsId({ each: true }) areas!: string[];
  /** Day on which the Department may break; left out where there is none (C4). */
  @IsOptional() @IsDay() breakOn?: string;
  /** Requirements supplemental to the call-off terms; left out where there are none. */
  @FreeText() @IsOptional() @IsText() supplementalRequirements?: string;
  /** Variations of the call-off terms; left out where there are none. */
  @FreeText() @IsOptional() @IsText() variationsOfTerms?: string;
}

/** What must be true of any order, placed or corrected (C1, C4). */
export function checkOrder({ number, orderedOn, commencesOn, completesOn, breakOn }: PlaceOrder, streamId: string, now: string): void {
  if (streamId !== number) throw refuse('contract-number-mismatch', { field: 'number', values: { id: streamId, number } });
  notAhead(orderedOn, now, 'orderedOn');
  if (commencesOn < orderedOn) throw refuse('order-commences-before-order-date', { field: 'commencesOn', values: { orderedOn } });
  if (completesOn < commencesOn) throw refuse('order-completes-before-commencement', { field: 'completesOn', values: { commencesOn } });
  if (breakOn !== undefined && (breakOn < commencesOn || breakOn >= completesOn)) {
    throw refuse('order-break-outside-term', { field: 'breakOn', values: { commencesOn, completesOn } });
  }
}

/** What an order says besides its own words, and the days that follow from it. */
export const orderData = <C extends PlaceOrder>(command: C) => ({
  ...command,
  buyer: CONTRACT_BUYER,
  takesIn: [...TERMS_TAKEN_IN],
  firstPeriodEndsOn: monthOf({ commencesOn: command.commencesOn, endsOn: command.completesOn }, command.commencesOn).to,
  extensionNoticeBy: noticeBy(command.completesOn),
});

export const placeOrder: Decide<PlaceOrder, ContractState, ContractEvent> = (command, state, { now, stream }) => {
  const { number } = command;
  if (stream.id === number && (state.status === 'placed' || state.status === 'binding')) {
    throw refuse('contract-already-placed', { values: { number } });
  }
  checkOrder(command, stream.id, now);
  return [OrderPlaced(orderData(command))];
};
