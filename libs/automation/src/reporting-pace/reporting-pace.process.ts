import { addDays, daysBetween, endOfMonth, londonDay, type Day } from '@app/calendar';
import { EaseReporting } from '@app/domain/contract/ease-reporting/ease-reporting.command';
import { IncreaseReporting } from '@app/domain/contract/increase-reporting/increase-reporting.command';
import type { DecisionRevised, ProgressDecided, ReportingEased, ReportingIncreased } from '@app/domain/events';
import { because, defineProcess, type Action, type EventMeta, type EventOf } from '@app/event-sourcing';
import { contractsLines, termFor, type Term, type TermEvent, type WithContracts } from '../watches/contract-term';

type Behind = ReturnType<typeof because>;

interface Rhythm {
  readonly from: Day;
  /** Days of a period; absent where the monthly report on all areas is enough. */
  readonly periodDays?: number;
  /** The event that caused it. */
  readonly causationId: string;
}

/** VCU's decision on progress that stands for a review. */
interface Decision {
  readonly review: string;
  readonly sufficient: boolean;
  readonly behind: Behind;
  /** Decisions for the same review that it took the place of, by their event ids. */
  readonly replaced: readonly string[];
}

interface Area extends WithContracts {
  /** By contract. */
  readonly rhythms: Readonly<Record<string, readonly Rhythm[]>>;
  /** By case and review. */
  readonly decisions: Readonly<Record<string, Decision>>;
  /** By contract: the decision after which reporting is still to be increased. */
  readonly wanted: Readonly<Record<string, Decision>>;
}

type DecisionEvent = EventOf<typeof ProgressDecided | typeof DecisionRevised>;
type RhythmEvent = EventOf<typeof ReportingIncreased | typeof ReportingEased>;

/** More frequent by one step: whoever wants weekly reports says so. */
const RHYTHM = 'fortnightly';
const MONTHLY = 'monthly';

const isIncreased = ({ rhythms }: Area, contract: string): boolean => rhythms[contract]?.at(-1)?.periodDays !== undefined;

const without = <T>(entries: Readonly<Record<string, T>>, leave: (entry: T, id: string) => boolean): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(entries).filter(([id, entry]) => leave(entry, id)));

/** Contracts that a decision concerns: the one whose supplier took part in the review, or all that name the area and still run. */
function concerned({ contracts }: Area, contract: string | undefined, { recordedAt }: EventMeta): readonly string[] {
  const runs = ([id, { term }]: [string, { term?: Term }]): boolean =>
    term !== undefined && londonDay(recordedAt) <= term.endsOn && (contract === undefined || contract === id);
  return Object.entries(contracts)
    .filter(runs)
    .map(([id]) => id);
}

function decided(area: Area, { review, progress, contract }: DecisionEvent['data'], meta: EventMeta): Area {
  const key = `${meta.streamId}|${review}`;
  const before = area.decisions[key];
  const replaced = before ? [...before.replaced, before.behind.eventId] : [];
  const decision: Decision = { review, sufficient: progress === 'sufficient', behind: because(meta), replaced };
  const left = without(area.wanted, ({ behind }) => !replaced.includes(behind.eventId));
  const acted = Object.values(area.rhythms).some((changes) => changes.some(({ causationId }) => replaced.includes(causationId)));
  const toIncrease = decision.sufficient || (acted && before?.sufficient === false) ? [] : concerned(area, contract, meta);
  const fresh = toIncrease.filter((id) => !isIncreased(area, id)).map((id) => [id, decision] as const);
  return { ...area, decisions: { ...area.decisions, [key]: decision }, wanted: { ...left, ...Object.fromEntries(fresh) } };
}

function changed(area: Area, { from, periodDays }: RhythmEvent['data'], { streamId, causationId }: EventMeta): Area {
  const change: Rhythm = { from, causationId, ...(periodDays !== undefined && { periodDays }) };
  const changes = [...(area.rhythms[streamId] ?? []).filter((known) => known.from < from), change];
  const { [streamId]: _done, ...wanted } = area.wanted;
  return { ...area, rhythms: { ...area.rhythms, [streamId]: changes }, wanted: periodDays === undefined ? area.wanted : wanted };
}

