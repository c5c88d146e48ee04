import type { EscalationEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { EscalationRow } from './escalation-board.view';

/** Who has to act, at which level, and what was done about it (E3, E6). One row per escalation stream. */
export const escalationBoard = defineProjection<EscalationRow, EscalationEvent>({
  name: 'escalation-board',
  version: 3,
  view: EscalationRow,
  fields: everyFieldOf<EscalationRow>()(
    'cause',
    'rule',
    'because',
    'what',
    'areas',
    'level',
    'role',
    'person',
    'insteadOf',
    'need',
    'status',
    'since',
    'raisedAt',
    'acknowledgedBy',
    'support',
    'toldAgain',
  ),
  feed: true,
  columns: {
    status: ['unacknowledged', 'acknowledged', 'resolved', 'withdrawn'],
    level: 'integer',
    role: 'text',
    person: 'text',
    what: 'text',
    areas: 'texts',
    need: ['information', 'departmental-intervention', 'additional-adviser-support'],
    rule: 'text',
    since: 'day',
    raisedAt: 'instant',
  },
  indexes: [['raisedAt'], ['status', 'level'], ['what']],
  words: ['because'],
  termsBy: 'raisedAt',
  key: (_event, { category, streamId }) => (category === 'escalation' ? streamId : undefined),
  on: {
    EscalationRaised: (_row, { cause, rule, because, what, areas, level, role, person, insteadOf, need, since }, { recordedAt }) => ({
      cause,
      rule,
      because,
      what,
      areas,
      level,
      role,
      ...(person !== undefined && { person }),
      ...(insteadOf !== undefined && { insteadOf }),
      need,
      status: 'unacknowledged',
      since,
      raisedAt: recordedAt,
      support: [],
      toldAgain: 0,
    }),
    EscalationAcknowledged: (row, _data, { who }) => row && { ...row, status: 'acknowledged', acknowledgedBy: who },
    EscalationRaisedToNextLevel: (row, { level, ...to }) => row && { ...told(row, to), level },
    EscalationNotifiedAgain: (row, to) => row && { ...told(row, to), toldAgain: row.toldAgain + 1 },
    SupportPutInPlace: (row, { kind }) => row && { ...row, support: [...row.support, kind] },
    EscalationResolved: (row) => row && { ...row, status: 'resolved' },
    EscalationWithdrawn: (row) => row && { ...row, status: 'withdrawn' },
    EscalationReopened: (row) => row && { ...row, status: row.acknowledgedBy === undefined ? 'unacknowledged' : 'acknowledged' },
  },
});

interface To {
  readonly role: string;
  readonly person?: string;
  readonly insteadOf?: string;
}

function told({ person: _before, insteadOf: _insteadOf, ...row }: EscalationRow, { role, person, insteadOf }: To): EscalationRow {
  return { ...row, role, ...(person !== undefined && { person }), ...(insteadOf !== undefined && { insteadOf }) };
}
