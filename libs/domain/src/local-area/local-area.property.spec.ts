import { stateAfter } from '@app/event-sourcing/testing';
import fc from 'fast-check';
import { londonDay } from '@app/calendar';
import { tryAnySequence } from '../sequences.testing';
import { judgeEligibility } from './eligibility';
import { localAreaFeatures } from './features';
import { RegisterLocalArea } from './register-local-area/register-local-area.command';
import {
  ImprovementNoticeIssued,
  ImprovementNoticeLifted,
  ImprovementNoticeStepConfirmed,
  InspectionRecorded,
  MonitoringInspectionRecorded,
  MonitoringReleaseRecorded,
  RevisitRecorded,
  type LocalAreaEvent,
} from './local-area.events';
import { dsgPositionBefore } from './local-area.as-of';
import type { Fact, LocalAreaState, Period } from './local-area.state';
import { balance, caseLead, dfe, inspected2016, inspected2023, notice, ofsted, registered, revisited } from './local-area.stories';
import { localAreaStream } from './local-area.stream';

const now = '2024-06-01T12:00:00.000Z';
const early = fc.constantFrom('2021-03-31', '2021-07-01');
const day = fc.constantFrom('2021-07-01', '2022-04-01', '2023-04-01', '2024-06-01', '2024-06-02');
/** The record of one of the facts, or none at all. */
const one = (facts: (state: LocalAreaState) => readonly Fact[]) =>
  fc.nat(20).map((n) => (state: LocalAreaState) => {
    const known = facts(state);
    return n > 15 ? 99 : (known[n % (known.length || 1)]?.revision ?? 98);
  });
const source = fc.constantFrom(dfe, ofsted);
const reason = fc.constant('Because');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });
const record = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<object> => fc.record(fields);

