import { make, specFor } from '@app/event-sourcing/testing';
import { AdviceDayRecorded, AdviceDayWithdrawn } from '../contract.events';
import { contractStream } from '../contract.stream';
import { adviser as actor, bound, contractId as id, professionalNamed } from '../contract.testing';
import { RecordAdviceDay, recordAdviceDay } from '../record-advice-day/record-advice-day.command';
import { WithdrawAdviceDay, withdrawAdviceDay } from './withdraw-advice-day.command';

const facts = { now: '2024-02-12', actor, id };
const given = specFor(contractStream, withdrawAdviceDay, facts);
const command = (corrects: number) => make(WithdrawAdviceDay, { corrects, reason: 'Cancelled on the day' });
const day = { day: '2024-01-10', area: '931', person: 'subject_1', minutes: 210, purposes: ['health-partners' as const], onSite: true };
const first = AdviceDayRecorded({ ...day, dateMinutes: 210 });
const second = AdviceDayRecorded({ ...day, area: '887', minutes: 100, dateMinutes: 310 });
const withdrawn = AdviceDayWithdrawn({
  day: '2024-01-10',
  area: '931',
  person: 'subject_1',
  minutes: 210,
  dateMinutes: 100,
  corrects: 4,
  reason: 'Cancelled on the day',
});
const history = [...bound, professionalNamed, first, second];

describe('withdrawing an advice day (C2)', () => {
  it('takes its minutes off the date, once', () => {
    given(...history)
      .when(command(4))
      .then(withdrawn);
    given(...history, withdrawn)
      .when(command(4))
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });
  it('lets the day be recorded again', () =>
    specFor(
      contractStream,
      recordAdviceDay,
      facts,
    )(...history, withdrawn)
      .when(make(RecordAdviceDay, day))
      .then(AdviceDayRecorded({ ...day, dateMinutes: 310 })));
  it('takes a record of an advice day', () =>
    given(...history)
      .when(command(3))
      .thenRefused('contract-nothing-to-correct'));
});
