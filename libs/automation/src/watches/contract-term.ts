import { addDays, type Day } from '@app/calendar';
import { stayOf, type AreaPassing, type WithAreas } from '@app/domain/contract/contract.areas';
import type {
  AreaPassedToSuccessors,
  AreaPassingWithdrawn,
  BreakAnswered,
  BreakAnswerWithdrawn,
  ContractCompleted,
  ContractEndedEarly,
  ContractExtended,
  EarlyEndWithdrawn,
  ExtensionCorrected,
  ExtensionRecordWithdrawn,
  OrderAccepted,
  OrderCorrected,
} from '@app/domain/events';
import type { EventMeta, EventOf, Lines } from '@app/event-sourcing';
import { causeOf, type Cause, type Duty, type Ended } from '../requirement-engine/row';

/** A passing of an area, and what recorded it. */
export interface RecordedPassing extends AreaPassing {
  readonly by: Cause;
}

/** From when to when a contract runs, as known now, and for which areas. */
export interface Term extends WithAreas<RecordedPassing> {
  readonly commencesOn: Day;
  /** Last day, inclusive. */
  readonly endsOn: Day;
  /** The acceptance that made it binding. */
  readonly bindingBy: Cause;
  /** What set the last day. */
  readonly endSetBy: Cause;
  /** Why that is the last day; absent where the whole contract ends on it. */
  readonly endsBecause?: string;
}

/** Facts that hold a term; without one the contract does not bind. */
export interface WithTerm {
  readonly term?: Term;
}

export type TermEvent = EventOf<
  | typeof OrderAccepted
  | typeof OrderCorrected
  | typeof AreaPassedToSuccessors
  | typeof AreaPassingWithdrawn
  | typeof ContractExtended
  | typeof ExtensionCorrected
  | typeof ExtensionRecordWithdrawn
  | typeof BreakAnswered
  | typeof BreakAnswerWithdrawn
  | typeof ContractEndedEarly
  | typeof EarlyEndWithdrawn
  | typeof ContractCompleted
>;

const ends = <S extends WithTerm>(facts: S, endsOn: Day, meta: EventMeta): S =>
  facts.term && endsOn !== facts.term.endsOn ? { ...facts, term: { ...facts.term, endsOn, endSetBy: causeOf(meta) } } : facts;

/** Where a contract begins and ends (C1, C4-C6), for any facts that hold a term. */
export const termLines = <S extends WithTerm>() =>
  ({
    OrderAccepted: (facts, { binding, areas = [], commencesOn, completesOn }, meta) =>
      binding && commencesOn !== undefined && completesOn !== undefined
        ? { ...facts, term: { areas, passings: [], commencesOn, endsOn: completesOn, bindingBy: causeOf(meta), endSetBy: causeOf(meta) } }
        : facts,
    OrderCorrected: (facts, { binding, areas, commencesOn, endsOn }, meta) => {
      if (!binding) return facts;
      const before = facts.term ?? { passings: [], endsOn, bindingBy: causeOf(meta), endSetBy: causeOf(meta) };
      return ends({ ...facts, term: { ...before, areas, commencesOn } }, endsOn, meta);
    },
    AreaPassedToSuccessors: (facts, { predecessor, successors, from, areas, commencesOn, endsOn }, meta) => {
      const by = causeOf(meta);
      const others = areas.filter((area) => !successors.includes(area));
      const term = facts.term ?? { areas: others, passings: [], commencesOn, endsOn, bindingBy: by, endSetBy: by };
      // A successor that had left with a passing which was withdrawn has heard nothing of the term since then.
      return ends(
        { ...facts, term: { ...term, commencesOn, passings: [...term.passings, { predecessor, successors, from, by }] } },
        endsOn,
        meta,
      );
    },
    AreaPassingWithdrawn: (facts, { predecessor }) => {
      if (!facts.term) return facts;
      const passings = facts.term.passings.filter((passing) => passing.predecessor !== predecessor);
      return { ...facts, term: { ...facts.term, passings } };
    },
    ContractExtended: (facts, { completion }, meta) => ends(facts, completion, meta),
    ExtensionCorrected: (facts, { completion }, meta) => ends(facts, completion, meta),
    ExtensionRecordWithdrawn: (facts, { endsOn }, meta) => ends(facts, endsOn, meta),
    BreakAnswered: (facts, { endsOn }, meta) => ends(facts, endsOn, meta),
    BreakAnswerWithdrawn: (facts, { endsOn }, meta) => ends(facts, endsOn, meta),
    ContractEndedEarly: (facts, { endsOn }, meta) => ends(facts, endsOn, meta),
    EarlyEndWithdrawn: (facts, { endsOn }, meta) => ends(facts, endsOn, meta),
    ContractCompleted: (facts, { endsOn }, meta) => ends(facts, endsOn, meta),
  }) satisfies Lines<S, TermEvent, S>;

/** Facts that hold the contracts of a local area, by id. */
export interface WithContracts {
  readonly contracts: Readonly<Record<string, WithTerm>>;
}

/** The terms of several contracts, each folded by itself. */
export function contractsLines<S extends WithContracts>(): Lines<S, TermEvent, S> {
  const lines = termLines<WithTerm>() as Readonly<Record<string, (term: WithTerm, data: object, meta: EventMeta) => WithTerm>>;
  const each = Object.entries(lines).map(([type, line]) => [
    type,
    (facts: S, data: object, meta: EventMeta): S => ({
      ...facts,
      contracts: { ...facts.contracts, [meta.streamId]: line(facts.contracts[meta.streamId] ?? {}, data, meta) },
    }),
  ]);
  return Object.fromEntries(each) as Lines<S, TermEvent, S>;
}

/** The term for one of the contract's areas: a successor's begins, and a predecessor's ends, when the area passes (reading 26). */
export function termFor(term: Term, area: string): Term | undefined {
  const stay = stayOf(term, area);
  if (stay === undefined) return undefined;
  const { entered, left } = stay;
  return {
    ...term,
    ...(entered && { commencesOn: entered.from, bindingBy: entered.by }),
    ...(left &&
      left.from <= term.endsOn && {
        endsOn: addDays(left.from, -1),
        endSetBy: left.by,
        endsBecause: `Local area ${area} passes to ${left.successors.join(' and ')} on ${left.from}`,
      }),
  };
}

/** The terms of the contracts that name a local area, as they run for it, by the contract's id. */
export const termsNaming = ({ contracts }: WithContracts, area: string): readonly (readonly [string, Term])[] =>
  Object.entries(contracts).flatMap(([contract, { term }]) => {
    const own = term && termFor(term, area);
    return own ? [[contract, own] as const] : [];
  });

/** The end of the contract, for what is due after its last day. */
export const termEnd = ({ endsOn, endSetBy, endsBecause }: Term): Ended => ({
  by: endSetBy,
  because: endsBecause ?? `The contract ends on ${endsOn}`,
  lastDay: endsOn,
});

/** A duty that is due after the contract's last day ends with the contract. */
export const endedWith = (term: Term): Pick<Duty, 'ended'> => ({ ended: termEnd(term) });
