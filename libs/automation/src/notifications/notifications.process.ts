import type {
  EscalationAcknowledged,
  EscalationNotifiedAgain,
  EscalationRaised,
  EscalationRaisedToNextLevel,
  EscalationReopened,
} from '@app/domain/events';
import { defineProcess, type EventMeta, type EventOf } from '@app/event-sourcing';
import type { Telling } from './telling';

type Watched = EventOf<
  | typeof EscalationRaised
  | typeof EscalationAcknowledged
  | typeof EscalationRaisedToNextLevel
  | typeof EscalationNotifiedAgain
  | typeof EscalationReopened
>;

/** What an escalation is about, and whom it is with. */
type About = Pick<Telling, 'rule' | 'because' | 'what' | 'areas' | 'need' | 'day'>;
type With = Pick<Telling, 'level' | 'role' | 'person'>;

interface Told {
  /** Absent before it is raised. */
  readonly raised?: { readonly about: About; readonly with: With; readonly acknowledged: boolean };
  /** In order. */
  readonly tellings: readonly Telling[];
}

function tell({ tellings }: Told, kind: Pick<Telling, 'kind' | 'time'>, about: About, to: With, meta: EventMeta): Told {
  const telling = { id: meta.eventId, ...kind, about: meta.stream, ...to, ...about, at: meta.recordedAt };
  return { raised: { about, with: to, acknowledged: false }, tellings: [...tellings, telling] };
}

const addressee = ({ level, role, person }: With): With => ({ level, role, ...(person === undefined ? {} : { person }) });

/**
 * People are told of every escalation, once per recipient and level, and again where the highest level has not answered (E7, E3). What is
 * raised is told even where it was settled before anybody could be told: the message says where to see how it stands. An instance per escalation.
 */
export const notifications = defineProcess<Told, Watched>({
  name: 'notifications',
  version: 1,
  inForceFrom: '2021-09-02',
  key: (_event, { category, streamId }) => (category === 'escalation' ? streamId : undefined),
  initial: () => ({ tellings: [] }),
  on: {
    EscalationRaised: (told, data, meta) => {
      const { rule, because, what, areas, need, since } = data;
      return tell(told, { kind: 'raised' }, { rule, because, what, areas, need, day: since }, addressee(data), meta);
    },
    EscalationAcknowledged: (told) => (told.raised ? { ...told, raised: { ...told.raised, acknowledged: true } } : told),
    EscalationRaisedToNextLevel: (told, data, meta) =>
      told.raised ? tell(told, { kind: 'raised-to-next-level' }, told.raised.about, addressee(data), meta) : told,
    EscalationNotifiedAgain: (told, data, meta) =>
      told.raised ? tell(told, { kind: 'told-again', time: data.time }, told.raised.about, addressee(data), meta) : told,
    EscalationReopened: (told, _data, meta) =>
      told.raised && !told.raised.acknowledged ? tell(told, { kind: 'reopened' }, told.raised.about, told.raised.with, meta) : told,
  },
  next: ({ tellings }) => tellings.map((telling) => ({ tell: telling, step: `tell~${telling.id}` })),
});
