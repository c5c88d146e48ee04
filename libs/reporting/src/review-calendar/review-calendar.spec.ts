import {
  BoardMeetingCorrected,
  BoardMeetingRecorded,
  CaseRecordWithdrawn,
  DeepDiveCancelled,
  DeepDiveCorrected,
  DeepDiveRecorded,
  DeepDiveRescheduled,
  DeepDiveScheduled,
  FormalReviewCorrected,
  FormalReviewHeld,
  MeetingCancelled,
  MeetingCorrected,
  MeetingHeld,
  MeetingRecordWithdrawn,
  MeetingScheduled,
  RequirementAreasRestated,
  RequirementImposed,
  RequirementLapsed,
  RequirementMet,
  RequirementMetLate,
  RequirementReleased,
  RequirementReopened,
  RequirementRescheduled,
  RequirementWaived,
  StocktakeCorrected,
  StocktakeRecorded,
  TimelinessProgressCorrected,
  TimelinessProgressReported,
  WaiverWithdrawn,
} from '@app/domain/events';
import type { DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import { reviewCalendar } from './review-calendar';
import type { ReviewRow } from './review-calendar.view';

const given = specForProjection<ReviewRow, DomainEvent<string, any>>(reviewCalendar as never);
const stream = 'improvementCase-931~inspection';
const at = (event: DomainEvent<string, any>, name = stream) => recorded(event, { stream: name });
const why = { reason: 'r' };
const area = '931';
const row = (kind: string, on: string, status: ReviewRow['status'], change: Partial<ReviewRow> = {}): ReviewRow => ({
  on,
  kind,
  areas: [area],
  area,
  what: stream,
  status,
  ...change,
});
const withdrawn = (
  record: 'deep-dive' | 'stocktake' | 'board-meeting' | 'timeliness-progress' | 'formal-review' | 'health-adviser-contact',
) => at(CaseRecordWithdrawn({ area, record, id: 'x1', effectiveOn: '2024-03-27', corrects: 1, ...why }));
const occasion = { area, heldOn: '2024-03-27', partners: [], summary: 's' };
const corrected = { corrects: 1, ...why };

describe('what was held, in the review calendar (J4, J5, A3, C17)', () => {
  const dive = (kind: 'six-monthly' | 'apa', heldOn = '2024-03-27') => ({
    area,
    deepDive: 'x1',
    kind,
    heldOn,
    linesOfEnquiry: 's',
    progressMade: 's',
    findings: [],
  });
  const update = { area, report: 'x1', reportedOn: '2024-03-27', progress: 's', adherence: 's', trajectory: 'steady' as const };
  const cases: [string, DomainEvent<string, any>, DomainEvent<string, any>, Parameters<typeof withdrawn>[0]][] = [
    [
      'deep-dive',
      DeepDiveRecorded({ ...dive('six-monthly'), nextSteps: [] }),
      DeepDiveCorrected({ ...dive('six-monthly', '2024-03-28'), previouslyHeldOn: '2024-03-27', ...corrected }),
      'deep-dive',
    ],
    [
      'stocktake',
      StocktakeRecorded({ ...occasion, stocktake: 'x1' }),
      StocktakeCorrected({ ...occasion, stocktake: 'x1', heldOn: '2024-03-28', previouslyHeldOn: '2024-03-27', ...corrected }),
      'stocktake',
    ],
    [
      'board-meeting',
      BoardMeetingRecorded({ ...occasion, meeting: 'x1' }),
      BoardMeetingCorrected({ ...occasion, meeting: 'x1', heldOn: '2024-03-28', ...corrected }),
      'board-meeting',
    ],
    [
      'timeliness-update',
      TimelinessProgressReported(update),
      TimelinessProgressCorrected({ ...update, reportedOn: '2024-03-28', previouslyReportedOn: '2024-03-27', ...corrected }),
      'timeliness-progress',
    ],
    [
      'formal-review',
      FormalReviewHeld({ area, review: 'x1', heldOn: '2024-03-27', summary: 's' }),
      FormalReviewCorrected({ area, review: 'x1', heldOn: '2024-03-28', summary: 's', ...corrected }),
      'formal-review',
    ],
  ];
  it.each(cases)('a %s, corrected and withdrawn', (kind, held, correction, record) => {
    const key = `${stream} ${kind} x1`;
    const elsewhere = 'improvementCase-887~inspection';
    const other = { [`${elsewhere} ${kind} x1`]: row(kind, '2024-03-27', 'held', { what: elsewhere }) };
    given(at(held), at(held, elsewhere)).rows({ [key]: row(kind, '2024-03-27', 'held'), ...other });
    given(at(held), at(held, elsewhere), at(correction)).rows({ [key]: row(kind, '2024-03-28', 'held'), ...other });
    given(at(held), at(held, elsewhere), withdrawn(record)).rows(other);
    given(at(held), withdrawn('health-adviser-contact')).rows({ [key]: row(kind, '2024-03-27', 'held') });
    given(at(correction), withdrawn(record)).rows({});
  });
  it('an APA deep dive is due when it is scheduled, and due again when its record is withdrawn', () => {
    const scheduling = { area, deepDive: 'x1', outcome: 'o1', scheduledFor: '2024-03-20' };
    const scheduled = at(DeepDiveScheduled(scheduling));
    const key = `${stream} deep-dive x1`;
    const due = row('apa-deep-dive', '2024-03-20', 'due', { scheduledFor: '2024-03-20' });
    given(scheduled).rows({ [key]: due });
    const moved = at(DeepDiveRescheduled({ ...scheduling, scheduledFor: '2024-04-20', previouslyFor: '2024-03-20', ...why }));
    given(scheduled, moved).rows({ [key]: { ...due, on: '2024-04-20', scheduledFor: '2024-04-20' } });
    given(moved).rows({});
    const cancelled = at(DeepDiveCancelled({ ...scheduling, ...why }));
    given(scheduled, cancelled).rows({ [key]: { ...due, status: 'cancelled' } });
    given(cancelled).rows({});
    const held = at(DeepDiveRecorded({ ...dive('apa'), nextSteps: [] }));
    given(scheduled, held).rows({ [key]: { ...due, on: '2024-03-27', status: 'held' } });
    given(scheduled, held, withdrawn('deep-dive')).rows({ [key]: due });
  });
});

describe('meetings in the review calendar (C13)', () => {
  const contract = 'contract-CON_1';
  const key = `${contract} meeting m1`;
  const meeting = { meeting: 'm1', kind: 'contract-review' as const, means: 'phone' as const };
  const scheduled = at(MeetingScheduled({ ...meeting, on: '2024-01-10', expected: [], references: [] }), contract);
  const due: ReviewRow = {
    on: '2024-01-10',
    kind: 'contract-review',
    areas: [],
    what: contract,
    status: 'due',
    scheduledFor: '2024-01-10',
  };
  const heldOn = (day: string) => ({ ...meeting, area, heldOn: day, represented: [], absent: [] });

  it('are scheduled, held, corrected, not held after all, or cancelled', () => {
    given(scheduled).rows({ [key]: due });
    const held: ReviewRow = { ...due, on: '2024-01-11', areas: [area], area, status: 'held' };
    given(scheduled, at(MeetingHeld(heldOn('2024-01-11')), contract)).rows({ [key]: held });
    const correction = at(MeetingCorrected({ ...heldOn('2024-01-12'), ...corrected }), contract);
    given(scheduled, at(MeetingHeld(heldOn('2024-01-11')), contract), correction).rows({ [key]: { ...held, on: '2024-01-12' } });
    given(correction).rows({});
    const notHeld = MeetingRecordWithdrawn({
      meeting: 'm1',
      kind: 'contract-review',
      heldOn: '2024-01-11',
      scheduledOn: '2024-01-10',
      scheduledMeans: 'phone',
      corrects: 2,
      ...why,
    });
    given(scheduled, at(MeetingHeld(heldOn('2024-01-11')), contract), at(notHeld, contract)).rows({ [key]: due });
    given(at(notHeld, contract)).rows({});
    const cancelled = at(MeetingCancelled({ meeting: 'm1', scheduledOn: '2024-01-10', ...why }), contract);
    given(scheduled, cancelled).rows({ [key]: { ...due, status: 'cancelled' } });
    given(cancelled).rows({});
  });
});

describe('reviews that are owed, in the review calendar (E2)', () => {
  const key = 'requirement-stocktake~1';
  const counted = { from: '2023-10-12', unit: 'months' as const, count: 6, skipped: [] };
  const imposing = {
    definition: 'stocktake',
    rule: 'J5',
    says: 's',
    what: stream,
    period: '2023-10-12',
    from: '2023-10-12',
    areas: [area, '887'],
    due: '2024-04-12',
    dueMoment: '2024-04-12T22:59:59.999Z',
    because: 'b',
    counted,
    settings: [],
    imposedBy: { event: `${stream}@0`, effectiveOn: '2023-10-12' },
    escalation: { level: 2 as const, need: 'information' as const },
  };
  const imposed = at(RequirementImposed(imposing), key);
  const other = at(RequirementImposed({ ...imposing, definition: 'monthly-report' }), 'requirement-report~1');
  const lapsed = at(
    RequirementLapsed({
      definition: 'stocktake',
      what: stream,
      period: '2023-10-12',
      areas: [area],
      due: '2024-04-12',
      judgedAt: '2024-04-12T23:01:00.000Z',
      readUpTo: '7',
      escalation: imposing.escalation,
      pastWhenImposed: false,
    }),
    key,
  );
  const met = { by: `${stream}@4`, recordedAt: '2024-04-10T09:00:00.000Z', effectiveOn: '2024-04-10' };
  const owed = (status: ReviewRow['status']) => row('stocktake', '2024-04-12', status, { areas: [area, '887'] });
  const shows = (events: readonly Past<DomainEvent<string, any>>[], status: ReviewRow['status'], change: Partial<ReviewRow> = {}) => {
    given(imposed, other, ...events).rows({ [key]: { ...owed(status), ...change } });
    given(...events).rows({});
  };

  it('are due, overdue or done; other requirements are not here', () => {
    shows([], 'due');
    shows([lapsed], 'overdue', { lapsed: true });
    shows([at(RequirementMet(met), key)], 'done');
    shows([lapsed, at(RequirementMetLate({ ...met, due: '2024-04-12', daysLate: 1 }), key)], 'done', { lapsed: true });
    shows([at(RequirementReleased({ by: met.by, because: 'b' }), key)], 'done');
    shows([at(RequirementWaived(why), key)], 'done');
  });
  it('are of the areas for which they are still owed (reading 26)', () => {
    const { definition, rule, says, what, due } = imposing;
    const restating = { definition, rule, says, what, due, areas: ['942'], previousAreas: ['931'], by: 'contract-CON_22889@7' };
    shows([at(RequirementAreasRestated(restating), key)], 'due', { areas: ['942'], area: '942' });
  });
  it('are due again', () => {
    shows([at(RequirementMet(met), key), at(RequirementReopened({ correction: met.by, because: 'b' }), key)], 'due');
    shows([at(RequirementWaived(why), key), at(WaiverWithdrawn({ corrects: 1, ...why }), key)], 'due');
    const moved = (stillLapsed: boolean) =>
      at(
        RequirementRescheduled({
          previousDue: '2024-04-12',
          due: '2024-05-12',
          dueMoment: '2024-05-12T22:59:59.999Z',
          because: 'b',
          counted,
          imposedBy: imposing.imposedBy,
          stillLapsed,
        }),
        key,
      );
    shows([lapsed, moved(false)], 'due', { on: '2024-05-12' });
    shows([lapsed, moved(true)], 'overdue', { on: '2024-05-12', lapsed: true });
    shows([lapsed, at(RequirementWaived(why), key), at(WaiverWithdrawn({ corrects: 2, ...why }), key)], 'overdue', { lapsed: true });
  });
});
