import type { RequirementEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { RequirementRow } from './requirement-register.view';

/** Every duty: due, overdue, met, met late, released, waived (E2). One row per requirement stream. */
export const requirementRegister = defineProjection<RequirementRow, RequirementEvent>({
  name: 'requirement-register',
  version: 1,
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
  },
  indexes: [['due'], ['status', 'due'], ['what']],
  words: ['says'],
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
    RequirementMet: (row, { by }) => row && { ...row, status: 'met', metBy: by },
    RequirementMetLate: (row, { by }) => row && { ...row, status: 'met-late', metBy: by },
    RequirementLapsed: (row, { judgedAt }) => row && { ...row, status: 'lapsed', lapsedAt: judgedAt },
    RequirementRescheduled: (row, { due, because, stillLapsed }) => row && owedAgain({ ...row, due, because }, stillLapsed),
    RequirementReopened: (row) => row && owedAgain(row, row.lapsedAt !== undefined),
    RequirementReleased: (row) => row && { ...row, status: 'released' },
    RequirementWaived: (row) => row && { ...row, status: 'waived' },
    WaiverWithdrawn: (row) => row && owedAgain(row, row.lapsedAt !== undefined),
  },
});

function owedAgain({ metBy: _metBy, lapsedAt, ...row }: RequirementRow, lapsed: boolean): RequirementRow {
  return lapsed && lapsedAt !== undefined ? { ...row, status: 'lapsed', lapsedAt } : { ...row, status: 'open' };
}
