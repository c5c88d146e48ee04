import { londonDay, type Day } from '@app/calendar';
import type { Decide, Found } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsCount, IsId } from '../../fields';
import { judgeEligibility } from '../../local-area/eligibility';
import { entryOf } from '../../entries';
import { ruleSetOn } from '../../programme/grant-terms';
import { eligibilityChanges, standsIn, type AreaUpTo } from '../eligibility-watch';
import { areaOf } from '../partner-checks';
import type { PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import { grantEnd, type PartnerState } from '../partner.state';

/**
 * Judge a partner's eligibility again on a new fact about its local area. The automation sends it for every fact, in order;
 * a breach is effective from its fact's day, and a fact effective after the grant's end breaks nothing (G16, reading 22).
 */
export class ReassessEligibility {
  /** Revision of the local area's stream up to which facts are judged: the new fact's. */
  @IsCount() factsUpTo!: number;
  /** Local area whose fact it is, where others share the grant; otherwise the partner's own. */
  @IsOptional() @IsId() area?: string;
}

type Reads = { area?: Found<AreaUpTo> };

const later = (one: Day, other: Day): Day => (one > other ? one : other);
const earlier = (one: Day, other: Day): Day => (one < other ? one : other);
const revisionOf = (fact: string): number => Number(fact.slice(fact.lastIndexOf('@') + 1));

export const reassessEligibility: Decide<ReassessEligibility, PartnerState, PartnerEvent, Reads> = (command, state, { now, found }) => {
  const { factsUpTo } = command;
  if (state.status === 'none' || state.atDiscretion) return [];
  const area = areaOf(command.area, state);
  if (factsUpTo <= (entryOf(state.factsUpTo, area) ?? -1)) return [];
  const known = found.area?.revision ?? -1;
  if (!found.area || factsUpTo > known) throw refuse('facts-not-recorded', { field: 'factsUpTo', values: { known, asked: factsUpTo } });
  const { area: facts, days } = found.area.state;
  const end = grantEnd(state);
  const newest = days[factsUpTo] ?? end;
  const open = Object.values(state.breaches).filter((breach) => breach.area === area);
  const on = earlier(end, [londonDay(now), ...open.map((breach) => breach.effectiveOn)].reduce(later, newest));
  const ruleSet = ruleSetOn(on);
  const results = judgeEligibility({ area: facts, on, ruleSet, evidence: entryOf(state.evidence, area) ?? {} });
  const at = `localArea-${area}@${factsUpTo}`;
  const effectiveOn = (fact: string | undefined): Day => earlier(end, days[revisionOf(fact ?? at)] ?? newest);
  return eligibilityChanges(state, results, { area, ruleSet, effectiveOn, fact: at, judgedBy: at, factsUpTo, stands: standsIn(facts) });
};
