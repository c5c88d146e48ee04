import type { LocalAreaEvent, TimelinessEvent } from '@app/domain/events';
import type {
  JourneyCodes,
  JourneyDsgPosition,
  JourneyFacts,
  JourneyInspection,
  JourneyNotice,
  JourneyNoticeStep,
  JourneyTimeliness,
} from './journey-facts.view';
import { changed, inOrder, present, put, standingIn, withoutRecord } from '../lists';
import { type JourneyLines } from './journey-lists';
import type { LocalAreaJourney } from './local-area-journey.view';

type Data<T extends LocalAreaEvent['type']> = Extract<LocalAreaEvent, { type: T }>['data'];

const withFacts = (row: LocalAreaJourney, change: (facts: JourneyFacts) => Partial<JourneyFacts>): LocalAreaJourney => ({
  ...row,
  facts: { ...row.facts, ...change(row.facts) },
});

const fromOf = ({ from }: { from: string }): string => from;
const publishedOf = ({ publishedOn }: { publishedOn: string }): string => publishedOn;

export const codesOf = ({ name, laCode, onsCode, region, from }: Data<'LocalAreaRegistered'>, record: number): JourneyCodes => ({
  name,
  laCode,
  onsCode,
  region,
  from,
  record,
});

/** The codes with the latest first day are the area's, whenever they were recorded. */
function withCodes(row: LocalAreaJourney, codes: JourneyCodes[]): LocalAreaJourney {
  const latest = codes.at(-1);
  const changedRow = withFacts(row, () => ({ codes }));
  if (!latest) return changedRow;
  const { name, laCode, onsCode, region } = latest;
  return { ...changedRow, name, laCode, onsCode, region };
}

/** The rating that was published latest is the area's, whenever it was recorded. */
function withRatings({ careRating: _before, ...row }: LocalAreaJourney, careRatings: JourneyFacts['careRatings']): LocalAreaJourney {
  const latest = careRatings.at(-1);
  return { ...withFacts(row as LocalAreaJourney, () => ({ careRatings })), ...(latest && { careRating: latest.rating }) };
}

interface Period {
  leftOn?: string;
}

/** The open period of its kind, ended. */
const ended = <T extends Period>(periods: readonly T[], isIt: (period: T) => boolean, leftOn: string): T[] =>
  changed(
    periods,
    (period) => period.leftOn === undefined && isIt(period),
    (period) => ({ ...period, leftOn }),
  );

const inspectionOf = (data: Data<'InspectionRecorded'>, record: number): JourneyInspection =>
  present({
    inspection: data.inspection,
    framework: data.framework,
    outcome: data.outcome,
    weaknesses: data.weaknesses,
    priorityAreas: data.priorityAreas,
    improvementAreas: data.improvementAreas,
    visitedFrom: data.visitedFrom,
    visitedTo: data.visitedTo,
    publishedOn: data.publishedOn,
    receivedOn: data.receivedOn,
    record,
  });

const withInspection = (row: LocalAreaJourney, data: Data<'InspectionRecorded'>, record: number): LocalAreaJourney =>
  withFacts(row, ({ inspections }) => ({
    inspections: put(inspections, ({ inspection }) => inspection === data.inspection, inspectionOf(data, record), publishedOf),
  }));

const withRevisit = (row: LocalAreaJourney, data: Data<'RevisitRecorded'>, record: number): LocalAreaJourney => {
  const { revisit, inspection, publishedOn, sufficient, notSufficient } = data;
  const one = { revisit, inspection, publishedOn, sufficient, notSufficient, record };
  return withFacts(row, ({ revisits }) => ({ revisits: put(revisits, (known) => known.revisit === revisit, one, publishedOf) }));
};

const withMonitoring = (row: LocalAreaJourney, data: Data<'MonitoringInspectionRecorded'>, record: number): LocalAreaJourney => {
  const { monitoring, inspection, publishedOn, effective, notEffective } = data;
  const one = { monitoring, inspection, publishedOn, effective, notEffective, record };
  return withFacts(row, ({ monitoringInspections }) => ({
    monitoringInspections: put(monitoringInspections, (known) => known.monitoring === monitoring, one, publishedOf),
  }));
};

