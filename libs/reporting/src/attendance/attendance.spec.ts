import { MeetingCancelled, MeetingCorrected, MeetingHeld, MeetingRecordWithdrawn, MeetingScheduled } from '@app/domain/events';
import { recorded, specForProjection } from '@app/event-sourcing/testing';
import { attendance } from './attendance';
import type { AttendanceRow } from './attendance.view';

const given = specForProjection(attendance);
const on = { stream: 'contract-CON_1' };
const why = { reason: 'r' };
const terms = { meeting: 'm1', kind: 'case-lead-meeting', area: '931', means: 'video' } as const;
const scheduled = MeetingScheduled({ ...terms, on: '2024-01-10', expected: ['supplier', 'case-lead'], references: ['CON_1'] } as never);
const row: AttendanceRow = {
  contract: 'CON_1',
  ...terms,
  on: '2024-01-10',
  status: 'scheduled',
  expected: ['supplier', 'case-lead'],
};
const held = MeetingHeld({ ...terms, heldOn: '2024-01-11', represented: ['case-lead'], absent: ['supplier'], notes: 'sealed' } as never);
const heldRow: AttendanceRow = {
  ...row,
  on: '2024-01-11',
  status: 'held',
  represented: ['case-lead'],
  absent: ['supplier'],
  notes: 'sealed',
};

describe('attendance (C13)', () => {
  it('keeps meetings of one id under two contracts apart, and shows who was absent', () =>
    given(recorded(scheduled, on), recorded(scheduled, { stream: 'contract-CON_2' }), recorded(held, on)).rows({
      'CON_1~m1': heldRow,
      'CON_2~m1': { ...row, contract: 'CON_2' },
    }));

  it('shows a meeting that was held without being scheduled', () => {
    const { expected: _expected, ...unplanned } = heldRow;
    given(recorded(held, on)).rows({ 'CON_1~m1': unplanned });
  });

  it('shows the record as corrected', () => {
    const corrected = MeetingCorrected({
      ...terms,
      heldOn: '2024-01-12',
      represented: ['supplier'],
      absent: [],
      corrects: 2,
      ...why,
    } as never);
    const { notes: _notes, ...noted } = heldRow;
    given(recorded(scheduled, on), recorded(held, on), recorded(corrected, on)).rows({
      'CON_1~m1': { ...noted, on: '2024-01-12', represented: ['supplier'], absent: [] },
    });
    given(recorded(corrected, on)).rows({});
  });

  it('shows a meeting that was not held as it was scheduled', () => {
    const { means: scheduledMeans, ...named } = terms;
    const withdrawn = MeetingRecordWithdrawn({
      ...named,
      heldOn: '2024-01-11',
      scheduledOn: '2024-01-10',
      scheduledMeans,
      corrects: 2,
      ...why,
    });
    const byPhone = recorded(MeetingHeld({ ...held.data, means: 'phone' }), on);
    given(recorded(scheduled, on), byPhone, recorded(withdrawn, on)).rows({ 'CON_1~m1': row });
    given(recorded(withdrawn, on)).rows({});
  });

  it('shows a meeting that was cancelled, and knows nothing of one that was never scheduled', () => {
    const cancelled = recorded(MeetingCancelled({ meeting: 'm1', scheduledOn: '2024-01-10', ...why }), on);
    given(recorded(scheduled, on), cancelled).rows({ 'CON_1~m1': { ...row, status: 'cancelled' } });
    given(cancelled).rows({});
  });
});