const codes = { ...fc.constant(registered.data), name: fc.constantFrom('Oxfordshire', 'Oxon'), laCode: fc.constant('931') };
const codesBody = {
  name: codes.name,
  laCode: codes.laCode,
  onsCode: fc.constant('E10000025'),
  region: fc.constant('South East'),
  from: day,
  source,
};
const correcting = (facts: (state: LocalAreaState) => readonly Fact[]) => ({ corrects: one(facts), reason });
const partner = { kind: fc.constant('integrated-care-board'), name: fc.constant('A board'), source };
const inspection = fc.oneof(
  record({ framework: fc.constant('2016'), outcome: fc.constant('wsoa-required'), weaknesses: fc.integer({ min: 1, max: 5 }) }),
  record({ framework: fc.constant('2023'), outcome: fc.constant('systemic-failings'), priorityAreas: fc.constant(5) }),
  record({ framework: fc.constantFrom('2016', '2023'), outcome: fc.constant('inconsistent') }),
);
const withId = (body: fc.Arbitrary<object>, fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.tuple(body, record(fields)).map(([one, other]) => ({ ...one, ...other }));
const inspectionIds = fc.constantFrom('i1', 'i2', 'i3');
const inspectionFields = { inspection: inspectionIds, visitedFrom: early, publishedOn: early, receivedOn: optional(day), source };
const revisit = { revisit: fc.constantFrom('r1', 'r2'), inspection: inspectionIds, visitedFrom: early, publishedOn: day, source };
const revisitCounts = { sufficient: fc.integer({ min: 0, max: 3 }), notSufficient: fc.integer({ min: 0, max: 3 }) };
const monitoring = { monitoring: fc.constantFrom('m1', 'm2'), inspection: inspectionIds, visitedFrom: early, publishedOn: day, source };
const monitoringCounts = { effective: fc.integer({ min: 0, max: 3 }), notEffective: fc.integer({ min: 0, max: 3 }) };
const release = { inspection: inspectionIds, releasedOn: day, source };
const care = { rating: fc.constantFrom('good', 'inadequate'), publishedOn: day, source };
const year = fc.constantFrom('2020-21', '2022-23');
const dsg = { year, balance: fc.constantFrom('-0.99', '-1.00', '3.70'), source, publishedOn: optional(day) };
const programme = fc.constantFrom('safety-valve', 'delivering-better-value');
const membership = { programme, from: early, advisers: fc.boolean(), source };
const steps = fc.subarray(notice.data.steps, { minLength: 1 });
const noticeId = { notice: fc.constantFrom('2023_11', '2024_01') };
const step = fc.constantFrom('plan', 'governance');

const confirmations = ({ notices }: LocalAreaState): readonly Fact[] =>
  Object.values(notices).flatMap(({ steps: of }) => Object.values(of).flatMap(({ confirmed }) => confirmed ?? []));
const liftings = ({ notices }: LocalAreaState): readonly Fact[] => Object.values(notices).flatMap(({ lifted }) => lifted ?? []);

/** Lists of periods that must not overlap. */
const apart = (periods: readonly Period[]): boolean =>
  periods.every((one, index) =>
    periods.every(
      (other, at) =>
        at <= index || (one.leftOn !== undefined && one.leftOn <= other.from) || (other.leftOn !== undefined && other.leftOn <= one.from),
    ),
  );

const factsOf = (state: LocalAreaState): readonly Fact[] => [
  ...state.codes,
  ...state.partners,
  ...Object.values(state.inspections),
  ...Object.values(state.revisits),
  ...Object.values(state.monitoringInspections),
  ...Object.values(state.monitoringReleases),
  ...state.careRatings,
  ...Object.values(state.dsg).flat(),
  ...state.interventions,
  ...state.sliPartnerships,
  ...Object.values(state.notices),
];

const past: LocalAreaEvent[] = [
  registered,
  InspectionRecorded({ ...inspected2016('2020-03-02', '2020-05-12', 5).data, inspection: 'i1' }),
  InspectionRecorded({ ...inspected2023('2020-03-02', '2020-05-12', 'systemic-failings').data, inspection: 'i2' }),
  RevisitRecorded({ ...revisited('i1', '2021-03-01', '2021-04-01', 2, 3).data, revisit: 'r1' }),
  MonitoringInspectionRecorded({
    monitoring: 'm1',
    inspection: 'i2',
    visitedFrom: '2021-03-01',
    publishedOn: '2021-04-01',
    effective: 1,
    notEffective: 4,
    source: ofsted,
  }),
  balance('2020-21', '-0.99'),
  balance('2020-21', '-1.00', ofsted),
  MonitoringReleaseRecorded({ inspection: 'i1', releasedOn: '2021-07-01', source: dfe }),
  notice,
  ImprovementNoticeIssued({ ...notice.data, notice: '2024_01' }),
  ImprovementNoticeLifted({ notice: '2024_01', liftedOn: '2024-06-01', reason: 'Done' }),
  ImprovementNoticeStepConfirmed({ notice: '2023_11', step: 'plan', dueOn: '2024-06-30', confirmedOn: '2024-06-01', reason: 'Seen' }),
];

describe('any sequence of commands on a local area (J1)', () => {
  it('keeps memberships apart, one figure per source and year, every fact under its own record, and judges only by what is recorded', () =>
    tryAnySequence<LocalAreaState, LocalAreaEvent>({
      stream: localAreaStream,
      features: localAreaFeatures.filter(({ command }) => command !== RegisterLocalArea),
      id: '931',
      now,
      past,
      actors: [caseLead],
      found: (command) => {
        const known = stateAfter(localAreaStream, [registered], '942');
        const links = { ...known, predecessors: ['931'] };
        return 'successors' in command
          ? { successors: [{ id: '942', state: links, revision: 0, judgedBy: 'localArea-942@0' }] }
          : { predecessors: [] };
      },
      bodies: {
        RecodeLocalArea: record({ ...codesBody, reason }),
        CorrectLocalAreaCodes: record({ ...codesBody, ...correcting(({ codes }) => codes) }),
        SucceedLocalArea: record({ successors: fc.constant(['942']), succeededOn: day, source, reason }),
        RecordPartnerJoining: record({ ...partner, from: early }),
        RecordPartnerLeaving: record({ ...partner, leftOn: day }),
        CorrectLocalAreaPartner: record({ ...partner, from: day, leftOn: optional(day), ...correcting(({ partners }) => partners) }),
        RecordInspection: withId(inspection, inspectionFields),
        CorrectInspection: withId(inspection, { ...inspectionFields, ...correcting(({ inspections }) => Object.values(inspections)) }),
        RecordInspectionReceipt: record({ inspection: inspectionIds, receivedOn: day, source }),
        RecordRevisit: record({ ...revisit, ...revisitCounts }),
        CorrectRevisit: record({ ...revisit, ...revisitCounts, ...correcting(({ revisits }) => Object.values(revisits)) }),
        RecordMonitoringInspection: record({ ...monitoring, ...monitoringCounts }),
        CorrectMonitoringInspection: record({
          ...monitoring,
          ...monitoringCounts,
          ...correcting(({ monitoringInspections }) => Object.values(monitoringInspections)),
        }),
        RecordMonitoringRelease: record(release),
        CorrectMonitoringRelease: record({ ...release, ...correcting(({ monitoringReleases }) => Object.values(monitoringReleases)) }),
        RecordCareRating: record(care),
        CorrectCareRating: record({ ...care, ...correcting(({ careRatings }) => careRatings) }),
        RecordDsgPosition: record(dsg),
        CorrectDsgPosition: record({ ...dsg, ...correcting(({ dsg }) => Object.values(dsg).flat()) }),
        PublishDsgPosition: record({ year, position: one(({ dsg }) => Object.values(dsg).flat()), publishedOn: day, source }),
        PreferSource: record({ year, prefers: one(({ dsg }) => Object.values(dsg).flat()), reason }),
        RecordInterventionJoining: record(membership),
        RecordInterventionLeaving: record({ programme, leftOn: day, source }),
        RecordInterventionAdvisers: record({ programme, advisers: fc.boolean(), from: day, source }),
        CorrectInterventionMembership: record({
          ...membership,
          leftOn: optional(day),
          ...correcting(({ interventions }) => interventions),
        }),
        RecordSliPartnership: record({ from: early, source }),
        RecordSliPartnershipLeaving: record({ leftOn: day, source }),
        CorrectSliPartnership: record({
          from: day,
          leftOn: optional(day),
          source,
          ...correcting(({ sliPartnerships }) => sliPartnerships),
        }),
        IssueImprovementNotice: record({ ...noticeId, issuedOn: early, steps, source }),
        CorrectImprovementNotice: record({
          ...noticeId,
          issuedOn: early,
          steps,
          source,
          ...correcting(({ notices }) => Object.values(notices)),
        }),
        VaryImprovementNotice: record({ ...noticeId, variedOn: day, steps, reason }),
        ConfirmNoticeStep: record({ ...noticeId, step, confirmedOn: day, reason }),
        WithdrawNoticeStepConfirmation: record({ ...noticeId, step, ...correcting(confirmations) }),
        LiftImprovementNotice: record({ ...noticeId, liftedOn: day, reason }),
        ReinstateImprovementNotice: record({ ...noticeId, ...correcting(liftings) }),
        WithdrawFact: record(correcting(factsOf)),
      },
      holds: (state, revision) => {
        expect(state.revision).toBe(revision);
        expect(apart(state.interventions.filter((fact) => fact.programme === 'safety-valve'))).toBe(true);
        expect(apart(state.interventions.filter((fact) => fact.programme !== 'safety-valve'))).toBe(true);
        expect(apart(state.sliPartnerships)).toBe(true);
        expect(apart(state.partners)).toBe(true);
        const revisions = factsOf(state).map(({ revision }) => revision);
        expect(new Set(revisions).size).toBe(revisions.length);
        for (const positions of Object.values(state.dsg)) {
          expect(positions.length).toBeGreaterThan(0);
          expect(new Set(positions.map(({ publisher }) => publisher)).size).toBe(positions.length);
        }
        for (const { inspection: of } of [...Object.values(state.revisits), ...Object.values(state.monitoringInspections)]) {
          expect(Object.keys(state.inspections)).toContain(of);
        }
        const on = londonDay(now);
        const judged = judgeEligibility({ area: state, on, ruleSet: 'framework-2023' });
        const position = dsgPositionBefore(state, on);
        expect(judged.find(({ rule }) => rule === 'G13-deficit')?.result).toBe(
          position === undefined ? 'unknown' : Number(position.balance) > -1 ? 'met' : 'not-met',
        );
        expect(
          judged.some(({ rule, result, fact }) => result === 'met' && ['G13-deficit', 'G14'].includes(rule) && fact === undefined),
        ).toBe(false);
      },
    }));
});
