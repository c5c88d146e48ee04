import { londonDay } from '@app/calendar';
import { MOST_TIMES_TOLD_AGAIN, type EscalationLevel } from '@app/domain/escalation/escalation.parts.command';
import { RaiseEscalationToNextLevel } from '@app/domain/escalation/raise-escalation-to-next-level/raise-escalation-to-next-level.command';
import type {
  EscalationAcknowledged,
  EscalationNotifiedAgain,
  EscalationRaised,
  EscalationRaisedToNextLevel,
  EscalationReopened,
  EscalationResolved,
  EscalationWithdrawn,
} from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { workingDaysAfter } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause, type Duty, type Settings } from '../requirement-engine/row';

type Watched = EventOf<
  | typeof EscalationRaised
  | typeof EscalationAcknowledged
  | typeof EscalationRaisedToNextLevel
  | typeof EscalationNotifiedAgain
  | typeof EscalationResolved
  | typeof EscalationWithdrawn
  | typeof EscalationReopened
>;

/** Someone was told, at a level. */
interface Telling {
  readonly level: EscalationLevel;
  readonly by: Cause;
  readonly revision: number;
  readonly answeredBy?: Cause;
  readonly withdrawnBy?: Cause;
}

interface Facts {
  readonly id: string;
  readonly areas: readonly string[];
  /** Stream that the escalation concerns. */
  readonly what: string;
  readonly level: EscalationLevel;
  readonly open: boolean;
  /** Whether somebody has taken it on since it was raised last. */
  readonly acknowledged: boolean;
  readonly toldAgain: number;
  /** Lapses that were answered by going up. */
  readonly answered: readonly string[];
  readonly tellings: readonly Telling[];
}

const tell = (facts: Facts, level: EscalationLevel, meta: EventMeta): Facts => ({
  ...facts,
  level,
  open: true,
  tellings: [...facts.tellings, { level, by: causeOf(meta), revision: meta.revision }],
});

const close = (facts: Facts, change: Partial<Telling>): Facts => ({
  ...facts,
  open: false,
  tellings: facts.tellings.map((telling) => (telling.answeredBy || telling.withdrawnBy ? telling : { ...telling, ...change })),
});

const periodOf = ({ level, revision }: Telling): string => `${level}.${revision}`;
const settingOf = (level: EscalationLevel, settings: Settings): number => settings[`level${level}WorkingDays`]!;

/** Each level that was told of an escalation has its own time to take it on (E3). */
export const acknowledgement = defineWatch<Facts, Watched>({
  of: 'escalation',
  runsFromRecording: true,
  initial: (id) => ({ id, areas: [], what: '', level: 1, open: false, acknowledged: false, toldAgain: 0, answered: [], tellings: [] }),
  on: {
    EscalationRaised: (facts, { level, areas, what }, meta) =>
      tell({ ...facts, areas, what, acknowledged: false, toldAgain: 0, answered: [] }, level, meta),
    EscalationRaisedToNextLevel: (facts, { level, lapse }, meta) => tell({ ...facts, answered: [...facts.answered, lapse] }, level, meta),
    EscalationNotifiedAgain: (facts, { level, time, lapse }, meta) =>
      tell({ ...facts, toldAgain: time, answered: [...facts.answered, lapse] }, level, meta),
    EscalationAcknowledged: (facts, _data, meta) => close({ ...facts, acknowledged: true }, { answeredBy: causeOf(meta) }),
    EscalationResolved: (facts, _data, meta) => close(facts, { answeredBy: causeOf(meta) }),
    EscalationWithdrawn: (facts, _data, meta) => close(facts, { withdrawnBy: causeOf(meta) }),
    EscalationReopened: (facts, _data, meta) => (facts.acknowledged ? facts : tell(facts, facts.level, meta)),
  },
  duties: ({ tellings, areas }) =>
    tellings.map((telling): Duty => {
      const told = londonDay(telling.by.recordedAt);
      return {
        period: periodOf(telling),
        from: told,
        areas,
        due: (settings) => workingDaysAfter(told, settingOf(telling.level, settings), `being told at level ${telling.level}`),
        imposedBy: telling.by,
        ...(telling.answeredBy && { metBy: telling.answeredBy }),
        ...(telling.withdrawnBy && { ended: { by: telling.withdrawnBy, because: 'The escalation was withdrawn' } }),
      };
    }),
  then: ({ id, what, open, level, toldAgain, answered, tellings }, period, lapse, addressee) => {
    const last = tellings.at(-1);
    if (!open || last === undefined || periodOf(last) !== period || answered.includes(lapse.event)) return undefined;
    if (level === 3 && toldAgain >= MOST_TIMES_TOLD_AGAIN) return undefined;
    const { level: to, person, insteadOf } = addressee({ level: level === 1 ? 2 : 3, role: 'case-lead', assignedTo: [what] });
    const send = Object.assign(new RaiseEscalationToNextLevel(), {
      level,
      lapse: lapse.event,
      to,
      ...(person === undefined ? {} : { person }),
      ...(insteadOf === undefined ? {} : { insteadOf }),
    });
    return { send, to: id };
  },
});
