import { FreeText, type Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { ExtensionNoticeWithdrawn, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding, noticeBy } from '../contract.term';

/** Take a notice of extension back (C6). */
export class WithdrawExtensionNotice {
  /** Why the Department no longer intends to extend. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawExtensionNotice: Decide<WithdrawExtensionNotice, ContractState, ContractEvent> = ({ reason }, state) => {
  const { endsOn } = binding(state);
  if (!state.extension.notice) throw refuse('extension-notice-missing', { values: { noticeBy: noticeBy(endsOn) } });
  return [ExtensionNoticeWithdrawn({ reason })];
};
