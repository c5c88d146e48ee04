import { make, specFor } from '@app/event-sourcing/testing';
import { MeetingCancelled, MeetingHeld, MeetingScheduled } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, references } from '../contract.testing';
import { HoldMeeting, holdMeeting } from './hold-meeting.command';

const given = specFor(contractStream, holdMeeting, { now: '2024-01-20', actor, id });
const body = { meeting: 'm1', heldOn: '2024-01-15', means: 'phone' as const, represented: ['contract-manager' as const] };
const command = (change: Partial<HoldMeeting> = {}) => make(HoldMeeting, { ...body, ...change });
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

describe('holding a meeting (C13)', () => {
  it('shows who was absent of those expected', () => {
    given(...bound, scheduled)
      .when(command())
      .then(held);
    given(...bound, scheduled)
      .when(command({ represented: ['supplier', 'contract-manager', 'local-area'], notes: 'Agreed' }))
      .then(MeetingHeld({ ...held.data, represented: ['supplier', 'contract-manager', 'local-area'], absent: [], notes: 'Agreed' }));
    expect(MeetingHeld.says(held.data)).toContain('absent: supplier');
  });
  it('takes a scheduled meeting, once', () => {
    given(...bound)
      .when(command())
      .thenRefused('meeting-not-scheduled', 'meeting');
    given(...bound, scheduled, held)
      .when(command())
      .thenRefused('meeting-not-scheduled');
    given(...bound, scheduled, MeetingCancelled({ meeting: 'm1', scheduledOn: '2024-01-15', reason: 'Illness' }))
      .when(command())
      .thenRefused('meeting-not-scheduled');
  });
  it('takes a day from the order to today', () => {
    given(...bound, scheduled)
      .when(command({ heldOn: '2024-01-21' }))
      .thenRefused('contract-day-in-future', 'heldOn');
    given(...bound, scheduled)
      .when(command({ heldOn: '2023-10-11' }))
      .thenRefused('contract-day-before-order', 'heldOn');
  });
});
