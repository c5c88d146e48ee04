import { londonDay, type Day, type Instant } from '@app/calendar';
import { entryOf, type Entries } from '../entries';
import { yearEnd } from './financial-year';
import type { Inspection } from './local-area.parts.command';
import { refuse } from './local-area.refusals';
import type { Fact, InspectionFact, LocalAreaState, Period } from './local-area.state';
import { OUTCOMES_OF, type FactKind, type InspectedAreaKind } from './local-area.vocabulary';

/** @throws Refused where the local area is not registered. */
export function checkRegistered({ registered }: LocalAreaState, stream: { readonly id: string }): void {
  if (!registered) throw refuse('local-area-not-registered', { values: { id: stream.id } });
}

/** @throws Refused where a day lies ahead. */
export function checkNotAhead(day: Day, field: string, now: Instant): void {
  const today = londonDay(now);
  if (day > today) throw refuse('fact-in-future', { field, values: { day, today } });
}

/** @throws Refused where a later day lies before an earlier one. */
export function checkOrder(earlier: Day, later: Day, field: string): void {
  if (later < earlier) throw refuse('days-out-of-order', { field, values: { earlier, later } });
}

/** The fact of a record that is to be corrected. @throws Refused where the record does not stand. */
export function standingFact<T extends Fact>(facts: readonly T[], corrects: number): T {
  const fact = facts.find(({ revision }) => revision === corrects);
  if (!fact) throw refuse('fact-not-on-record', { field: 'corrects', values: { revision: corrects } });
  return fact;
}

/** The entry of a record that is to be corrected, which stays under its id. @throws Refused where it does not stand. */
export function standingEntry<T extends Fact>(entries: Entries<T>, id: string, corrects: number): T {
  const fact = entryOf(entries, id);
  if (fact?.revision !== corrects) throw refuse('fact-not-on-record', { field: 'corrects', values: { revision: corrects } });
  return fact;
}

/** @throws Refused where a period would overlap another one of its kind; the one that it stands in for is left out. */
export function checkNoOverlap(periods: readonly Period[], { from, leftOn }: Omit<Period, 'revision'>, corrects?: number): void {
  const other = periods.find(
    (period) =>
      period.revision !== corrects &&
      (leftOn === undefined || period.from < leftOn) &&
      (period.leftOn === undefined || from < period.leftOn),
  );
  if (other) throw refuse('membership-overlaps', { field: 'from', values: { revision: other.revision, from: other.from } });
}

/** The period that is running. @throws Refused where there is none. */
export function runningPeriod<T extends Period>(periods: readonly T[], leftOn: Day): T {
  const running = periods.find((period) => period.leftOn === undefined);
  if (!running) throw refuse('not-a-member');
  checkOrder(running.from, leftOn, 'leftOn');
  return running;
}

const quoted = (areas: Inspection['areas'], kind: InspectedAreaKind): number => (areas ?? []).filter((area) => area.kind === kind).length;

/** @throws Refused where an inspection does not agree with itself. */
export function checkInspection(inspection: Inspection, now: Instant): void {
  const { framework, outcome, areas, visitedFrom, visitedTo, publishedOn, receivedOn } = inspection;
  if (!OUTCOMES_OF[framework].includes(outcome)) {
    throw refuse('inspection-outcome-mismatch', { field: 'outcome', values: { framework, outcome } });
  }
  if (visitedFrom < `${framework}-01-01`) {
    throw refuse('inspection-before-framework', { field: 'visitedFrom', values: { framework, visitedFrom } });
  }
  const counts = [
    { field: 'weaknesses', kind: 'weakness', what: 'areas of significant weakness', has: outcome === 'wsoa-required' },
    { field: 'priorityAreas', kind: 'priority-action', what: 'areas of priority action', has: outcome === 'systemic-failings' },
    { field: 'improvementAreas', kind: 'improvement', what: 'areas for improvement', has: framework === '2023' },
  ] as const;
  for (const { field, kind, what, has } of counts) {
    const counted = inspection[field];
    const listed = quoted(areas, kind);
    if (!has && (counted !== undefined || listed > 0)) throw refuse('inspection-count-misplaced', { field, values: { outcome, what } });
    if (listed > 0 && listed !== counted) {
      throw refuse('inspection-areas-mismatch', { field: 'areas', values: { listed, counted: counted ?? 'none', what } });
    }
  }
  if (outcome === 'systemic-failings' && inspection.priorityAreas === undefined) {
    throw refuse('inspection-count-missing', { field: 'priorityAreas' });
  }
  checkNotAhead(publishedOn, 'publishedOn', now);
  checkOrder(visitedFrom, visitedTo ?? visitedFrom, 'visitedTo');
  checkOrder(visitedTo ?? visitedFrom, publishedOn, 'publishedOn');
  if (receivedOn !== undefined) checkReceipt(receivedOn, visitedFrom, now);
}

