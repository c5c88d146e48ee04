import { addMonthsKeepingEnd } from '@app/calendar';
import { FreeText, type Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { ExtensionOffered, type ContractEvent } from '../contract.events';
import { IsCallOffDays, IsWholeMonths } from '../contract.fields';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, sinceOrder } from '../contract.term';
import { extendable, withinTwelveMonths } from '../extension';

/** Offer an extension, without prejudice until it is agreed (C7). */
export class OfferExtension {
  /** Day of the offer. */
  @IsDay() offeredOn!: string;
  /** Whole months, 12 at most in all (C6). */
  @IsWholeMonths() months!: number;
  /** Call-off days per month, an exact decimal; left out where they stay as they are. */
  @IsOptional() @IsCallOffDays() callOffDays?: string;
  /** Why it is offered. */
  @FreeText() @IsText() reason!: string;
}

export const offerExtension: Decide<OfferExtension, ContractState, ContractEvent> = (command, state, { now }) => {
  const { offeredOn, months } = command;
  const terms = binding(state);
  extendable(terms);
  if (state.extension.offer) throw refuse('extension-already-offered');
  sinceOrder(terms, offeredOn, now, 'offeredOn');
  if (offeredOn > terms.endsOn) throw refuse('contract-over', { field: 'offeredOn', values: { endsOn: terms.endsOn } });
  const total = withinTwelveMonths(terms, months);
  return [ExtensionOffered({ ...command, completesOn: addMonthsKeepingEnd(terms.completesOn, total), references: [...terms.references] })];
};