const withRelease = (row: LocalAreaJourney, data: Data<'MonitoringReleaseRecorded'>, record: number): LocalAreaJourney => {
  const { inspection, releasedOn } = data;
  return withFacts(row, ({ monitoringReleases }) => ({
    monitoringReleases: put(
      monitoringReleases,
      (known) => known.inspection === inspection,
      { inspection, releasedOn, record },
      (one) => one.releasedOn,
    ),
  }));
};

/** One year's positions changed; a year without any is no year. */
const withYear = (
  row: LocalAreaJourney,
  { year, yearEndsOn }: { year: string; yearEndsOn?: string },
  change: (positions: JourneyDsgPosition[]) => JourneyDsgPosition[],
): LocalAreaJourney =>
  withFacts(row, ({ dsg }) => {
    const known = dsg.find((one) => one.year === year);
    const positions = change(known?.positions ?? []);
    const others = dsg.filter((one) => one.year !== year);
    if (positions.length === 0) return { dsg: others };
    return { dsg: inOrder([...others, { year, yearEndsOn: yearEndsOn ?? known?.yearEndsOn ?? '', positions }], (one) => one.year) };
  });

const unpublished = ({ balance, source }: Data<'DsgPositionRecorded'>, record: number): JourneyDsgPosition => ({
  balance,
  publisher: source.publisher,
  record,
});

const stepsOf = (steps: Data<'ImprovementNoticeIssued'>['steps'], before: readonly JourneyNoticeStep[] = []): JourneyNoticeStep[] =>
  steps.map(({ step, words, dueOn }) => present({ step, words, dueOn, confirmedOn: before.find((one) => one.step === step)?.confirmedOn }));

const onNotice = (row: LocalAreaJourney, notice: string, change: (notice: JourneyNotice) => JourneyNotice): LocalAreaJourney =>
  withFacts(row, ({ notices }) => ({ notices: changed(notices, (one) => one.notice === notice, change) }));

const onStep = (row: LocalAreaJourney, notice: string, step: string, change: (step: JourneyNoticeStep) => JourneyNoticeStep) =>
  onNotice(row, notice, (one) => ({ ...one, steps: changed(one.steps, (known) => known.step === step, change) }));

/** What leaves the facts when the record of each kind is withdrawn. */
const withdrawn: Readonly<Record<Data<'FactWithdrawn'>['kind'], (row: LocalAreaJourney, record: number) => LocalAreaJourney>> = {
  codes: (row, record) => withCodes(row, withoutRecord(row.facts.codes, record)),
  succession: (row) => {
    const { succeededOn: _gone, ...facts } = row.facts;
    return { ...row, facts: { ...facts, successors: [] } };
  },
  partner: (row, record) => withFacts(row, ({ partners }) => ({ partners: withoutRecord(partners, record) })),
  inspection: (row, record) => withFacts(row, ({ inspections }) => ({ inspections: withoutRecord(inspections, record) })),
  revisit: (row, record) => withFacts(row, ({ revisits }) => ({ revisits: withoutRecord(revisits, record) })),
  'monitoring-inspection': (row, record) =>
    withFacts(row, (facts) => ({ monitoringInspections: withoutRecord(facts.monitoringInspections, record) })),
  'monitoring-release': (row, record) =>
    withFacts(row, (facts) => ({ monitoringReleases: withoutRecord(facts.monitoringReleases, record) })),
  'care-rating': (row, record) => withRatings(row, withoutRecord(row.facts.careRatings, record)),
  'dsg-position': (row, record) =>
    row.facts.dsg.reduce((left, { year }) => withYear(left, { year }, (positions) => withoutRecord(positions, record)), row),
  'intervention-programme': (row, record) =>
    withFacts(row, ({ interventions }) => ({ interventions: withoutRecord(interventions, record) })),
  'sli-partnership': (row, record) =>
    withFacts(row, ({ sliPartnerships }) => ({ sliPartnerships: withoutRecord(sliPartnerships, record) })),
  'improvement-notice': (row, record) => withFacts(row, ({ notices }) => ({ notices: withoutRecord(notices, record) })),
};