/** Last day of the period in which a contract reports on the area at a day. */
function runningUntil(changes: readonly Rhythm[], { endsOn }: Term, today: Day): Day {
  const now = changes.findLast(({ from }) => from <= today);
  const last =
    now?.periodDays === undefined
      ? endOfMonth(today)
      : addDays(now.from, (Math.floor(daysBetween(now.from, today) / now.periodDays) + 1) * now.periodDays - 1);
  return last < endsOn ? last : endsOn;
}

/**
 * When VCU decides that the pace of progress is not sufficient, reporting on that area becomes more frequent (J8, C10), unless it is so
 * already. It is eased by a person: that progress is sufficient again at a later review does not say that more frequent reports are no longer
 * wanted. A decision that is revised takes back what followed from it. An instance per local area.
 */
export const reportingPace = defineProcess<Area, TermEvent | DecisionEvent | RhythmEvent>({
  name: 'reporting-pace',
  version: 4,
  inForceFrom: '2021-09-02',
  key: ({ data }, { category }) => {
    if (category !== 'contract' && category !== 'improvementCase') return undefined;
    const { areas, area } = data as { areas?: readonly string[]; area?: string };
    return area === undefined ? areas : [area];
  },
  initial: () => ({ contracts: {}, rhythms: {}, decisions: {}, wanted: {} }),
  on: {
    ...contractsLines<Area>(),
    AreaPassingWithdrawn: (area, data, meta, instance) => {
      const before = contractsLines<Area>().AreaPassingWithdrawn!(area, data, meta, instance);
      return data.leaving.includes(instance)
        ? { ...before, rhythms: without(before.rhythms, (_changes, id) => id !== meta.streamId) }
        : before;
    },
    ProgressDecided: decided,
    DecisionRevised: decided,
    ReportingIncreased: changed,
    ReportingEased: changed,
  },
  next: ({ contracts, rhythms, decisions, wanted }, { instance: area, now }) => {
    const today = londonDay(now);
    /** A contract that has no later period of the area has no later rhythm. */
    const goesOn = (contract: string): boolean => {
      const whole = contracts[contract]?.term;
      const term = whole && termFor(whole, area);
      const day = term && today < term.commencesOn ? term.commencesOn : today;
      return term !== undefined && day <= term.endsOn && runningUntil(rhythms[contract] ?? [], term, day) < term.endsOn;
    };
    const asked = (to: string, send: object, step: string, behind: Behind): Action => ({ send, to, step, because: behind });
    const increases = Object.entries(wanted)
      .filter(([contract]) => goesOn(contract))
      .map(([contract, { review, behind }]) => {
        const reason = `VCU decided at formal review ${review} that the pace of progress is not sufficient`;
        const send = Object.assign(new IncreaseReporting(), { area, cause: 'pace', rhythm: RHYTHM, reason });
        return asked(contract, send, `increase~${contract}~${behind.eventId}`, behind);
      });
    const eases = Object.values(decisions)
      .filter(({ sufficient }) => sufficient)
      .flatMap(({ review, behind, replaced }) => {
        const reason = `The decision at formal review ${review} was revised: progress is sufficient`;
        return Object.entries(rhythms)
          .filter(([contract, changes]) => replaced.includes(changes.at(-1)!.causationId) && isLast(changes) && goesOn(contract))
          .map(([contract]) => {
            const send = Object.assign(new EaseReporting(), { area, rhythm: MONTHLY, reason });
            return asked(contract, send, `ease~${contract}~${behind.eventId}`, behind);
          });
      });
    return [...increases, ...eases];
  },
});

/** Whether the last change was an increase: nobody has eased it since. */
const isLast = (changes: readonly Rhythm[]): boolean => changes.at(-1)?.periodDays !== undefined;
