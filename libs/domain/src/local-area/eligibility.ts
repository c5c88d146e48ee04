import type { Day } from '@app/calendar';
import { Decimal } from 'decimal.js';
import { MARKER_SAYS } from '../fields';
import { careRatingOn, dsgPositionBefore, inspectionOn, interventionOn, sliPartnershipOn } from './local-area.as-of';
import { factRef, type InspectionFact, type LocalAreaState } from './local-area.state';
import { OUTCOME_SAYS, type Framework } from './local-area.vocabulary';
import { yearEnd, yearEndedBefore } from './financial-year';

/**
 * Versions of the rules. `notice-2021` is the notice as published, which knows the framework of 2016 alone;
 * `framework-2023` reads outcome (3) of the framework of 2023 as "WSOA required" and its monitoring inspection as the revisit (reading 6).
 */
export type EligibilityRuleSet = 'notice-2021' | 'framework-2023';

export type EligibilityRule = 'G12' | 'G13-deficit' | 'G13-safety-valve' | 'G14' | 'G15' | 'G22';

/** The id of the rule that a test of eligibility is of: `G13` of `G13-deficit`. */
export const ruleOf = (test: string): string => test.split('-', 1)[0]!;

/** What one rule says of a local area on a day, and by which fact. */
export interface RuleResult {
  readonly rule: EligibilityRule;
  /** `refer`: a person has to judge; `unknown`: a fact is missing, which is never met. */
  readonly result: 'met' | 'not-met' | 'refer' | 'unknown';
  /** Route of G12 under which it was judged. */
  readonly route?: 'a' | 'b' | 'c';
  /** What was found; for `G13-deficit` the balance in per cent, which may be unpublished (P1). */
  readonly value?: string;
  /** What it was held against; for `G13-deficit` the balance from which on downwards it is not met. */
  readonly threshold?: string;
  /** The fact that decided, `localArea-931@12`. */
  readonly fact?: string;
  /** One sentence of open words. */
  readonly says: string;
}

/** What persons judged of an area's evidence, with reasons on record elsewhere. */
export interface JudgedEvidence {
  /** Quality and capacity of an area not yet inspected (G12 c, reading 5). */
  readonly routeC?: 'met' | 'not-met';
  /** High performing, well led, able to support others (G22). */
  readonly excellence?: 'met' | 'not-met';
}

export interface EligibilityQuestion {
  readonly area: LocalAreaState;
  /** London day of the judgement. */
  readonly on: Day;
  readonly ruleSet: EligibilityRuleSet;
  readonly evidence?: JudgedEvidence;
}

/** A deficit of 1 per cent or more fails (G13): a balance of -1 or below. */
const FAILING_BALANCE = '-1.00';

const FRAMEWORKS_OF: Readonly<Record<EligibilityRuleSet, readonly Framework[]>> = {
  'notice-2021': ['2016'],
  'framework-2023': ['2016', '2023'],
};

/** What every eligibility rule says of a local area on a day, from the recorded facts alone (G12 to G15, G22). */
export function judgeEligibility(question: EligibilityQuestion): readonly RuleResult[] {
  return [inspected(question), deficit(question), safetyValve(question), care(question), jointPartner(question), excellence(question)];
}

/** Whether an inspection asks for a written statement of action, or for what counts as one. */
const requiresStatement = ({ outcome }: Pick<InspectionFact, 'outcome'>): boolean =>
  outcome === 'wsoa-required' || outcome === 'systemic-failings';

/** G12: route (a), (b) or (c), by the latest published inspection. */
function inspected({ area, on, ruleSet, evidence }: EligibilityQuestion): RuleResult {
  if (!area.registered) return { rule: 'G12', result: 'unknown', says: NOT_REGISTERED };
  const inspection = inspectionOn(area, on, FRAMEWORKS_OF[ruleSet]);
  if (!inspection) {
    const later = inspectionOn(area, on);
    if (later) {
      return {
        rule: 'G12',
        result: 'unknown',
        fact: factRef(area, later),
        says: 'The area has been inspected, under a framework that these rules do not know',
      };
    }
    return notYetInspected(evidence?.routeC);
  }
  if (!requiresStatement(inspection)) {
    return {
      rule: 'G12',
      result: 'met',
      route: 'a',
      value: inspection.outcome,
      fact: factRef(area, inspection),
      says: `The inspection published on ${inspection.publishedOn} ended with: ${OUTCOME_SAYS[inspection.outcome]}`,
    };
  }
  return revisited(area, inspection, on);
}

function notYetInspected(judged: JudgedEvidence['routeC']): RuleResult {
  const says = 'No inspection has been published';
  if (judged === undefined) return { rule: 'G12', result: 'refer', route: 'c', says: `${says}; a person has to judge the evidence` };
  return {
    rule: 'G12',
    result: judged,
    route: 'c',
    says: `${says}; the evidence was judged ${judged === 'met' ? 'compelling' : 'not compelling'}`,
  };
}

/** A look back by the inspectorates: how many areas were found good enough, how many not. */
interface LookBack {
  readonly revision: number;
  readonly publishedOn: Day;
  readonly enough: number;
  readonly notEnough: number;
}

