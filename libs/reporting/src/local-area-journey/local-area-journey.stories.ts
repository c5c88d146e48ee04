import { LocalAreaRegistered } from '@app/domain/events';
import type { DomainEvent } from '@app/event-sourcing';
import { recorded, specForProjection, type Past } from '@app/event-sourcing/testing';
import type { JourneyCase } from './journey-case.view';
import type { JourneyFacts } from './journey-facts.view';
import { localAreaJourney } from './local-area-journey';
import type { LocalAreaJourney } from './local-area-journey.view';

export const source = { publisher: 'Ofsted', title: 'Management information' };

const codes = {
  '931': { name: 'Oxfordshire', laCode: '931', onsCode: 'E10000025', region: 'South East' as const, from: '2009-04-01' },
  '887': { name: 'Medway', laCode: '887', onsCode: 'E06000035', region: 'South East' as const, from: '2009-04-01' },
};
type Area = keyof typeof codes;

/** Both areas, registered. */
export const registered: Past<DomainEvent<string, any>>[] = (['931', '887'] as const).map((area) =>
  recorded(LocalAreaRegistered({ ...codes[area], source }), { stream: `localArea-${area}`, revision: 0 }),
);

/** A row of which nothing is known but what it is called. */
export const bare = (area: Area): LocalAreaJourney => {
  const { from, ...named } = codes[area];
  return {
    ...named,
    openCases: 0,
    overdue: 0,
    openEscalations: 0,
    openRisks: 0,
    facts: {
      codes: [{ ...named, from, record: 0 }],
      predecessors: [],
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
  };
};

export const bareCase = (change: Partial<JourneyCase> = {}): JourneyCase => ({
  case: '931~inspection',
  cause: 'inspection',
  status: 'open',
  openedOn: '2023-09-18',
  plans: [],
  actions: [],
  outcomes: [],
  deepDives: [],
  stocktakes: [],
  boardMeetings: [],
  oversight: [],
  timelinessUpdates: [],
  nextSteps: { open: [], settled: [] },
  reviews: [],
  ...change,
});

export const folded = (events: readonly Past<DomainEvent<string, any>>[]) =>
  specForProjection<LocalAreaJourney, DomainEvent<string, any>>(localAreaJourney as never)(...events);

/** Folded upon both areas' registration: Oxfordshire's row has changed so, Medway's not at all. And without the registration there is no row. */
export const journey = (...events: Past<DomainEvent<string, any>>[]) => ({
  shows: (change: Partial<LocalAreaJourney>) => {
    folded([...registered, ...events]).rows({ '931': { ...bare('931'), ...change }, '887': bare('887') });
    folded(events).rows({});
  },
  showsFacts: (change: Partial<JourneyFacts>, rest: Partial<LocalAreaJourney> = {}) => {
    const { facts, ...row } = bare('931');
    folded([...registered, ...events]).rows({ '931': { ...row, ...rest, facts: { ...facts, ...change } }, '887': bare('887') });
    folded(events).rows({});
  },
  rows: () => folded([...registered, ...events]).folded,
});

/** An event on a stream at a revision. */
export const on =
  (stream: string) =>
  <E extends DomainEvent<string, any>>(event: E, revision?: number): Past<E> =>
    recorded(event, { stream, ...(revision !== undefined && { revision }) });

/** The advisory contract, for both areas. */
export const order = {
  number: 'CON_1',
  references: [],
  title: 'Advice',
  buyer: 'b',
  invoiceAddress: 'a',
  supplier: 'Supplier',
  orderedOn: '2023-10-12',
  commencesOn: '2023-10-12',
  completesOn: '2025-03-31',
  maximumPence: 5_850_000,
  areas: ['931', '887'],
  takesIn: [],
  firstPeriodEndsOn: '2023-10-31',
  extensionNoticeBy: '2025-02-28',
};
