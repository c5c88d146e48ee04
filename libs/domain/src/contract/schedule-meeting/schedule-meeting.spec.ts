import { make, specFor } from '@app/event-sourcing/testing';
import { MeetingScheduled } from '../contract.events';
import { contractStream } from '../contract.stream';
import { bound, contractId as id, contractManager as actor, references } from '../contract.testing';
import { ScheduleMeeting, scheduleMeeting } from './schedule-meeting.command';

const given = specFor(contractStream, scheduleMeeting, { now: '2024-01-12', actor, id });
const body = {
  meeting: 'm1',
  kind: 'case-lead-meeting' as const,
  on: '2024-01-15',
  means: 'phone' as const,
  expected: ['supplier' as const, 'case-lead' as const],
};
const command = (change: Partial<ScheduleMeeting> = {}) => make(ScheduleMeeting, { ...body, ...change });
const scheduled = MeetingScheduled({ ...body, references });

describe('scheduling a meeting (C13)', () => {
  it('says who is to be represented, under the references (C20)', () => {
    given(...bound)
      .when(command())
      .then(scheduled);
    given(...bound)
      .when(command({ area: '931' }))
      .then(MeetingScheduled({ ...scheduled.data, area: '931' }));
    given(...bound)
      .when(command({ area: '850' }))
      .thenRefused('contract-area-unknown', 'area');
    expect(() =>
      given(...bound)
        .when(command({ expected: [] }))
        .happened(),
    ).toThrow('expected');
  });
  it('is one under an id', () =>
    given(...bound, scheduled)
      .when(command())
      .thenRefused('meeting-already-scheduled', 'meeting'));
  it('takes a day from the order to the end, while the contract runs', () => {
    given(...bound)
      .when(command({ on: '2023-10-11' }))
      .thenRefused('contract-day-outside-term', 'on');
    given(...bound)
      .when(command({ on: '2025-03-31' }))
      .then(MeetingScheduled({ ...scheduled.data, on: '2025-03-31' }));
    given(...bound)
      .when(command({ on: '2025-04-01' }))
      .thenRefused('contract-day-outside-term');
    given(...bound)
      .when(command(), { now: '2025-04-01' })
      .thenRefused('contract-over');
  });
});
