import type { Day } from '@app/calendar';
import type { DomainEvent, EventMeta, Stream } from '@app/event-sourcing';
import { storedResult } from '../application/eligibility-result';
import type { RuleResult } from '../local-area/eligibility';
import type { LocalAreaEvent } from '../local-area/local-area.events';
import { factOf } from '../local-area/local-area.guards';
import { localAreaStream, type LocalAreaState } from '../local-area/local-area.stream';
import type { RuleSet } from '../programme/grant-terms';
import { EligibilityBreached, EligibilityRestored, type PartnerEvent } from './partner.events';
import { breachKey, type PartnerState } from './partner.state';

/** A local area as it stood after one of its events, with the days from which its facts are true. */
export interface AreaUpTo {
  readonly area: LocalAreaState;
  /** Day from which each event is true, by revision. */
  readonly days: Readonly<Record<number, Day>>;
}

/**
 * A local area read up to a revision: what was recorded later is left out, so that a breach and its correction
 * are both seen although the correction is on record already (G16).
 */
export const areaUpTo = (revision: number): Stream<AreaUpTo> => ({
  category: localAreaStream.category,
  collection: localAreaStream.collection,
  events: localAreaStream.events,
  initial: () => ({ area: localAreaStream.initial(), days: {} }),
  evolve: (state: AreaUpTo, event: DomainEvent, meta: EventMeta) =>
    meta.revision > revision
      ? state
      : {
          area: localAreaStream.evolve(state.area, event as LocalAreaEvent, meta),
          days: { ...state.days, [meta.revision]: meta.effectiveOn },
        },
});

/** What the results were judged on. */
export interface Judgement {
  readonly area: string;
  readonly ruleSet: RuleSet;
  /** The fact that was new, where a result names none. */
  readonly fact: string;
  readonly judgedBy: string;
  readonly factsUpTo: number;
  /** Day from which a result is true, by the fact that it names. */
  readonly effectiveOn: (fact: string | undefined) => Day;
  /** Whether a fact is still on the local area's record: neither corrected nor withdrawn. */
  readonly stands: (fact: string) => boolean;
}

/** Whether a fact of a local area is still on its record; a judgement by a person is no fact of the area and stays. */
export const standsIn =
  (area: LocalAreaState) =>
  (fact: string): boolean =>
    !fact.startsWith('localArea-') || factOf(area, Number(fact.slice(fact.lastIndexOf('@') + 1))) !== undefined;

/**
 * What changed: rules that broke and rules that hold again, each on record; what stays as it was is not (G16). A rule of which nothing is
 * known any longer is not broken by that; where the fact that broke it is gone, the breach is over.
 */
export function eligibilityChanges(state: PartnerState, results: readonly RuleResult[], judgement: Judgement): PartnerEvent[] {
  const { area, ruleSet, judgedBy, factsUpTo } = judgement;
  return results.flatMap((result): PartnerEvent[] => {
    const { result: answer, fact, ...found } = storedResult(result);
    const breach = state.breaches[breachKey(area, found.rule)];
    const said = { area, ...found, fact: fact ?? judgement.fact, ruleSet, effectiveOn: judgement.effectiveOn(fact), judgedBy, factsUpTo };
    if (answer === 'not-met' && !breach) return [EligibilityBreached(said)];
    const isOver = answer === 'met' || (answer !== 'not-met' && breach !== undefined && !judgement.stands(breach.fact));
    if (isOver && breach) return [EligibilityRestored({ ...said, breach: breach.revision })];
    return [];
  });
}
