import type { EscalationEvent } from '@app/domain/events';
import { defineProjection } from '@app/event-sourcing';
import { EscalationRow } from './escalation-board.view';

/** Who has to act, at which level, and what was done about it (E3, E6). One row per escalation stream. */
export const escalationBoard = defineProjection<EscalationRow, EscalationEvent>({
  name: 'escalation-board',
  version: 1,
  view: EscalationRow,
  feed: true,
  columns: { status: 'text', level: 'integer', role: 'text', person: 'text', what: 'text', rule: 'text', raisedAt: 'text' },
  indexes: [['status', 'level'], ['what']],
  key: (_event, { category, streamId }) => (category === 'escalation' ? streamId : undefined),
  on: {
    EscalationRaised: (_row, { cause, rule, because, what, areas, level, role, person, need, since }, { recordedAt }) => ({
      cause,
      rule,
      because,
      what,
      areas,
      level,
      role,
      ...(person !== undefined && { person }),
      need,
      status: 'unacknowledged',
      since,
      raisedAt: recordedAt,
      support: [],
      toldAgain: 0,
    }),
    EscalationAcknowledged: (row, _data, { who }) => row && { ...row, status: 'acknowledged', acknowledgedBy: who },
    EscalationRaisedToNextLevel: (row, { level, role, person }) => row && { ...told(row, role, person), level },
    EscalationNotifiedAgain: (row, { role, person }) => row && { ...told(row, role, person), toldAgain: row.toldAgain + 1 },
    SupportPutInPlace: (row, { kind }) => row && { ...row, support: [...row.support, kind] },
    EscalationResolved: (row) => row && { ...row, status: 'resolved' },
    EscalationWithdrawn: (row) => row && { ...row, status: 'withdrawn' },
    EscalationReopened: (row) => row && { ...row, status: row.acknowledgedBy === undefined ? 'unacknowledged' : 'acknowledged' },
  },
});

function told({ person: _before, ...row }: EscalationRow, role: string, person: string | undefined): EscalationRow {
  return { ...row, role, ...(person !== undefined && { person }) };
}
