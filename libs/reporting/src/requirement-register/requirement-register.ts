import type { RequirementEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf, type EventMeta } from '@app/event-sourcing';
import { RequirementRow } from './requirement-register.view';

/** Every duty: due, overdue, met, met late, released, waived, and by whom (E2, P5). One row per requirement stream. */
export const requirementRegister = defineProjection<RequirementRow, RequirementEvent>({
  name: 'requirement-register',
  version: 3,
  view: RequirementRow,
  fields: everyFieldOf<RequirementRow>()(
    'definition',
    'rule',
    'says',
    'what',
    'period',
    'areas',
    'status',
    'due',
    'because',
    'imposedBy',
    'metBy',
    'releasedBy',
    'settledBy',
    'settledByRole',
    'settledAt',
    'lapsedAt',
  ),
  feed: true,
  columns: {
    definition: 'text',
    what: 'text',
    areas: 'texts',
    status: ['open', 'lapsed', 'met', 'met-late', 'released', 'waived'],
    due: 'day',
    rule: 'text',
    period: 'text',
    settledBy: 'text',
    settledByRole: 'text',
  },
  indexes: [['due'], ['status', 'due'], ['what']],
  words: ['says'],
  termsBy: 'due',
  key: (_event, { category, streamId }) => (category === 'requirement' ? streamId : undefined),
  on: {
    RequirementImposed: (_row, { definition, rule, says, what, period, areas, due, because, imposedBy }) => ({
      definition,
      rule,
      says,
      what,
      period,
      areas,
      status: 'open',
      due,
      because,
      imposedBy: imposedBy.event,
    }),
    RequirementMet: (row, { by }, meta) => row && { ...row, status: 'met', metBy: by, ...settled(meta) },
    RequirementMetLate: (row, { by }, meta) => row && { ...row, status: 'met-late', metBy: by, ...settled(meta) },
    RequirementLapsed: (row, { judgedAt }) => row && { ...row, status: 'lapsed', lapsedAt: judgedAt },
    RequirementRescheduled: (row, { due, because, stillLapsed }) => row && owedAgain({ ...row, due, because }, stillLapsed),
    RequirementAreasRestated: (row, { areas }) => row && { ...row, areas },
    RequirementReopened: (row) => row && owedAgain(row, row.lapsedAt !== undefined),
    RequirementReleased: (row, { by }, meta) => row && { ...row, status: 'released', releasedBy: by, ...settled(meta) },
    RequirementWaived: (row, _data, meta) => row && { ...row, status: 'waived', ...settled(meta) },
    WaiverWithdrawn: (row) => row && owedAgain(row, row.lapsedAt !== undefined),
  },
});

const settled = ({ who, role, recordedAt }: EventMeta) => ({ settledBy: who, settledByRole: role, settledAt: recordedAt });

function owedAgain(settledRow: RequirementRow, lapsed: boolean): RequirementRow {
  const { metBy: _met, releasedBy: _released, settledBy: _who, settledByRole: _role, settledAt: _at, lapsedAt, ...row } = settledRow;
  return lapsed && lapsedAt !== undefined ? { ...row, status: 'lapsed', lapsedAt } : { ...row, status: 'open' };
}
