import { make, specFor } from '@app/event-sourcing/testing';
import { MeetingCorrected, MeetingHeld, MeetingScheduled } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, references } from '../contract.testing';
import { CorrectMeeting, correctMeeting } from './correct-meeting.command';

const given = specFor(contractStream, correctMeeting, { now: '2024-01-20', actor, id });
const body = {
  meeting: 'm1',
  heldOn: '2024-01-16',
  means: 'in-person' as const,
  represented: ['supplier' as const],
  corrects: 4,
  reason: 'The supplier did come',
};
const command = (change: Partial<CorrectMeeting> = {}) => make(CorrectMeeting, { ...body, ...change });
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
const corrected = MeetingCorrected({ ...body, kind: 'contract-review', area: '931', absent: ['contract-manager'] });

describe('correcting the record of a meeting (C13)', () => {
  it('takes the place of the record that stands, attendance included', () => {
    given(...bound, scheduled, held)
      .when(command())
      .then(corrected);
    given(...bound, scheduled, held, corrected)
      .when(command())
      .thenRefused('contract-nothing-to-correct', 'corrects');
  });
  it('takes a meeting that was held, and a day up to today', () => {
    given(...bound, scheduled)
      .when(command({ corrects: 3 }))
      .thenRefused('meeting-not-held', 'meeting');
    given(...bound, scheduled, held)
      .when(command({ heldOn: '2024-01-21' }))
      .thenRefused('contract-day-in-future', 'heldOn');
  });
});
