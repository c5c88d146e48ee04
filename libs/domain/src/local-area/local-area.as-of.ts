import type { Day } from '@app/calendar';
import { entryOf } from '../entries';
import { yearEndedBefore } from './financial-year';
import type {
  CareRatingFact,
  CodesFact,
  DsgPositionFact,
  Fact,
  InspectionFact,
  InterventionFact,
  LocalAreaState,
  PartnerFact,
  Period,
} from './local-area.state';
import type { Framework, InterventionProgramme } from './local-area.vocabulary';

/** Of facts that are true by a day, the one that has been so for the shortest time; of two of one day, the later record. */
function latestBy<T extends Fact>(facts: readonly T[], from: (fact: T) => Day, on: Day): T | undefined {
  const rank = (fact: T) => `${from(fact)}@${String(fact.revision).padStart(9, '0')}`;
  return facts
    .filter((fact) => from(fact) <= on)
    .reduce<T | undefined>((latest, fact) => (latest === undefined || rank(fact) > rank(latest) ? fact : latest), undefined);
}

const covers =
  (on: Day) =>
  ({ from, leftOn }: Period): boolean =>
    from <= on && (leftOn === undefined || on < leftOn);

/** Name and codes on a day; before the first ones, those. */
export const codesOn = ({ codes }: LocalAreaState, on: Day): CodesFact | undefined => latestBy(codes, ({ from }) => from, on) ?? codes[0];

/** Who is in the local area partnership on a day (J1). */
export const partnersOn = ({ partners }: LocalAreaState, on: Day): readonly PartnerFact[] => partners.filter(covers(on));

/** The latest inspection that is published on a day: visited is not enough (G12). */
export function inspectionOn(
  { inspections }: LocalAreaState,
  on: Day,
  frameworks: readonly Framework[] = ['2016', '2023'],
): (InspectionFact & { readonly inspection: string }) | undefined {
  const known = Object.entries(inspections)
    .map(([inspection, fact]) => ({ inspection, ...fact }))
    .filter(({ framework }) => frameworks.includes(framework));
  return latestBy(known, ({ publishedOn }) => publishedOn, on);
}

/** The rating of children's social care on a day (G14). */
export const careRatingOn = ({ careRatings }: LocalAreaState, on: Day): CareRatingFact | undefined =>
  latestBy(careRatings, ({ publishedOn }) => publishedOn, on);

/** The preferred figure for the latest year end before a day, whenever it was published (G13, reading 3). */
export const dsgPositionBefore = ({ dsg }: LocalAreaState, day: Day): DsgPositionFact | undefined =>
  entryOf(dsg, yearEndedBefore(day))?.[0];

/** Membership of a programme on a day (G13, C14). */
export const interventionOn = (
  { interventions }: LocalAreaState,
  programme: InterventionProgramme,
  on: Day,
): InterventionFact | undefined => interventions.find((membership) => membership.programme === programme && covers(on)(membership));

/** Joint improvement partnership on a day (G15). */
export const sliPartnershipOn = ({ sliPartnerships }: LocalAreaState, on: Day): Period | undefined => sliPartnerships.find(covers(on));
