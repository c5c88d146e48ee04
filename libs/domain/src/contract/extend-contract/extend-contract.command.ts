import { londonDay } from '@app/calendar';
import { FreeText, type Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { ContractExtended, type ContractEvent } from '../contract.events';
import { IsCallOffDays, IsWholeMonths } from '../contract.fields';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';
import { agreed } from '../extension';

/** Record that an extension is agreed: whole months, 12 at most in all, upon one month's notice (C6, C7). */
export class ExtendContract {
  /** Day of the agreement, on or before the end. */
  @IsDay() agreedOn!: string;
  /** Whole months of this step. */
  @IsWholeMonths() months!: number;
  /** Negotiated call-off days per month, an exact decimal; left out where they stay as they are. */
  @IsOptional() @IsCallOffDays() callOffDays?: string;
  /** Why the contract goes on. */
  @FreeText() @IsText() reason!: string;
  /** Why it is recorded after the end; left out where it is recorded by then. */
  @FreeText() @IsOptional() @IsText() lateReason?: string;
}

export const extendContract: Decide<ExtendContract, ContractState, ContractEvent> = (command, state, { now }) => {
  const terms = binding(state);
  const { endsOn } = terms;
  const { notice, offer } = state.extension;
  const extension = agreed(command, terms, notice?.givenOn, now);
  if (offer && (offer.months !== command.months || offer.callOffDays !== command.callOffDays)) {
    const offered = offer.callOffDays === undefined ? 'call-off days as they are' : `${offer.callOffDays} call-off days a month`;
    throw refuse('extension-differs-from-offer', { values: { months: offer.months, callOffDays: offered } });
  }
  if (londonDay(now) > endsOn && command.lateReason === undefined) {
    throw refuse('extension-recorded-late', { field: 'lateReason', values: { endsOn } });
  }
  return [ContractExtended({ ...command, ...extension })];
};
