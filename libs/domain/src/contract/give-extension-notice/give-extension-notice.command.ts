import { FreeText, type Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { ExtensionNoticeGiven, type ContractEvent } from '../contract.events';
import { IsWholeMonths } from '../contract.fields';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, noticeBy, sinceOrder } from '../contract.term';
import { extendable, inTime, withinTwelveMonths } from '../extension';

/** Give the supplier notice that the Department intends to extend: one month before the end at the latest (C6). */
export class GiveExtensionNotice {
  /** Day on which the supplier was told. */
  @IsDay() givenOn!: string;
  /** Whole months that are intended; left out where the notice leaves it open. */
  @IsOptional() @IsWholeMonths() months?: number;
  /** Why the contract is to go on. */
  @FreeText() @IsText() reason!: string;
}

export const giveExtensionNotice: Decide<GiveExtensionNotice, ContractState, ContractEvent> = (command, state, { now }) => {
  const { givenOn, months } = command;
  const terms = binding(state);
  extendable(terms);
  const { notice } = state.extension;
  if (notice?.givenOn === givenOn) return [];
  if (notice) throw refuse('extension-notice-already-given', { values: { givenOn: notice.givenOn } });
  sinceOrder(terms, givenOn, now, 'givenOn');
  const { endsOn, references } = terms;
  inTime(givenOn, endsOn, 'givenOn');
  withinTwelveMonths(terms, months ?? 1);
  return [ExtensionNoticeGiven({ ...command, noticeBy: noticeBy(endsOn), endsOn, references: [...references] })];
};
