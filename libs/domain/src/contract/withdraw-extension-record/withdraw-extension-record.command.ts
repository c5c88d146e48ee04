import { FreeText, type Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { everyArea } from '../contract.areas';
import { ExtensionRecordWithdrawn, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { agreedEnd, binding, noticeBy, standing, withoutLatestExtension } from '../contract.term';
import { workedUntil } from '../order-records';

/**
 * Withdraw the record of the latest extension, which was never agreed (C6). The end before it, and the notice, the offer and the call-off
 * days as they were, stand again; a notice or an offer of a further step falls with it.
 */
export class WithdrawExtensionRecord {
  /** Revision of the extension, or of its latest correction. */
  @IsCount() corrects!: number;
  /** Why it does not stand. */
  @FreeText() @IsText() reason!: string;
}

export const withdrawExtensionRecord: Decide<WithdrawExtensionRecord, ContractState, ContractEvent> = ({ corrects, reason }, state) => {
  binding(state);
  const { agreedOn, months } = standing(state.extension.latest, corrects);
  const without = withoutLatestExtension(state);
  const terms = binding(without);
  const { notice, offer } = without.extension;
  workedUntil(state, terms.endsOn);
  return [
    ExtensionRecordWithdrawn({
      agreedOn,
      months,
      totalMonths: terms.extensionMonths,
      endsOn: terms.endsOn,
      endedEarly: terms.earlyEndOn !== undefined,
      extensionNoticeBy: noticeBy(agreedEnd(terms)),
      ...(notice && { noticeGivenOn: notice.givenOn }),
      ...(offer && {
        offer: { ...offer, completesOn: agreedEnd({ ...terms, extensionMonths: terms.extensionMonths + offer.months }) },
      }),
      areas: everyArea(terms),
      corrects,
      reason,
    }),
  ];
};
