import type { ContractEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { present } from '../lists';
import { AttendanceRow } from './attendance.view';

type MeetingEvent = Extract<
  ContractEvent,
  { type: 'MeetingScheduled' | 'MeetingHeld' | 'MeetingCorrected' | 'MeetingRecordWithdrawn' | 'MeetingCancelled' }
>;
type Held = Extract<MeetingEvent, { type: 'MeetingHeld' }>['data'];

const held = (
  expected: AttendanceRow['expected'],
  { meeting, kind, area, heldOn, means, represented, absent, notes }: Held,
  contract: string,
): AttendanceRow =>
  present<AttendanceRow>({ contract, meeting, kind, area, on: heldOn, means, status: 'held', expected, represented, absent, notes });

/** Who attended every review and meeting with the Department: absence is visible (C13). */
export const attendance = defineProjection<AttendanceRow, MeetingEvent>({
  name: 'attendance',
  version: 1,
  view: AttendanceRow,
  fields: everyFieldOf<AttendanceRow>()(
    'contract',
    'meeting',
    'kind',
    'area',
    'on',
    'means',
    'status',
    'expected',
    'represented',
    'absent',
    'notes',
  ),
  columns: {
    contract: 'text',
    kind: 'text',
    area: 'text',
    on: 'day',
    means: 'text',
    status: ['scheduled', 'held', 'cancelled'],
    represented: 'texts',
    absent: 'texts',
  },
  indexes: [['on'], ['contract', 'on']],
  key: ({ data }, { category, streamId }) => (category === 'contract' ? `${streamId}~${data.meeting}` : undefined),
  on: {
    MeetingScheduled: (_row, { meeting, kind, area, on, means, expected }, { streamId }) =>
      present<AttendanceRow>({ contract: streamId, meeting, kind, area, on, means, status: 'scheduled', expected }),
    MeetingHeld: (row, data, { streamId }) => held(row?.expected, data, streamId),
    MeetingCorrected: (row, data, { streamId }) => row && held(row.expected, data, streamId),
    MeetingRecordWithdrawn: (row, { meeting, kind, area, scheduledOn, scheduledMeans }, { streamId }) =>
      row &&
      present<AttendanceRow>({
        contract: streamId,
        meeting,
        kind,
        area,
        on: scheduledOn,
        means: scheduledMeans,
        status: 'scheduled',
        expected: row.expected,
      }),
    MeetingCancelled: (row) => row && { ...row, status: 'cancelled' },
  },
});
