import type { CaseEvent, ContractEvent, RequirementEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf, type EventMeta } from '@app/event-sourcing';
import { present } from '../lists';
import { ReviewRow } from './review-calendar.view';

type CalendarEvent =
  | Extract<
      CaseEvent,
      {
        type:
          | 'DeepDiveScheduled'
          | 'DeepDiveRescheduled'
          | 'DeepDiveCancelled'
          | 'DeepDiveRecorded'
          | 'DeepDiveCorrected'
          | 'StocktakeRecorded'
          | 'StocktakeCorrected'
          | 'BoardMeetingRecorded'
          | 'BoardMeetingCorrected'
          | 'TimelinessProgressReported'
          | 'TimelinessProgressCorrected'
          | 'FormalReviewHeld'
          | 'FormalReviewCorrected'
          | 'CaseRecordWithdrawn';
      }
    >
  | Extract<
      ContractEvent,
      { type: 'MeetingScheduled' | 'MeetingHeld' | 'MeetingCorrected' | 'MeetingRecordWithdrawn' | 'MeetingCancelled' }
    >
  | RequirementEvent;

/** Requirements that ask for a review; what is scheduled or held has a row of its own. */
const REVIEWS = new Set([
  'deep-dive',
  'stocktake',
  'timeliness-update',
  'risk-review',
  'progress-recommendation',
  'confidentiality-review',
]);

const RECORDS = {
  'deep-dive': 'deep-dive',
  stocktake: 'stocktake',
  'board-meeting': 'board-meeting',
  'timeliness-progress': 'timeliness-update',
  'formal-review': 'formal-review',
  'health-adviser-contact': undefined,
} as const;

/** `{stream} {kind} {id}`: no id holds a space. */
const keyOf = (stream: string, kind: string, id: string): string => `${stream} ${kind} ${id}`;

function keysOf(event: CalendarEvent, { category, stream }: EventMeta): string | undefined {
  if (category === 'requirement') return stream;
  const { data } = event;
  if (event.type === 'CaseRecordWithdrawn') {
    const kind = RECORDS[event.data.record];
    return kind && keyOf(stream, kind, event.data.id);
  }
  if ('deepDive' in data) return keyOf(stream, 'deep-dive', data.deepDive);
  if ('stocktake' in data) return keyOf(stream, 'stocktake', data.stocktake);
  if ('report' in data) return keyOf(stream, 'timeliness-update', data.report);
  if ('review' in data) return keyOf(stream, 'formal-review', data.review);
  if ('meeting' in data) return keyOf(stream, category === 'contract' ? 'meeting' : 'board-meeting', data.meeting);
  return undefined;
}

const held = (row: ReviewRow | undefined, kind: string, on: string, area: string | undefined, what: string): ReviewRow => ({
  ...row,
  on,
  kind,
  areas: area === undefined ? [] : [area],
  ...(area !== undefined && { area }),
  what,
  status: 'held',
});

const scheduled = (kind: string, on: string, area: string | undefined, what: string): ReviewRow => ({
  ...held(undefined, kind, on, area, what),
  status: 'due',
  scheduledFor: on,
});

const diveKind = (kind: 'six-monthly' | 'apa'): string => (kind === 'apa' ? 'apa-deep-dive' : 'deep-dive');

/** What was scheduled is due again; what was only recorded was never held. */
const notHeld = ({ scheduledFor, ...row }: ReviewRow): ReviewRow | null =>
  scheduledFor === undefined ? null : { ...row, scheduledFor, on: scheduledFor, status: 'due' };

/** Owed again: as overdue where a lapse stands. */
const owedAgain = ({ lapsed, ...row }: ReviewRow): ReviewRow =>
  lapsed === true ? { ...row, status: 'overdue', lapsed } : { ...row, status: 'due' };

const done = (row: ReviewRow | undefined): ReviewRow | undefined => row && { ...row, status: 'done' };

