import { make, specFor } from '@app/event-sourcing/testing';
import { ExtensionNoticeWithdrawn } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, noticeGiven } from '../contract.testing';
import { WithdrawExtensionNotice, withdrawExtensionNotice } from './withdraw-extension-notice.command';

const given = specFor(contractStream, withdrawExtensionNotice, { now: '2025-03-10', actor, id });
const command = make(WithdrawExtensionNotice, { reason: 'Review' });
const notice = noticeGiven('2025-02-28', '2025-02-28', '2025-03-31');
const withdrawn = ExtensionNoticeWithdrawn({ reason: 'Review' });

describe('withdrawing a notice of extension (C6)', () => {
  it('takes a notice that stands', () => {
    given(...bound, notice)
      .when(command)
      .then(withdrawn);
    given(...bound)
      .when(command)
      .thenRefused('extension-notice-missing');
    given(...bound, notice, withdrawn)
      .when(command)
      .thenRefused('extension-notice-missing');
  });
});
