import type { InspectionOutcome } from '@app/domain/local-area/local-area.vocabulary';
import { CellRefused, type Row } from './cells';
import type { AreaNamed, InspectionFact, Passed, RevisitFact, RowRead } from './facts';

const OF_2016 = {
  code: 'Local authority code',
  name: 'Area name',
  visited: 'Inspection start date',
  published: 'Inspection publication date',
  outcome: 'Inspection outcome: written statement of action required?',
  weaknesses: 'Number significant weaknesses identified in written statement of action',
  revisited: 'Revisit start date',
  revisitPublished: 'Revisit publication date',
  sufficient: 'Number significant weaknesses where sufficient progress has been made',
  notSufficient: 'Number significant weaknesses where sufficient progress has not been made',
} as const;

const OF_2023 = {
  name: 'Local.area.partnership',
  visited: 'Inspection.start.date',
  published: 'Inspection.publication.date',
  outcome: 'Inspection.outcome',
  plan: 'Priority.action.plan.required.',
  priorityAreas: 'Number.of.areas.for.priority.action',
} as const;

export const INSPECTIONS_2016_COLUMNS: readonly string[] = Object.values(OF_2016);
export const INSPECTIONS_2023_COLUMNS: readonly string[] = Object.values(OF_2023);

const REQUIRED = { Yes: true, No: false } as const;
const OUTCOMES: Readonly<Record<string, InspectionOutcome>> = {
  'Typically positive experiences and outcomes': 'typically-positive',
  'Inconsistent experiences and outcomes': 'inconsistent',
  'Widespread and/or systemic failings': 'systemic-failings',
};

/** How the publisher says that no revisit has been held. */
const NOT_REVISITED = new Set(['', 'na', 'not revisited yet', 'not yet revisited', 'not applicable']);

/** A row of area SEND inspections 2016 to 2022: the inspection, and its revisit where there was one. @throws CellRefused */
export function readInspections2016(row: Row): RowRead {
  const visitedFrom = row.day(OF_2016.visited);
  const onsCode = row.required(OF_2016.code);
  const area: AreaNamed = { name: row.required(OF_2016.name), onsCode, on: visitedFrom, column: OF_2016.code };
  const required = row.oneOf(OF_2016.outcome, REQUIRED);
  const weaknesses = required ? row.count(OF_2016.weaknesses) : undefined;
  const inspection: InspectionFact = {
    kind: 'inspection',
    area,
    framework: '2016',
    outcome: required ? 'wsoa-required' : 'wsoa-not-required',
    ...(weaknesses !== undefined && { weaknesses }),
    visitedFrom,
    publishedOn: row.day(OF_2016.published),
    columns: {
      outcome: OF_2016.outcome,
      weaknesses: OF_2016.weaknesses,
      visitedFrom: OF_2016.visited,
      visitedTo: OF_2016.visited,
      publishedOn: OF_2016.published,
    },
  };
  if (NOT_REVISITED.has(row.text(OF_2016.revisited).toLowerCase())) return { facts: [inspection], passed: [] };
  try {
    return { facts: [inspection, revisit(row, inspection)], passed: [] };
  } catch (error) {
    if (!(error instanceof CellRefused)) throw error;
    const passed: Passed = { what: 'revisit', because: error.message, column: error.column, refused: true };
    return { facts: [inspection], passed: [passed] };
  }
}

function revisit(row: Row, { area, visitedFrom, publishedOn, weaknesses }: InspectionFact): RevisitFact {
  const sufficient = row.count(OF_2016.sufficient);
  const notSufficient = row.count(OF_2016.notSufficient);
  if (sufficient === undefined && notSufficient === undefined) {
    throw new CellRefused(OF_2016.sufficient, 'The areas in which progress was sufficient are not counted.');
  }
  const rest = (counted: number | undefined, column: string): number => {
    if (counted === weaknesses) return 0;
    throw new CellRefused(column, 'The areas are counted on one side only, and not all of them.');
  };
  return {
    kind: 'revisit',
    area,
    after: { visitedFrom, publishedOn },
    visitedFrom: row.day(OF_2016.revisited),
    publishedOn: row.day(OF_2016.revisitPublished),
    sufficient: sufficient ?? rest(notSufficient, OF_2016.sufficient),
    notSufficient: notSufficient ?? rest(sufficient, OF_2016.notSufficient),
    columns: {
      visitedFrom: OF_2016.revisited,
      publishedOn: OF_2016.revisitPublished,
      sufficient: OF_2016.sufficient,
      notSufficient: OF_2016.notSufficient,
      inspection: OF_2016.outcome,
    },
  };
}

/** A row of area SEND inspections from 2023; areas are there by name alone. @throws CellRefused */
export function readInspections2023(row: Row): RowRead {
  const visitedFrom = row.day(OF_2023.visited);
  const outcome = row.oneOf(OF_2023.outcome, OUTCOMES);
  const planRequired = row.oneOf(OF_2023.plan, REQUIRED);
  if (planRequired !== (outcome === 'systemic-failings')) {
    throw new CellRefused(OF_2023.plan, 'A priority action plan is required after widespread and/or systemic failings, and only then.');
  }
  const priorityAreas = planRequired ? row.count(OF_2023.priorityAreas) : undefined;
  const inspection: InspectionFact = {
    kind: 'inspection',
    area: { name: row.required(OF_2023.name), on: visitedFrom, column: OF_2023.name },
    framework: '2023',
    outcome,
    ...(priorityAreas !== undefined && { priorityAreas }),
    visitedFrom,
    publishedOn: row.day(OF_2023.published),
    columns: {
      outcome: OF_2023.outcome,
      priorityAreas: OF_2023.priorityAreas,
      visitedFrom: OF_2023.visited,
      visitedTo: OF_2023.visited,
      publishedOn: OF_2023.published,
    },
  };
  return { facts: [inspection], passed: [] };
}