/** Every review in one calendar: what is due, what is overdue, what was held (J4, J5, C13, C15, C17). */
export const reviewCalendar = defineProjection<ReviewRow, CalendarEvent>({
  name: 'review-calendar',
  version: 2,
  view: ReviewRow,
  fields: everyFieldOf<ReviewRow>()('on', 'kind', 'areas', 'area', 'what', 'status', 'lapsed', 'scheduledFor'),
  columns: {
    on: 'day',
    kind: 'text',
    area: 'text',
    areas: 'texts',
    what: 'text',
    status: ['due', 'overdue', 'held', 'done', 'cancelled'],
  },
  indexes: [['on'], ['status', 'on'], ['area', 'on']],
  termsBy: 'on',
  key: keysOf,
  on: {
    DeepDiveScheduled: (_row, { area, scheduledFor }, { stream }) => scheduled('apa-deep-dive', scheduledFor, area, stream),
    DeepDiveRescheduled: (row, { scheduledFor }) => row && { ...row, on: scheduledFor, scheduledFor },
    DeepDiveCancelled: (row) => row && { ...row, status: 'cancelled' },
    DeepDiveRecorded: (row, { kind, heldOn, area }, { stream }) => held(row, diveKind(kind), heldOn, area, stream),
    DeepDiveCorrected: (row, { kind, heldOn, area }, { stream }) => row && held(row, diveKind(kind), heldOn, area, stream),
    StocktakeRecorded: (row, { heldOn, area }, { stream }) => held(row, 'stocktake', heldOn, area, stream),
    StocktakeCorrected: (row, { heldOn, area }, { stream }) => row && held(row, 'stocktake', heldOn, area, stream),
    BoardMeetingRecorded: (row, { heldOn, area }, { stream }) => held(row, 'board-meeting', heldOn, area, stream),
    BoardMeetingCorrected: (row, { heldOn, area }, { stream }) => row && held(row, 'board-meeting', heldOn, area, stream),
    TimelinessProgressReported: (row, { reportedOn, area }, { stream }) => held(row, 'timeliness-update', reportedOn, area, stream),
    TimelinessProgressCorrected: (row, { reportedOn, area }, { stream }) => row && held(row, 'timeliness-update', reportedOn, area, stream),
    FormalReviewHeld: (row, { heldOn, area }, { stream }) => held(row, 'formal-review', heldOn, area, stream),
    FormalReviewCorrected: (row, { heldOn, area }, { stream }) => row && held(row, 'formal-review', heldOn, area, stream),
    CaseRecordWithdrawn: (row) => row && notHeld(row),

    MeetingScheduled: (_row, { kind, on, area }, { stream }) => scheduled(kind, on, area, stream),
    MeetingHeld: (row, { kind, heldOn, area }, { stream }) => held(row, kind, heldOn, area, stream),
    MeetingCorrected: (row, { kind, heldOn, area }, { stream }) => row && held(row, kind, heldOn, area, stream),
    MeetingRecordWithdrawn: (row, { kind, scheduledOn, area }, { stream }) => row && scheduled(kind, scheduledOn, area, stream),
    MeetingCancelled: (row) => row && { ...row, status: 'cancelled' },

    RequirementImposed: (row, { definition, due, areas, what }) =>
      REVIEWS.has(definition)
        ? { on: due, kind: definition, areas, ...(areas[0] !== undefined && { area: areas[0] }), what, status: 'due' }
        : row,
    RequirementLapsed: (row) => row && { ...row, status: 'overdue', lapsed: true },
    RequirementRescheduled: (row, { due, stillLapsed }) =>
      row && owedAgain({ ...row, on: due, lapsed: stillLapsed && row.lapsed === true }),
    RequirementMet: done,
    RequirementMetLate: done,
    RequirementReleased: done,
    RequirementWaived: done,
    RequirementAreasRestated: (row, { areas }) => row && present({ ...row, areas, area: areas[0] }),
    RequirementReopened: (row) => row && owedAgain(row),
    WaiverWithdrawn: (row) => row && owedAgain(row),
  },
});
