import type { Day } from '@app/calendar';
import type {
  BreakAnswered,
  ContractCompleted,
  ContractEndedEarly,
  ContractExtended,
  EarlyEndWithdrawn,
  ExtensionCorrected,
  OrderAccepted,
  OrderCorrected,
} from '@app/domain/events';
import type { EventMeta, EventOf, Lines } from '@app/event-sourcing';
import { causeOf, type Cause, type Duty, type Ended } from '../requirement-engine/row';

/** From when to when a contract runs, as known now. */
export interface Term {
  readonly areas: readonly string[];
  readonly commencesOn: Day;
  /** Last day, inclusive. */
  readonly endsOn: Day;
  /** The acceptance that made it binding. */
  readonly bindingBy: Cause;
  /** What set the last day. */
  readonly endSetBy: Cause;
}

/** Facts that hold a term; without one the contract does not bind. */
export interface WithTerm {
  readonly term?: Term;
}

export type TermEvent = EventOf<
  | typeof OrderAccepted
  | typeof OrderCorrected
  | typeof ContractExtended
  | typeof ExtensionCorrected
  | typeof BreakAnswered
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
        ? { ...facts, term: { areas, commencesOn, endsOn: completesOn, bindingBy: causeOf(meta), endSetBy: causeOf(meta) } }
        : facts,
    OrderCorrected: (facts, { binding, areas, commencesOn, endsOn }, meta) => {
      if (!binding) return facts;
      const before = facts.term ?? { endsOn, bindingBy: causeOf(meta), endSetBy: causeOf(meta) };
      return ends({ ...facts, term: { ...before, areas, commencesOn } }, endsOn, meta);
    },
    ContractExtended: (facts, { completion }, meta) => ends(facts, completion, meta),
    ExtensionCorrected: (facts, { completion }, meta) => ends(facts, completion, meta),
    BreakAnswered: (facts, { endsOn }, meta) => ends(facts, endsOn, meta),
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

/** The terms of the contracts that name a local area, by the contract's id. */
export const termsNaming = ({ contracts }: WithContracts, area: string): readonly (readonly [string, Term])[] =>
  Object.entries(contracts).flatMap(([contract, { term }]) => (term?.areas.includes(area) ? [[contract, term] as const] : []));

/** The end of the contract, for what is due after its last day. */
export const termEnd = ({ endsOn, endSetBy }: Term): Ended => ({
  by: endSetBy,
  because: `The contract ends on ${endsOn}`,
  lastDay: endsOn,
});

/** A duty that is due after the contract's last day ends with the contract. */
export const endedWith = (term: Term): Pick<Duty, 'ended'> => ({ ended: termEnd(term) });