/** @throws Refused where a report was received before the inspection or lies ahead. */
export function checkReceipt(receivedOn: Day, visitedFrom: Day, now: Instant): void {
  checkNotAhead(receivedOn, 'receivedOn', now);
  checkOrder(visitedFrom, receivedOn, 'receivedOn');
}

/** An inspection on record. @throws Refused where there is none of that id. */
export function knownInspection({ inspections }: LocalAreaState, inspection: string): InspectionFact {
  const known = entryOf(inspections, inspection);
  if (!known) throw refuse('inspection-unknown', { field: 'inspection', values: { inspection } });
  return known;
}

/** @throws Refused where a year has not ended or its balance would have been published before. */
export function checkDsgYear(year: string, publishedOn: Day | undefined, now: Instant): Day {
  const yearEndsOn = yearEnd(year);
  if (londonDay(now) < yearEndsOn) throw refuse('dsg-year-not-ended', { field: 'year', values: { year, yearEndsOn } });
  if (publishedOn !== undefined) {
    checkNotAhead(publishedOn, 'publishedOn', now);
    if (publishedOn < yearEndsOn) throw refuse('dsg-published-too-early', { field: 'publishedOn', values: { yearEndsOn } });
  }
  return yearEndsOn;
}

/** A fact that stands: what it is, since when it is true, and which other fact needs it. */
export interface StandingFact {
  readonly kind: FactKind;
  readonly revision: number;
  readonly effectiveOn: Day;
  readonly neededBy?: string;
}

/** The fact of a record, whatever it is about. */
export function factOf(state: LocalAreaState, revision: number): StandingFact | undefined {
  const of = (kind: FactKind, facts: readonly Fact[], effectiveOn: (fact: never) => Day): readonly StandingFact[] =>
    facts.map((fact) => ({ kind, revision: fact.revision, effectiveOn: effectiveOn(fact as never) }));
  const all = [
    ...of('codes', state.codes, ({ from }: { from: Day }) => from).map((fact) =>
      state.codes.length === 1 ? { ...fact, neededBy: 'the registration of the local area' } : fact,
    ),
    ...(state.succession ? of('succession', [state.succession], ({ succeededOn }: { succeededOn: Day }) => succeededOn) : []),
    ...of('partner', state.partners, ({ from }: Period) => from),
    ...Object.entries(state.inspections).map(([inspection, fact]) => inspectionFact(state, inspection, fact)),
    ...of('revisit', Object.values(state.revisits), ({ publishedOn }: { publishedOn: Day }) => publishedOn),
    ...of('monitoring-inspection', Object.values(state.monitoringInspections), ({ publishedOn }: { publishedOn: Day }) => publishedOn),
    ...of('monitoring-release', Object.values(state.monitoringReleases), ({ releasedOn }: { releasedOn: Day }) => releasedOn),
    ...of('care-rating', state.careRatings, ({ publishedOn }: { publishedOn: Day }) => publishedOn),
    ...Object.entries(state.dsg).flatMap(([year, positions]) => of('dsg-position', positions, () => yearEnd(year))),
    ...of('intervention-programme', state.interventions, ({ from }: Period) => from),
    ...of('sli-partnership', state.sliPartnerships, ({ from }: Period) => from),
    ...of('improvement-notice', Object.values(state.notices), ({ issuedOn }: { issuedOn: Day }) => issuedOn),
  ];
  return all.find((fact) => fact.revision === revision);
}

function inspectionFact(state: LocalAreaState, inspection: string, { revision, publishedOn }: InspectionFact): StandingFact {
  const follows = (facts: Entries<Fact & { readonly inspection: string }>) =>
    Object.values(facts).find((fact) => fact.inspection === inspection);
  const needing = follows(state.revisits) ?? follows(state.monitoringInspections) ?? entryOf(state.monitoringReleases, inspection);
  const fact: StandingFact = { kind: 'inspection', revision, effectiveOn: publishedOn };
  return needing ? { ...fact, neededBy: `record ${needing.revision}` } : fact;
}