/** The facts about a local area (J1). */
export const factLines: JourneyLines<LocalAreaEvent> = {
  LocalAreaRecoded: (row, data, { revision }) => withCodes(row, inOrder([...row.facts.codes, codesOf(data, revision)], fromOf)),
  LocalAreaCodesCorrected: (row, data, { revision }) =>
    withCodes(row, standingIn(row.facts.codes, data.corrects, codesOf(data, revision), fromOf)),
  LocalAreaSucceeded: (row, { successors, succeededOn }) => withFacts(row, () => ({ successors, succeededOn })),
  PartnerJoined: (row, { kind, name, from }, { revision }) =>
    withFacts(row, ({ partners }) => ({ partners: inOrder([...partners, { kind, name, from, record: revision }], fromOf) })),
  PartnerLeft: (row, { kind, name, leftOn }) =>
    withFacts(row, ({ partners }) => ({ partners: ended(partners, (one) => one.kind === kind && one.name === name, leftOn) })),
  LocalAreaPartnerCorrected: (row, { corrects, kind, name, from, leftOn }, { revision }) =>
    withFacts(row, ({ partners }) => ({
      partners: standingIn(partners, corrects, present({ kind, name, from, leftOn, record: revision }), fromOf),
    })),
  InspectionRecorded: (row, data, { revision }) => withInspection(row, data, revision),
  InspectionCorrected: (row, data, { revision }) => withInspection(row, data, revision),
  InspectionReceiptRecorded: (row, { inspection, receivedOn }) =>
    withFacts(row, ({ inspections }) => ({
      inspections: changed(
        inspections,
        (one) => one.inspection === inspection,
        (one) => ({ ...one, receivedOn }),
      ),
    })),
  RevisitRecorded: (row, data, { revision }) => withRevisit(row, data, revision),
  RevisitCorrected: (row, data, { revision }) => withRevisit(row, data, revision),
  MonitoringInspectionRecorded: (row, data, { revision }) => withMonitoring(row, data, revision),
  MonitoringInspectionCorrected: (row, data, { revision }) => withMonitoring(row, data, revision),
  MonitoringReleaseRecorded: (row, data, { revision }) => withRelease(row, data, revision),
  MonitoringReleaseCorrected: (row, data, { revision }) => withRelease(row, data, revision),
  CareRatingRecorded: (row, { rating, publishedOn }, { revision }) =>
    withRatings(row, inOrder([...row.facts.careRatings, { rating, publishedOn, record: revision }], publishedOf)),
  CareRatingCorrected: (row, { corrects, rating, publishedOn }, { revision }) =>
    withRatings(row, standingIn(row.facts.careRatings, corrects, { rating, publishedOn, record: revision }, publishedOf)),
  DsgPositionRecorded: (row, data, { revision }) => withYear(row, data, (positions) => [...positions, unpublished(data, revision)]),
  DsgPositionCorrected: (row, data, { revision }) =>
    withYear(row, data, (positions) =>
      changed(
        positions,
        ({ record }) => record === data.corrects,
        () => unpublished(data, revision),
      ),
    ),
  DsgPositionPublished: (row, { year, position, balance, publishedOn }) =>
    withYear(row, { year }, (positions) =>
      changed(
        positions,
        ({ record }) => record === position,
        ({ publisher, record }) => ({ publishedBalance: balance, publishedOn, publisher, record }),
      ),
    ),
  SourcePreferred: (row, { year, prefers }) =>
    withYear(row, { year }, (positions) => [...positions.filter(({ record }) => record === prefers), ...withoutRecord(positions, prefers)]),
  InterventionProgrammeJoined: (row, { programme, from, advisers }, { revision }) =>
    withFacts(row, ({ interventions }) => ({
      interventions: inOrder([...interventions, { programme, from, advisers, record: revision }], fromOf),
    })),
  InterventionProgrammeLeft: (row, { programme, leftOn }) =>
    withFacts(row, ({ interventions }) => ({ interventions: ended(interventions, (one) => one.programme === programme, leftOn) })),
  InterventionAdvisersRecorded: (row, { programme, advisers }) =>
    withFacts(row, ({ interventions }) => ({
      interventions: changed(
        interventions,
        (one) => one.leftOn === undefined && one.programme === programme,
        (one) => ({ ...one, advisers }),
      ),
    })),
  InterventionMembershipCorrected: (row, { corrects, programme, from, leftOn, advisers }, { revision }) =>
    withFacts(row, ({ interventions }) => ({
      interventions: standingIn(interventions, corrects, present({ programme, from, leftOn, advisers, record: revision }), fromOf),
    })),
  SliPartnershipJoined: (row, { from }, { revision }) =>
    withFacts(row, ({ sliPartnerships }) => ({ sliPartnerships: inOrder([...sliPartnerships, { from, record: revision }], fromOf) })),
  SliPartnershipLeft: (row, { leftOn }) =>
    withFacts(row, ({ sliPartnerships }) => ({ sliPartnerships: ended(sliPartnerships, () => true, leftOn) })),
  SliPartnershipCorrected: (row, { corrects, from, leftOn }, { revision }) =>
    withFacts(row, ({ sliPartnerships }) => ({
      sliPartnerships: standingIn(sliPartnerships, corrects, present({ from, leftOn, record: revision }), fromOf),
    })),
  ImprovementNoticeIssued: (row, { notice, issuedOn, steps }, { revision }) =>
    withFacts(row, ({ notices }) => ({
      notices: inOrder([...notices, { notice, issuedOn, steps: stepsOf(steps), record: revision }], (one) => one.issuedOn),
    })),
  ImprovementNoticeCorrected: (row, { notice, issuedOn, steps }, { revision }) =>
    onNotice(row, notice, (one) => ({ ...one, issuedOn, steps: stepsOf(steps, one.steps), record: revision })),
  ImprovementNoticeVaried: (row, { notice, steps }) => onNotice(row, notice, (one) => ({ ...one, steps: stepsOf(steps, one.steps) })),
  ImprovementNoticeStepConfirmed: (row, { notice, step, confirmedOn }) => onStep(row, notice, step, (one) => ({ ...one, confirmedOn })),
  NoticeStepConfirmationWithdrawn: (row, { notice, step }) => onStep(row, notice, step, ({ confirmedOn: _withdrawn, ...one }) => one),
  ImprovementNoticeLifted: (row, { notice, liftedOn }) => onNotice(row, notice, (one) => ({ ...one, liftedOn })),
  ImprovementNoticeReinstated: (row, { notice }) => onNotice(row, notice, ({ liftedOn: _lifted, ...one }) => one),
  FactWithdrawn: (row, { kind, corrects }) => withdrawn[kind](row, corrects),
};

const withTimeliness = (row: LocalAreaJourney, { year, basis }: Pick<JourneyTimeliness, 'year' | 'basis'>, rate?: string) =>
  withFacts(row, ({ timeliness }) => {
    const others = timeliness.filter((one) => one.year !== year || one.basis !== basis);
    return { timeliness: rate === undefined ? others : inOrder([...others, { year, basis, rate }], (one) => `${one.year} ${one.basis}`) };
  });

/** EHC plan timeliness: what the year goes by (J7). */
export const timelinessLines: JourneyLines<TimelinessEvent> = {
  TimelinessRecorded: (row, data) => withTimeliness(row, data, data.standing),
  TimelinessRevised: (row, data) => withTimeliness(row, data, data.standing),
  TimelinessCorrected: (row, data) => withTimeliness(row, data, data.standing),
  TimelinessWithdrawn: (row, data) => withTimeliness(row, data, data.standing),
  TimelinessSourcePreferred: (row, data) => withTimeliness(row, data, data.standing),
};
