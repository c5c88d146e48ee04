import { make, specFor } from '@app/event-sourcing/testing';
import { MeetingCancelled, MeetingHeld, MeetingRecordWithdrawn, MeetingScheduled } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, orderPlaced, references } from '../contract.testing';
import { CancelMeeting, cancelMeeting } from '../cancel-meeting/cancel-meeting.command';
import { HoldMeeting, holdMeeting } from '../hold-meeting/hold-meeting.command';
import { WithdrawMeetingRecord, withdrawMeetingRecord } from './withdraw-meeting-record.command';

const facts = { now: '2024-01-20', actor, id };
const given = specFor(contractStream, withdrawMeetingRecord, facts);
const command = (corrects = 4) => make(WithdrawMeetingRecord, { meeting: 'm1', corrects, reason: 'It was put off' });
const invitation = { meeting: 'm1', kind: 'contract-review' as const, on: '2024-01-15', means: 'in-person' as const, references };
const scheduled = MeetingScheduled({ ...invitation, area: '931', expected: ['supplier', 'contract-manager'] });
const attendance = { heldOn: '2024-01-16', means: 'phone' as const, represented: ['contract-manager' as const] };
const held = MeetingHeld({ meeting: 'm1', kind: 'contract-review', area: '931', ...attendance, absent: ['supplier'] });
const withdrawn = MeetingRecordWithdrawn({
  meeting: 'm1',
  kind: 'contract-review',
  area: '931',
  heldOn: '2024-01-16',
  scheduledOn: '2024-01-15',
  scheduledMeans: 'in-person',
  corrects: 4,
  reason: 'It was put off',
});

describe('withdrawing the record of a meeting that was not held (C13)', () => {
  it('says when it was said to be held and for when it is scheduled, once', () => {
    given(...bound, scheduled, held)
      .when(command())
      .then(withdrawn);
    given(...bound, scheduled, held, withdrawn)
      .when(command())
      .thenRefused('meeting-not-held', 'meeting');
  });
  it('names no area where it was about the contract', () => {
    const { area: _area, ...ofAll } = held.data;
    const [event] = given(...bound, MeetingScheduled({ ...invitation, expected: ['supplier'] }), MeetingHeld(ofAll))
      .when(command())
      .happened();
    expect(event?.data).not.toHaveProperty('area');
  });
  it('takes the record that stands, of a meeting that was held', () => {
    given(...bound, scheduled, held)
      .when(command(3))
      .thenRefused('contract-nothing-to-correct', 'corrects');
    given(...bound, scheduled)
      .when(command(3))
      .thenRefused('meeting-not-held', 'meeting');
    given(orderPlaced).when(command()).thenRefused('contract-not-binding');
  });
  it('lets the meeting be held or cancelled as it was scheduled', () => {
    const history = [...bound, scheduled, held, withdrawn];
    specFor(
      contractStream,
      holdMeeting,
      facts,
    )(...history)
      .when(make(HoldMeeting, { meeting: 'm1', ...attendance, heldOn: '2024-01-19' }))
      .then(MeetingHeld({ ...held.data, heldOn: '2024-01-19' }));
    specFor(
      contractStream,
      cancelMeeting,
      facts,
    )(...history)
      .when(make(CancelMeeting, { meeting: 'm1', reason: 'No need' }))
      .then(MeetingCancelled({ meeting: 'm1', scheduledOn: '2024-01-15', reason: 'No need' }));
  });
});
