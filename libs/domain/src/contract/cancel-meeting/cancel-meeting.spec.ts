import { make, specFor } from '@app/event-sourcing/testing';
import { MeetingCancelled, MeetingHeld, MeetingScheduled } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, references } from '../contract.testing';
import { CancelMeeting, cancelMeeting } from './cancel-meeting.command';

const given = specFor(contractStream, cancelMeeting, { now: '2024-01-20', actor, id });
const command = make(CancelMeeting, { meeting: 'm1', reason: 'Illness' });
const scheduled = MeetingScheduled({
  meeting: 'm1',
  kind: 'contract-review',
  area: '931',
  on: '2024-01-15',
  means: 'in-person',
  expected: ['supplier', 'contract-manager'],
  references,
});
const held = MeetingHeld({
  meeting: 'm1',
  kind: 'contract-review',
  area: '931',
  heldOn: '2024-01-15',
  means: 'phone',
  represented: ['contract-manager'],
  absent: ['supplier'],
});
const cancelled = MeetingCancelled({ meeting: 'm1', scheduledOn: '2024-01-15', reason: 'Illness' });

describe('cancelling a meeting (C13)', () => {
  it('takes a scheduled meeting', () => {
    given(...bound, scheduled)
      .when(command)
      .then(cancelled);
    given(...bound, scheduled, cancelled)
      .when(command)
      .thenNothing();
    given(...bound, scheduled, held)
      .when(command)
      .thenRefused('meeting-not-scheduled', 'meeting');
    given(...bound)
      .when(command)
      .thenRefused('meeting-not-scheduled');
  });
});
