import { make, specFor } from '@app/event-sourcing/testing';
import { ContractExtended, ExtensionNoticeWithdrawn, ExtensionRightEnded } from '../contract.events';
import { contractStream } from '../contract.stream';
import { areas, bound, contractId as id, endedEarly, noticeGiven } from '../contract.testing';
import { EndExtensionRight, endExtensionRight } from './end-extension-right.command';

const actor = { who: 'process:extension-right', role: 'system' };
const given = specFor(contractStream, endExtensionRight, { now: '2025-03-01', actor, id });
const command = make(EndExtensionRight, { endsOn: '2025-03-31' });
const ended = ExtensionRightEnded({ noticeBy: '2025-02-28', endsOn: '2025-03-31' });
const notice = noticeGiven('2025-02-28', '2025-02-28', '2025-03-31');

describe('the right to extend ends without notice (C6, reading 30)', () => {
  it('once the last day for notice has passed', () => {
    given(...bound)
      .when(command, { now: '2025-02-28' })
      .thenRefused('extension-right-still-runs');
    given(...bound)
      .when(command)
      .then(ended);
    given(...bound, ended)
      .when(command)
      .thenNothing();
  });
  it('not while a notice stands', () => {
    given(...bound, notice)
      .when(command)
      .thenNothing();
    given(...bound, notice, ExtensionNoticeWithdrawn({ reason: 'Review' }))
      .when(command)
      .then(ended);
  });
  it('not where the end has moved, all months are used or the Department ends the contract', () => {
    const data = { agreedOn: '2025-03-01', previousEnd: '2025-03-31', areas, reason: 'More time' };
    const six = ContractExtended({ ...data, months: 6, totalMonths: 6, completion: '2025-09-30' });
    const twelve = ContractExtended({ ...data, months: 12, totalMonths: 12, completion: '2026-03-31' });
    const next = make(EndExtensionRight, { endsOn: '2025-09-30' });
    given(...bound, notice, six)
      .when(command)
      .thenNothing();
    given(...bound, notice, six)
      .when(next, { now: '2025-09-01' })
      .then(ExtensionRightEnded({ noticeBy: '2025-08-31', endsOn: '2025-09-30' }));
    given(...bound, notice, twelve)
      .when(make(EndExtensionRight, { endsOn: '2026-03-31' }), { now: '2026-03-30' })
      .thenNothing();
    given(...bound, endedEarly('2025-03-20'))
      .when(make(EndExtensionRight, { endsOn: '2025-03-20' }))
      .thenNothing();
  });
});