/** Revisits of an inspection, or monitoring inspections, that are published on a day, in order; a release by the Department is none (reading 4). */
function lookBacks(area: LocalAreaState, inspection: string, on: Day): readonly LookBack[] {
  const revisits = Object.values(area.revisits).map((fact) => ({ ...fact, enough: fact.sufficient, notEnough: fact.notSufficient }));
  const monitored = Object.values(area.monitoringInspections).map((fact) => ({
    ...fact,
    enough: fact.effective,
    notEnough: fact.notEffective,
  }));
  return [...revisits, ...monitored]
    .filter((fact) => fact.inspection === inspection && fact.publishedOn <= on)
    .sort((one, other) =>
      one.publishedOn < other.publishedOn || (one.publishedOn === other.publishedOn && one.revision < other.revision) ? -1 : 1,
    );
}

/** Route (b): sufficient progress in all areas; a later revisit may look only at those that the one before had left open. */
function revisited(area: LocalAreaState, inspection: InspectionFact & { inspection: string }, on: Day): RuleResult {
  const found = lookBacks(area, inspection.inspection, on);
  const last = found.at(-1);
  const judged = { rule: 'G12', route: 'b', threshold: SUFFICIENT_IN_ALL } as const;
  if (!last) {
    return {
      ...judged,
      result: 'not-met',
      value: inspection.outcome,
      fact: factRef(area, inspection),
      says: `The inspection published on ${inspection.publishedOn} ended with: ${OUTCOME_SAYS[inspection.outcome]}; no revisit has been published`,
    };
  }
  const inAll =
    inspection.weaknesses ?? inspection.priorityAreas ?? Math.max(1, ...found.map(({ enough, notEnough }) => enough + notEnough));
  const open = found.reduce((left, { enough, notEnough }) => Math.max(notEnough, left - enough), inAll);
  return {
    ...judged,
    result: open === 0 ? 'met' : 'not-met',
    value: `${inAll - open} of ${inAll}`,
    fact: factRef(area, last),
    says: `The revisit published on ${last.publishedOn} left ${open} of ${inAll} areas of significant weakness without sufficient progress`,
  };
}

const SUFFICIENT_IN_ALL = 'sufficient progress in all areas of significant weakness';

/** G13: a deficit at the latest year end before the day, whenever it was published (reading 3). A marker in its place is no number. */
function deficit({ area, on }: EligibilityQuestion): RuleResult {
  const position = dsgPositionBefore(area, on);
  const ended = yearEnd(yearEndedBefore(on));
  if (!position)
    return { rule: 'G13-deficit', result: 'unknown', says: `No balance of the dedicated schools grant at ${ended} is recorded` };
  const marker = MARKER_SAYS[position.balance];
  if (marker !== undefined) {
    const says = `The balance of the dedicated schools grant at ${ended} is ${marker}: it is not known`;
    return { rule: 'G13-deficit', result: 'unknown', fact: factRef(area, position), says };
  }
  const failed = new Decimal(position.balance).lessThanOrEqualTo(FAILING_BALANCE);
  return {
    rule: 'G13-deficit',
    result: failed ? 'not-met' : 'met',
    value: position.balance,
    threshold: FAILING_BALANCE,
    fact: factRef(area, position),
    says: `At ${ended} the dedicated schools grant ${failed ? 'had a deficit' : 'had no deficit'} of 1 per cent or more`,
  };
}

/** G13: membership of Safety Valve on the day. */
function safetyValve({ area, on }: EligibilityQuestion): RuleResult {
  if (!area.registered) return { rule: 'G13-safety-valve', result: 'unknown', says: NOT_REGISTERED };
  const membership = interventionOn(area, 'safety-valve', on);
  if (!membership) return { rule: 'G13-safety-valve', result: 'met', says: `Not in the Safety Valve programme on ${on}` };
  return {
    rule: 'G13-safety-valve',
    result: 'not-met',
    value: `member from ${membership.from}`,
    threshold: 'no member',
    fact: factRef(area, membership),
    says: `In the Safety Valve programme since ${membership.from}`,
  };
}

/** G14: the rating of children's social care on the day. */
function care({ area, on }: EligibilityQuestion): RuleResult {
  const rated = careRatingOn(area, on);
  if (!rated) return { rule: 'G14', result: 'unknown', says: `No rating of children's social care on ${on} is recorded` };
  return {
    rule: 'G14',
    result: rated.rating === 'inadequate' ? 'not-met' : 'met',
    value: rated.rating,
    threshold: 'not inadequate',
    fact: factRef(area, rated),
    says: `Children's social care is rated ${rated.rating.replaceAll('-', ' ')} since ${rated.publishedOn}`,
  };
}

/** G15: joint improvement partnership for SEND and children's social care on the day. */
function jointPartner({ area, on }: EligibilityQuestion): RuleResult {
  if (!area.registered) return { rule: 'G15', result: 'unknown', says: NOT_REGISTERED };
  const partnership = sliPartnershipOn(area, on);
  if (!partnership) return { rule: 'G15', result: 'met', says: `No joint improvement partner on ${on}` };
  return {
    rule: 'G15',
    result: 'not-met',
    value: `partner from ${partnership.from}`,
    threshold: 'no joint partner',
    fact: factRef(area, partnership),
    says: `Joint improvement partner for SEND and children's social care since ${partnership.from}`,
  };
}

/** G22: a person's judgement, with reasons. */
function excellence({ evidence }: EligibilityQuestion): RuleResult {
  const judged = evidence?.excellence;
  if (judged === undefined)
    return { rule: 'G22', result: 'refer', says: 'A person has to judge whether the area is high performing and well led' };
  return {
    rule: 'G22',
    result: judged,
    says: `Judged ${judged === 'met' ? '' : 'not '}high performing, well led and able to support others`,
  };
}

const NOT_REGISTERED = 'The local area is not registered';
