import type { Day, Instant } from '@app/calendar';
import {
  EscalationAcknowledged,
  EscalationNotifiedAgain,
  EscalationRaised,
  EscalationRaisedToNextLevel,
  EscalationReopened,
  EscalationResolved,
  EscalationWithdrawn,
  RequirementImposed,
  RequirementLapsed,
  RequirementMet,
  RequirementMetLate,
  RequirementReleased,
  RequirementAreasRestated,
  RequirementReopened,
  RequirementRescheduled,
  RequirementWaived,
  WaiverWithdrawn,
} from '@app/domain/events';
import type { SettledBecause } from '@app/domain/escalation/escalation.parts.command';
import type { FollowingEscalation } from '@app/domain/requirement/requirement.parts.command';
import type { EventMeta, EventOf, Lines } from '@app/event-sourcing';
import { causeOf, type Cause, type Settings } from './row';

type RequirementEvent = EventOf<
  | typeof RequirementImposed
  | typeof RequirementMet
  | typeof RequirementMetLate
  | typeof RequirementLapsed
  | typeof RequirementRescheduled
  | typeof RequirementAreasRestated
  | typeof RequirementReopened
  | typeof RequirementReleased
  | typeof RequirementWaived
  | typeof WaiverWithdrawn
>;

type EscalationEvent = EventOf<
  | typeof EscalationRaised
  | typeof EscalationAcknowledged
  | typeof EscalationRaisedToNextLevel
  | typeof EscalationNotifiedAgain
  | typeof EscalationResolved
  | typeof EscalationWithdrawn
  | typeof EscalationReopened
>;

/** What a requirement's own stream says. */
export interface Recorded {
  /** Id of the requirement's stream. */
  readonly id: string;
  readonly period: string;
  readonly from: Day;
  readonly says: string;
  readonly areas: readonly string[];
  readonly due: Day;
  readonly dueMoment: Instant;
  readonly settings: Settings;
  readonly escalation: FollowingEscalation;
  readonly status: 'open' | 'met' | 'met-late' | 'lapsed' | 'released' | 'waived';
  /** Whether a lapse stands, whatever came after it. */
  readonly lapsed: boolean;
  /** The event by which it came to be lapsed last. */
  readonly lapse?: Cause;
  /** Whether it was past already when it was imposed. */
  readonly pastWhenImposed?: boolean;
  readonly met?: { readonly by: string; readonly recordedAt: Instant; readonly effectiveOn: Day };
  /** Its last event, and the revision of that. */
  readonly last: Cause;
  readonly revision: number;
  readonly raised?: RecordedEscalation;
}

/** What the requirement's escalation says. */
export interface RecordedEscalation {
  /** What it was raised for last, `stream@revision`. */
  readonly cause: string;
  readonly live: boolean;
  /** Why it ended last. */
  readonly because?: SettledBecause;
  /** Reopened by a person, who ends it too. */
  readonly byHand: boolean;
  readonly revision: number;
}

type Entry = Recorded | undefined;

const step = (record: Entry, meta: EventMeta, change: Partial<Recorded>): Entry =>
  record && { ...record, ...change, last: causeOf(meta), revision: meta.revision };

/** Owed as before: lapsed where a lapse stands. */
function owed(record: Entry, meta: EventMeta, change: Partial<Recorded> = {}): Entry {
  if (record === undefined) return undefined;
  const { met: _met, lapse, ...rest } = { ...record, ...change };
  return step(rest, meta, rest.lapsed ? { status: 'lapsed', lapse: lapse ?? causeOf(meta) } : { status: 'open' });
}

const ended = (record: Entry, { because }: { because: SettledBecause }, { revision }: EventMeta): Entry =>
  record && record.raised && { ...record, raised: { ...record.raised, live: false, because, revision } };

/** A requirement's stream and its escalation's, folded. */
export const recordLines: Required<Lines<Entry, RequirementEvent | EscalationEvent, Entry>> = {
  RequirementImposed: (_record, data, meta) => ({
    id: meta.streamId,
    period: data.period,
    from: data.from,
    says: data.says,
    areas: data.areas,
    due: data.due,
    dueMoment: data.dueMoment,
    settings: Object.fromEntries(data.settings.map(({ name, value }) => [name, value])),
    escalation: data.escalation,
    status: 'open',
    lapsed: false,
    last: causeOf(meta),
    revision: meta.revision,
  }),
  RequirementMet: (record, { by, recordedAt, effectiveOn }, meta) =>
    step(record, meta, { status: 'met', lapsed: false, met: { by, recordedAt, effectiveOn } }),
  RequirementMetLate: (record, { by, recordedAt, effectiveOn }, meta) =>
    step(record, meta, { status: 'met-late', met: { by, recordedAt, effectiveOn } }),
  RequirementLapsed: (record, { pastWhenImposed }, meta) =>
    step(record, meta, { status: 'lapsed', lapsed: true, lapse: causeOf(meta), pastWhenImposed }),
  RequirementRescheduled: (record, { due, dueMoment, stillLapsed }, meta) => owed(record, meta, { due, dueMoment, lapsed: stillLapsed }),
  RequirementAreasRestated: (record, { areas }, { revision }) => record && { ...record, areas, revision },
  RequirementReopened: (record, _data, meta) => owed(record, meta, { lapse: causeOf(meta) }),
  RequirementReleased: (record, _data, meta) => step(record, meta, { status: 'released' }),
  RequirementWaived: (record, _data, meta) => step(record, meta, { status: 'waived' }),
  WaiverWithdrawn: (record, _data, meta) => owed(record, meta, { lapse: causeOf(meta) }),
  EscalationRaised: (record, { cause }, { revision }) => record && { ...record, raised: { cause, live: true, byHand: false, revision } },
  EscalationAcknowledged: (record) => record,
  EscalationRaisedToNextLevel: (record) => record,
  EscalationNotifiedAgain: (record) => record,
  EscalationResolved: ended,
  EscalationWithdrawn: ended,
  EscalationReopened: (record, _data, { revision }) =>
    record && record.raised && { ...record, raised: { ...record.raised, live: true, byHand: true, revision } },
};
