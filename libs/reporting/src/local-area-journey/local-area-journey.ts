import type {
  CaseEvent,
  ContractEvent,
  EscalationEvent,
  LocalAreaEvent,
  PackageEvent,
  PartnerEvent,
  RequirementEvent,
  RiskEvent,
  TimelinessEvent,
} from '@app/domain/events';
import { defineProjection, everyFieldOf, type EventMeta, type Followed, type Lines } from '@app/event-sourcing';
import { contractLines, grantLines, packageLines } from './agreement-lines';
import { caseLines, recommendationLines } from './case-lines';
import { escalationLines, requirementLines, riskLines } from './duty-lines';
import { codesOf, factLines, timelinessLines } from './fact-lines';
import type { JourneyLines } from './journey-lists';
import { LocalAreaJourney } from './local-area-journey.view';

type JourneyEvent =
  | LocalAreaEvent
  | CaseEvent
  | ContractEvent
  | PartnerEvent
  | PackageEvent
  | RequirementEvent
  | EscalationEvent
  | RiskEvent
  | TimelinessEvent;

type Line = (row: LocalAreaJourney, data: never, meta: EventMeta, area: string) => LocalAreaJourney;

/** Lines for rows that there are, with the row's counts after each. */
const counted = (lines: JourneyLines<JourneyEvent>): Lines<LocalAreaJourney | undefined, JourneyEvent, LocalAreaJourney | undefined> =>
  Object.fromEntries(
    Object.entries(lines as Readonly<Record<string, Line>>).map(([type, line]) => [
      type,
      (row: LocalAreaJourney | undefined, data: never, meta: EventMeta, area: string) => row && withCounts(line(row, data, meta, area)),
    ]),
  );

const withCounts = (row: LocalAreaJourney): LocalAreaJourney => ({
  ...row,
  openCases: row.cases.filter(({ status }) => status === 'open').length,
  overdue: row.requirements.open.filter(({ status }) => status === 'lapsed').length,
  openEscalations: row.escalations.open.length,
  openRisks: row.risks.open.length,
});

/** Streams whose id begins with their local area. */
const OF_ONE_AREA = new Set(['improvementCase', 'partner', 'timeliness']);

/** Where each local area stands (J9). One row per local area; an area that is not registered has none. */
export const localAreaJourney = defineProjection<LocalAreaJourney, JourneyEvent>({
  name: 'local-area-journey',
  version: 2,
  view: LocalAreaJourney,
  fields: everyFieldOf<LocalAreaJourney>()(
    'name',
    'laCode',
    'onsCode',
    'region',
    'careRating',
    'openCases',
    'overdue',
    'openEscalations',
    'openRisks',
    'facts',
    'cases',
    'requirements',
    'escalations',
    'risks',
    'contracts',
    'grants',
    'packages',
  ),
  columns: {
    name: 'text',
    laCode: 'text',
    onsCode: 'text',
    region: 'text',
    careRating: ['outstanding', 'good', 'requires-improvement', 'inadequate'],
    openCases: 'integer',
    overdue: 'integer',
    openEscalations: 'integer',
    openRisks: 'integer',
  },
  indexes: [['name'], ['region', 'name']],
  words: ['name'],
  key: (_event, { category, streamId }) => {
    if (category === 'localArea') return streamId;
    return OF_ONE_AREA.has(category) ? streamId.split('~', 1) : undefined;
  },
  follows: (event, { stream }) => areasFollowing(event).map((key) => ({ stream, key }) satisfies Followed),
  on: {
    ...counted({
      ...factLines,
      ...timelinessLines,
      ...caseLines,
      ...recommendationLines,
      ...contractLines,
      ...grantLines,
      ...packageLines,
      ...requirementLines,
      ...escalationLines,
      ...riskLines,
    }),
    LocalAreaRegistered: (_row, data, { revision }) => ({
      name: data.name,
      laCode: data.laCode,
      onsCode: data.onsCode,
      region: data.region,
      openCases: 0,
      overdue: 0,
      openEscalations: 0,
      openRisks: 0,
      facts: {
        codes: [codesOf(data, revision)],
        predecessors: data.predecessors ?? [],
        successors: [],
        partners: [],
        inspections: [],
        revisits: [],
        monitoringInspections: [],
        monitoringReleases: [],
        careRatings: [],
        dsg: [],
        interventions: [],
        sliPartnerships: [],
        notices: [],
        timeliness: [],
      },
      cases: [],
      requirements: { open: [], settled: [] },
      escalations: { open: [], settled: [] },
      risks: { open: [], settled: [] },
      contracts: [],
      grants: [],
      packages: [],
    }),
  },
});

/** Local areas that the whole stream concerns from this event on. */
function areasFollowing(event: JourneyEvent): readonly string[] {
  switch (event.type) {
    case 'OrderPlaced':
    case 'OrderCorrected':
    case 'RequirementImposed':
    case 'RequirementAreasRestated':
    case 'EscalationRaised':
      return event.data.areas;
    case 'AreaPassedToSuccessors':
      return event.data.successors;
    case 'PartnerEngaged':
      return event.data.others;
    case 'PackageProposed':
    case 'PackageRescoped':
      return [event.data.recipient];
    case 'RiskRaised':
    case 'RiskCorrected':
      return [event.data.area];
    default:
      return [];
  }
}
