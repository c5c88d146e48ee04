import type { EventsIn, EvolveLines } from '@app/event-sourcing';
import { changedEntry, entryOf, withEntry, withoutEntry, type Entries } from '../entries';
import type * as identity from './local-area-identity.events';
import type * as inspections from './local-area-inspections.events';
import type * as notices from './local-area-notices.events';
import type * as standing from './local-area-standing.events';
import type { NoticeStep } from './local-area.parts.command';
import { digestOf, type DsgPositionFact, type Fact, type LocalAreaState, type NoticeStepFact, type Period } from './local-area.state';
import type { FactKind } from './local-area.vocabulary';

const given = <K extends string, T>(key: K, value: T | undefined) => (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

const replaced = <T extends Fact>(facts: readonly T[], revision: number, fact: T): readonly T[] =>
  facts.map((known) => (known.revision === revision ? fact : known));

const without = <T extends Fact>(facts: readonly T[], revision: number): readonly T[] =>
  facts.filter((known) => known.revision !== revision);

/** The open period of its kind, ended. */
const ended = <T extends Period>(periods: readonly T[], isIt: (period: T) => boolean, leftOn: string): readonly T[] =>
  periods.map((period) => (period.leftOn === undefined && isIt(period) ? { ...period, leftOn } : period));

const inOrder = <T extends { readonly from: string }>(facts: readonly T[]): readonly T[] =>
  [...facts].sort((one, other) => (one.from < other.from ? -1 : 1));

/** Entries without the one that a revision says. */
const notRevision = <T extends Fact>(entries: Entries<T>, revision: number): Entries<T> =>
  Object.fromEntries(Object.entries(entries).filter(([, known]) => known.revision !== revision));

type Codes = Omit<LocalAreaState['codes'][number], 'revision'>;
const codesFact = ({ name, laCode, onsCode, region, from }: Codes, revision: number) => ({ name, laCode, onsCode, region, from, revision });

/** Who the local area is (J1, reading 26). */
export const identityLines: EvolveLines<LocalAreaState, EventsIn<typeof identity>> = {
  LocalAreaRegistered: (state, data, { streamId, revision }) => ({
    ...state,
    registered: true,
    id: streamId,
    codes: [codesFact(data, revision)],
    predecessors: data.predecessors ?? [],
  }),
  LocalAreaRecoded: (state, data, { revision }) => ({ ...state, codes: inOrder([...state.codes, codesFact(data, revision)]) }),
  LocalAreaCodesCorrected: (state, data, { revision }) => ({
    ...state,
    codes: inOrder(replaced(state.codes, data.corrects, codesFact(data, revision))),
  }),
  LocalAreaSucceeded: (state, { successors, succeededOn }, { revision }) => ({
    ...state,
    succession: { successors, succeededOn, revision },
  }),
  PartnerJoined: (state, { kind, name, from }, { revision }) => ({
    ...state,
    partners: [...state.partners, { kind, name, from, revision }],
  }),
  PartnerLeft: (state, { kind, name, leftOn }) => ({
    ...state,
    partners: ended(state.partners, (partner) => partner.kind === kind && partner.name === name, leftOn),
  }),
  LocalAreaPartnerCorrected: (state, { corrects, kind, name, from, leftOn }, { revision }) => ({
    ...state,
    partners: replaced(state.partners, corrects, { kind, name, from, ...given('leftOn', leftOn), revision }),
  }),
  FactWithdrawn: (state, { kind, corrects }) => withdrawn[kind](state, corrects),
};

const withdrawn: Readonly<Record<FactKind, (state: LocalAreaState, revision: number) => LocalAreaState>> = {
  codes: (state, revision) => ({ ...state, codes: without(state.codes, revision) }),
  succession: ({ succession: _gone, ...state }) => state,
  partner: (state, revision) => ({ ...state, partners: without(state.partners, revision) }),
  inspection: (state, revision) => ({ ...state, inspections: notRevision(state.inspections, revision) }),
  revisit: (state, revision) => ({ ...state, revisits: notRevision(state.revisits, revision) }),
  'monitoring-inspection': (state, revision) => ({ ...state, monitoringInspections: notRevision(state.monitoringInspections, revision) }),
  'monitoring-release': (state, revision) => ({ ...state, monitoringReleases: notRevision(state.monitoringReleases, revision) }),
  'care-rating': (state, revision) => ({ ...state, careRatings: without(state.careRatings, revision) }),
  'dsg-position': (state, revision) => withoutPosition(state, revision),
  'intervention-programme': (state, revision) => ({ ...state, interventions: without(state.interventions, revision) }),
  'sli-partnership': (state, revision) => ({ ...state, sliPartnerships: without(state.sliPartnerships, revision) }),
  'improvement-notice': (state, revision) => ({ ...state, notices: notRevision(state.notices, revision) }),
};

/** What the inspectorates found (J1, G12). */
export const inspectionLines: EvolveLines<LocalAreaState, EventsIn<typeof inspections>> = {
  InspectionRecorded: (state, data, { revision }) => ({
    ...state,
    inspections: withEntry(state.inspections, data.inspection, inspectionFact(data, revision)),
  }),
  InspectionCorrected: (state, data, { revision }) => ({
    ...state,
    inspections: withEntry(state.inspections, data.inspection, inspectionFact(data, revision)),
  }),
  InspectionReceiptRecorded: (state, { inspection, receivedOn }) => ({
    ...state,
    inspections: changedEntry(state.inspections, inspection, { receivedOn }),
  }),
  RevisitRecorded: (state, data, { revision }) => ({
    ...state,
    revisits: withEntry(state.revisits, data.revisit, revisitFact(data, revision)),
  }),
  RevisitCorrected: (state, data, { revision }) => ({
    ...state,
    revisits: withEntry(state.revisits, data.revisit, revisitFact(data, revision)),
  }),
  MonitoringInspectionRecorded: (state, data, { revision }) => ({
    ...state,
    monitoringInspections: withEntry(state.monitoringInspections, data.monitoring, monitoringFact(data, revision)),
  }),
  MonitoringInspectionCorrected: (state, data, { revision }) => ({
    ...state,
    monitoringInspections: withEntry(state.monitoringInspections, data.monitoring, monitoringFact(data, revision)),
  }),
  MonitoringReleaseRecorded: (state, { inspection, releasedOn }, { revision }) => ({
    ...state,
    monitoringReleases: withEntry(state.monitoringReleases, inspection, { releasedOn, revision }),
  }),
  MonitoringReleaseCorrected: (state, { inspection, releasedOn }, { revision }) => ({
    ...state,
    monitoringReleases: withEntry(state.monitoringReleases, inspection, { releasedOn, revision }),
  }),
};

type DataOf<E extends { type: string; data: object }, T extends E['type']> = Extract<E, { type: T }>['data'];
type InspectionsEvent = EventsIn<typeof inspections>;

const inspectionFact = (data: DataOf<InspectionsEvent, 'InspectionRecorded'>, revision: number) => ({
  framework: data.framework,
  outcome: data.outcome,
  ...given('weaknesses', data.weaknesses),
  ...given('priorityAreas', data.priorityAreas),
  visitedFrom: data.visitedFrom,
  publishedOn: data.publishedOn,
  ...given('receivedOn', data.receivedOn),
  digest: digestOf(data),
  revision,
});

const revisitFact = (data: DataOf<InspectionsEvent, 'RevisitRecorded'>, revision: number) => ({
  inspection: data.inspection,
  publishedOn: data.publishedOn,
  sufficient: data.sufficient,
  notSufficient: data.notSufficient,
  digest: digestOf(data),
  revision,
});

const monitoringFact = (data: DataOf<InspectionsEvent, 'MonitoringInspectionRecorded'>, revision: number) => ({
  inspection: data.inspection,
  publishedOn: data.publishedOn,
  effective: data.effective,
  notEffective: data.notEffective,
  digest: digestOf(data),
  revision,
});

/** How the local area stands: care, money, programmes, partnerships (G13 to G15, C14). */
export const standingLines: EvolveLines<LocalAreaState, EventsIn<typeof standing>> = {
  CareRatingRecorded: (state, { rating, publishedOn }, { revision }) => ({
    ...state,
    careRatings: [...state.careRatings, { rating, publishedOn, revision }],
  }),
  CareRatingCorrected: (state, { corrects, rating, publishedOn }, { revision }) => ({
    ...state,
    careRatings: replaced(state.careRatings, corrects, { rating, publishedOn, revision }),
  }),
  DsgPositionRecorded: (state, { year, balance, source }, { revision }) =>
    withYear(state, year, [...(entryOf(state.dsg, year) ?? []), { balance, publisher: source.publisher, title: source.title, revision }]),
  DsgPositionCorrected: (state, { corrects, year, balance, source }, { revision }) =>
    withYear(
      state,
      year,
      replaced(entryOf(state.dsg, year) ?? [], corrects, { balance, publisher: source.publisher, title: source.title, revision }),
    ),
  DsgPositionPublished: (state, { year, position, publishedOn }) =>
    withYear(
      state,
      year,
      (entryOf(state.dsg, year) ?? []).map((known) => (known.revision === position ? { ...known, publishedOn } : known)),
    ),
  SourcePreferred: (state, { year, prefers }) => {
    const positions = entryOf(state.dsg, year) ?? [];
    return withYear(state, year, [...positions.filter(({ revision }) => revision === prefers), ...without(positions, prefers)]);
  },
  InterventionProgrammeJoined: (state, { programme, from, advisers }, { revision }) => ({
    ...state,
    interventions: [...state.interventions, { programme, from, advisers, revision }],
  }),
  InterventionProgrammeLeft: (state, { programme, leftOn }) => ({
    ...state,
    interventions: ended(state.interventions, (membership) => membership.programme === programme, leftOn),
  }),
  InterventionAdvisersRecorded: (state, { programme, advisers }) => ({
    ...state,
    interventions: state.interventions.map((membership) =>
      membership.leftOn === undefined && membership.programme === programme ? { ...membership, advisers } : membership,
    ),
  }),
  InterventionMembershipCorrected: (state, { corrects, programme, from, leftOn, advisers }, { revision }) => ({
    ...state,
    interventions: replaced(state.interventions, corrects, { programme, from, ...given('leftOn', leftOn), advisers, revision }),
  }),
  SliPartnershipJoined: (state, { from }, { revision }) => ({ ...state, sliPartnerships: [...state.sliPartnerships, { from, revision }] }),
  SliPartnershipLeft: (state, { leftOn }) => ({ ...state, sliPartnerships: ended(state.sliPartnerships, () => true, leftOn) }),
  SliPartnershipCorrected: (state, { corrects, from, leftOn }, { revision }) => ({
    ...state,
    sliPartnerships: replaced(state.sliPartnerships, corrects, { from, ...given('leftOn', leftOn), revision }),
  }),
};

const withYear = (state: LocalAreaState, year: string, positions: readonly DsgPositionFact[]): LocalAreaState => ({
  ...state,
  dsg: positions.length === 0 ? withoutEntry(state.dsg, year) : withEntry(state.dsg, year, positions),
});

const withoutPosition = (state: LocalAreaState, revision: number): LocalAreaState =>
  Object.entries(state.dsg).reduce((left, [year, positions]) => withYear(left, year, without(positions, revision)), state);

/** Improvement notices (J10). */
export const noticeLines: EvolveLines<LocalAreaState, EventsIn<typeof notices>> = {
  ImprovementNoticeIssued: (state, { notice, issuedOn, steps }, { revision }) => ({
    ...state,
    notices: withEntry(state.notices, notice, { issuedOn, steps: stepFacts(steps), digest: digestOfSteps(steps), revision }),
  }),
  ImprovementNoticeCorrected: (state, { notice, issuedOn, steps }, { revision }) => ({
    ...state,
    notices: changedEntry(state.notices, notice, {
      issuedOn,
      steps: stepFacts(steps, entryOf(state.notices, notice)?.steps),
      digest: digestOfSteps(steps),
      revision,
    }),
  }),
  ImprovementNoticeVaried: (state, { notice, steps }) => ({
    ...state,
    notices: changedEntry(state.notices, notice, {
      steps: stepFacts(steps, entryOf(state.notices, notice)?.steps),
      digest: digestOfSteps(steps),
    }),
  }),
  ImprovementNoticeStepConfirmed: (state, { notice, step, confirmedOn }, { revision }) =>
    withStep(state, notice, step, (known) => ({ ...known, confirmed: { on: confirmedOn, revision } })),
  NoticeStepConfirmationWithdrawn: (state, { notice, step }) => withStep(state, notice, step, ({ dueOn }) => ({ dueOn })),
  ImprovementNoticeLifted: (state, { notice, liftedOn }, { revision }) => ({
    ...state,
    notices: changedEntry(state.notices, notice, { lifted: { on: liftedOn, revision } }),
  }),
  ImprovementNoticeReinstated: (state, { notice }) => {
    const known = entryOf(state.notices, notice);
    if (known === undefined) return state;
    const { lifted: _gone, ...standing } = known;
    return { ...state, notices: withEntry(state.notices, notice, standing) };
  },
};

/** The steps of a notice as text. */
export const digestOfSteps = (steps: readonly NoticeStep[]): string =>
  JSON.stringify([...steps].sort((one, other) => (one.step < other.step ? -1 : 1)).map(({ step, words, dueOn }) => [step, words, dueOn]));

/** Steps with their days; what was confirmed of a step that stays is kept. */
const stepFacts = (steps: readonly NoticeStep[], before: Entries<NoticeStepFact> = {}): Entries<NoticeStepFact> =>
  Object.fromEntries(steps.map(({ step, dueOn }) => [step, { ...given('confirmed', entryOf(before, step)?.confirmed), dueOn }]));

function withStep(state: LocalAreaState, notice: string, step: string, change: (step: NoticeStepFact) => NoticeStepFact): LocalAreaState {
  const steps = entryOf(state.notices, notice)?.steps ?? {};
  const known = entryOf(steps, step);
  return known ? { ...state, notices: changedEntry(state.notices, notice, { steps: withEntry(steps, step, change(known)) }) } : state;
}
