import { stateAfter } from '@app/event-sourcing/testing';
import { example } from '../told.testing';
import * as events from './local-area.events';
import type { LocalAreaEvent } from './local-area.events';
import { digestOf, factRef, judgedUpTo, type LocalAreaState } from './local-area.state';
import { localAreaStream } from './local-area.stream';
import { registered } from './local-area.stories';

const after = (...happened: LocalAreaEvent[]): LocalAreaState => stateAfter(localAreaStream, [registered, ...happened], '931');
const none = {
  registered: false,
  id: '',
  revision: -1,
  codes: [],
  predecessors: [],
  partners: [],
  inspections: {},
  revisits: {},
  monitoringInspections: {},
  monitoringReleases: {},
  careRatings: [],
  dsg: {},
  interventions: [],
  sliPartnerships: [],
  notices: {},
};
const codes = { name: 'Oxfordshire', laCode: '931', onsCode: 'E10000025', region: 'South East', from: '1974-04-01', revision: 0 };
const known = { ...none, registered: true, id: '931', revision: 0, codes: [codes] };
/** What is left of a state when the record of a kind with a revision should never have been made. */
const withdrawn = (kind: LocalAreaFactKind, corrects: number) => example(events.FactWithdrawn, { kind, corrects });
type LocalAreaFactKind = Parameters<typeof events.FactWithdrawn>[0]['kind'];

describe('what is known of a local area (J1)', () => {
  it('is nothing before it is registered', () => {
    expect(localAreaStream).toMatchObject({ category: 'localArea', collection: 'local-areas' });
    expect(localAreaStream.initial()).toEqual(none);
  });

  it('is its names and codes in order of their days, and what it succeeded (reading 26)', () => {
    expect(after()).toStrictEqual(known);
    expect(stateAfter(localAreaStream, [example(events.LocalAreaRegistered)], '931').predecessors).toEqual(['930']);
    const recoded = example(events.LocalAreaRecoded);
    const earlier = example(events.LocalAreaRecoded, { onsCode: 'E10000099', from: '2000-01-01' });
    const later = { ...codes, onsCode: 'E06000099', from: '2028-04-01', revision: 1 };
    const between = { ...codes, onsCode: 'E10000099', from: '2000-01-01', revision: 2 };
    expect(after(recoded, earlier).codes).toStrictEqual([codes, between, later]);
    const corrected = example(events.LocalAreaCodesCorrected, { corrects: 1, name: 'Oxon', from: '1900-01-01' });
    expect(after(recoded, earlier, corrected).codes).toStrictEqual([
      { ...codes, name: 'Oxon', from: '1900-01-01', revision: 3 },
      codes,
      between,
    ]);
    expect(after(recoded, earlier, withdrawn('codes', 1)).codes).toStrictEqual([codes, between]);
  });

  it('is what succeeded it', () => {
    const succeeded = example(events.LocalAreaSucceeded);
    expect(after(succeeded).succession).toStrictEqual({ successors: ['942', '943'], succeededOn: '2028-04-01', revision: 1 });
    expect(after(succeeded, withdrawn('succession', 1))).toStrictEqual({ ...known, revision: 2 });
  });

  it('is who is and was in its partnership', () => {
    const joined = example(events.PartnerJoined, { name: 'ICB' });
    const other = example(events.PartnerJoined, { name: 'Council', kind: 'local-authority' });
    const icb = { kind: 'integrated-care-board', name: 'ICB', from: '2022-07-01', revision: 1 };
    const council = { kind: 'local-authority', name: 'Council', from: '2022-07-01', revision: 2 };
    const left = example(events.PartnerLeft, { name: 'ICB' });
    const partners = (...more: LocalAreaEvent[]) => after(joined, other, ...more).partners;
    expect(partners()).toStrictEqual([icb, council]);
    expect(partners(left)).toStrictEqual([{ ...icb, leftOn: '2026-04-01' }, council]);
    expect(partners(example(events.PartnerLeft, { name: 'ICB', kind: 'local-authority' }))).toStrictEqual([icb, council]);
    expect(partners(left, example(events.PartnerLeft, { name: 'ICB', leftOn: '2027-01-01' }))[0]?.leftOn).toBe('2026-04-01');
    const corrected = example(events.LocalAreaPartnerCorrected, { corrects: 1, name: 'Board', leftOn: '2025-01-01' });
    expect(partners(corrected)).toStrictEqual([{ ...icb, name: 'Board', leftOn: '2025-01-01', revision: 3 }, council]);
    const { leftOn: _leftOn, ...running } = corrected.data;
    expect(partners(left, events.LocalAreaPartnerCorrected(running))[0]).toStrictEqual({ ...icb, name: 'Board', revision: 4 });
    expect(partners(withdrawn('partner', 1))).toStrictEqual([council]);
  });
});

describe('what is known of what the inspectorates found (J1, G12)', () => {
  const inspection2017 = events.InspectionRecorded({
    inspection: '2017_09',
    framework: '2016',
    outcome: 'wsoa-required',
    weaknesses: 5,
    visitedFrom: '2017-09-25',
    publishedOn: '2017-12-04',
    source: { publisher: 'Ofsted', title: 'Outcomes' },
  });
  const inspection2023 = example(events.InspectionRecorded);
  const fact2017 = {
    framework: '2016',
    outcome: 'wsoa-required',
    weaknesses: 5,
    visitedFrom: '2017-09-25',
    publishedOn: '2017-12-04',
    digest: digestOf(inspection2017.data),
    revision: 1,
  };
  const { receivedOn: _receivedOn, ...unreceived } = inspection2023.data;
  const fact2023 = {
    framework: '2023',
    outcome: 'systemic-failings',
    priorityAreas: 5,
    visitedFrom: '2023-07-13',
    publishedOn: '2023-09-15',
    digest: digestOf(unreceived),
    revision: 2,
  };

  it('is each inspection, as it was recorded or last corrected, and when its report was received', () => {
    const both = [inspection2017, events.InspectionRecorded(unreceived)] as const;
    expect(after(...both).inspections).toStrictEqual({ '2017_09': fact2017, '2023_07': fact2023 });
    const received = { '2017_09': fact2017, '2023_07': { ...fact2023, receivedOn: '2023-09-08' } };
    expect(after(...both, example(events.InspectionReceiptRecorded)).inspections).toStrictEqual(received);
    const atOnce = events.InspectionRecorded({ ...unreceived, receivedOn: '2023-09-08' });
    expect(after(inspection2017, atOnce).inspections['2023_07']).toStrictEqual({
      ...fact2023,
      receivedOn: '2023-09-08',
      digest: digestOf(atOnce.data),
    });
    const corrected = events.InspectionCorrected({ ...inspection2017.data, weaknesses: 4, corrects: 1, reason: 'Misread' });
    expect(after(...both, corrected).inspections).toStrictEqual({
      '2017_09': { ...fact2017, weaknesses: 4, digest: digestOf({ ...inspection2017.data, weaknesses: 4 }), revision: 3 },
      '2023_07': fact2023,
    });
    expect(after(...both, withdrawn('inspection', 1)).inspections).toStrictEqual({ '2023_07': fact2023 });
  });

  it('is each look back and each release', () => {
    const revisit = example(events.RevisitRecorded);
    const { data } = revisit;
    const revisited = { inspection: '2017_09', publishedOn: '2019-12-23', sufficient: 3, notSufficient: 2, digest: digestOf(data) };
    expect(after(revisit).revisits).toStrictEqual({ '2019_10': { ...revisited, revision: 1 } });
    const more = { sufficient: 4, notSufficient: 1 };
    const corrected = example(events.RevisitCorrected, more);
    const digest = digestOf({ ...data, ...more });
    expect(after(revisit, corrected).revisits).toStrictEqual({ '2019_10': { ...revisited, ...more, digest, revision: 2 } });
    expect(after(revisit, withdrawn('revisit', 1)).revisits).toEqual({});

    const monitoring = example(events.MonitoringInspectionRecorded);
    const monitored = {
      inspection: '2023_07',
      publishedOn: '2025-11-14',
      effective: 5,
      notEffective: 0,
      digest: digestOf(monitoring.data),
    };
    expect(after(monitoring).monitoringInspections).toStrictEqual({ '2025_09': { ...monitored, revision: 1 } });
    const again = example(events.MonitoringInspectionCorrected, { effective: 4, notEffective: 1 });
    expect(after(monitoring, again).monitoringInspections['2025_09']).toMatchObject({ effective: 4, notEffective: 1, revision: 2 });
    expect(after(monitoring, withdrawn('monitoring-inspection', 1)).monitoringInspections).toEqual({});

    const released = example(events.MonitoringReleaseRecorded);
    expect(after(released).monitoringReleases).toStrictEqual({ '2017_09': { releasedOn: '2021-08-02', revision: 1 } });
    const later = example(events.MonitoringReleaseCorrected, { releasedOn: '2021-08-03' });
    expect(after(released, later).monitoringReleases).toStrictEqual({ '2017_09': { releasedOn: '2021-08-03', revision: 2 } });
    expect(after(released, withdrawn('monitoring-release', 1)).monitoringReleases).toEqual({});
  });

  it('takes another record for the same where only source, reason and reference differ', () => {
    const { data } = inspection2017;
    expect(digestOf({ ...data, source: { publisher: 'Other' }, reason: 'x', corrects: 7 })).toBe(digestOf(data));
    const { publishedOn, ...rest } = data;
    expect(digestOf({ publishedOn, ...rest })).toBe(digestOf(data));
    expect(digestOf({ ...data, publishedOn: '2017-12-05' })).not.toBe(digestOf(data));
  });
});

describe('what is known of how a local area stands (G13, G14, G15, C14)', () => {
  it('is its ratings', () => {
    const rated = example(events.CareRatingRecorded);
    const other = example(events.CareRatingRecorded, { rating: 'inadequate', publishedOn: '2020-01-01' });
    const good = { rating: 'good', publishedOn: '2018-06-15', revision: 1 };
    const inadequate = { rating: 'inadequate', publishedOn: '2020-01-01', revision: 2 };
    expect(after(rated, other).careRatings).toStrictEqual([good, inadequate]);
    const corrected = example(events.CareRatingCorrected, { corrects: 1, rating: 'outstanding', publishedOn: '2018-06-16' });
    expect(after(rated, other, corrected).careRatings).toStrictEqual([
      { rating: 'outstanding', publishedOn: '2018-06-16', revision: 3 },
      inadequate,
    ]);
    expect(after(rated, other, withdrawn('care-rating', 1)).careRatings).toStrictEqual([inadequate]);
  });

  it('is every source’s balance at a year end, the preferred one first (reading 20)', () => {
    const first = example(events.DsgPositionRecorded, { balance: '-3.32' });
    const second = example(events.DsgPositionRecorded, { balance: '-3.40', source: { publisher: 'Oxfordshire', title: 'Accounts' } });
    const nextYear = example(events.DsgPositionRecorded, { year: '2021-22', balance: '-2.00' });
    const { publisher, title } = first.data.source;
    const department = { balance: '-3.32', publisher, title, revision: 1 };
    const council = { balance: '-3.40', publisher: 'Oxfordshire', title: 'Accounts', revision: 2 };
    const later = { balance: '-2.00', publisher, title, revision: 3 };
    const dsg = (...more: LocalAreaEvent[]) => after(first, second, nextYear, ...more).dsg;
    expect(dsg()).toStrictEqual({ '2020-21': [department, council], '2021-22': [later] });
    const preferred = example(events.SourcePreferred, { prefers: 2 });
    expect(dsg(preferred)).toStrictEqual({ '2020-21': [council, department], '2021-22': [later] });
    const corrected = example(events.DsgPositionCorrected, {
      corrects: 2,
      balance: '-3.41',
      source: { publisher: 'Council', title: 'Accounts 2' },
    });
    const right = { balance: '-3.41', publisher: 'Council', title: 'Accounts 2', revision: 4 };
    expect(dsg(corrected)).toStrictEqual({ '2020-21': [department, right], '2021-22': [later] });
    const published = example(events.DsgPositionPublished, { position: 2 });
    expect(dsg(published)).toStrictEqual({ '2020-21': [department, { ...council, publishedOn: '2021-09-30' }], '2021-22': [later] });
    expect(dsg(withdrawn('dsg-position', 1))).toStrictEqual({ '2020-21': [council], '2021-22': [later] });
    expect(dsg(withdrawn('dsg-position', 3))).toStrictEqual({ '2020-21': [department, council] });
    expect(after(preferred).dsg).toEqual({});
    expect(after(published).dsg).toEqual({});
    expect(after(corrected).dsg).toEqual({});
  });

  it('is its time in Safety Valve and Delivering Better Value, and whether there are advisers', () => {
    const joined = example(events.InterventionProgrammeJoined);
    const other = example(events.InterventionProgrammeJoined, { programme: 'delivering-better-value', advisers: false });
    const safetyValve = { programme: 'safety-valve', from: '2023-03-16', advisers: true, revision: 1 };
    const betterValue = { programme: 'delivering-better-value', from: '2023-03-16', advisers: false, revision: 2 };
    const interventions = (...more: LocalAreaEvent[]) => after(joined, other, ...more).interventions;
    expect(interventions()).toStrictEqual([safetyValve, betterValue]);
    const left = example(events.InterventionProgrammeLeft);
    const over = { ...safetyValve, leftOn: '2028-04-01' };
    expect(interventions(left)).toStrictEqual([over, betterValue]);
    const unadvised = example(events.InterventionAdvisersRecorded);
    expect(interventions(unadvised)).toStrictEqual([{ ...safetyValve, advisers: false }, betterValue]);
    expect(interventions(left, unadvised)).toStrictEqual([over, betterValue]);
    const corrected = example(events.InterventionMembershipCorrected, { corrects: 1, from: '2023-03-17', leftOn: '2027-01-01' });
    const right = { ...safetyValve, from: '2023-03-17', leftOn: '2027-01-01', revision: 3 };
    expect(interventions(corrected)).toStrictEqual([right, betterValue]);
    expect(interventions(withdrawn('intervention-programme', 1))).toStrictEqual([betterValue]);
  });

  it('is its joint improvement partnerships', () => {
    const joined = example(events.SliPartnershipJoined);
    const left = example(events.SliPartnershipLeft);
    const again = example(events.SliPartnershipJoined, { from: '2024-01-01' });
    const partnership = { from: '2021-07-01', revision: 1 };
    expect(after(joined).sliPartnerships).toStrictEqual([partnership]);
    expect(after(joined, left, again).sliPartnerships).toStrictEqual([
      { ...partnership, leftOn: '2023-04-01' },
      { from: '2024-01-01', revision: 3 },
    ]);
    const corrected = example(events.SliPartnershipCorrected, { corrects: 1, from: '2021-07-02' });
    expect(after(joined, corrected).sliPartnerships).toStrictEqual([{ from: '2021-07-02', leftOn: '2023-04-01', revision: 2 }]);
    expect(after(joined, left, again, withdrawn('sli-partnership', 1)).sliPartnerships).toStrictEqual([
      { from: '2024-01-01', revision: 3 },
    ]);
  });
});

describe('what is known of improvement notices (J10)', () => {
  const issued = example(events.ImprovementNoticeIssued);
  const notice = (...more: LocalAreaEvent[]) => after(issued, ...more).notices['2023_11'];
  const fact = {
    issuedOn: '2023-11-16',
    steps: { plan: { dueOn: '2024-06-30' }, governance: { dueOn: '2025-02-28' } },
    digest: notice()!.digest,
    revision: 1,
  };
  const confirmed = example(events.ImprovementNoticeStepConfirmed);
  const withConfirmed = { ...fact.steps, governance: { dueOn: '2025-02-28', confirmed: { on: '2025-02-20', revision: 2 } } };

  it('is their steps, and which of them are confirmed', () => {
    expect(notice()).toStrictEqual(fact);
    expect(notice(confirmed)).toStrictEqual({ ...fact, steps: withConfirmed });
    expect(notice(confirmed, example(events.NoticeStepConfirmationWithdrawn))).toStrictEqual(fact);
    expect(notice(example(events.ImprovementNoticeStepConfirmed, { step: 'another' }))).toStrictEqual(fact);
    expect(after(example(events.ImprovementNoticeStepConfirmed)).notices).toEqual({});
  });

  it('is their steps as corrected or varied; what was confirmed of a step that stays is kept', () => {
    const varied = example(events.ImprovementNoticeVaried);
    const governance = withConfirmed.governance;
    const state = notice(confirmed, varied);
    expect(state).toMatchObject({ issuedOn: '2023-11-16', steps: { governance }, revision: 1 });
    expect(Object.keys(state!.steps)).toEqual(['governance']);
    expect(state!.digest).not.toBe(fact.digest);
    const corrected = example(events.ImprovementNoticeCorrected, { issuedOn: '2023-11-17' });
    expect(notice(confirmed, corrected)).toStrictEqual({ ...fact, issuedOn: '2023-11-17', steps: withConfirmed, revision: 3 });
    const otherWords = issued.data.steps.map((step) => ({ ...step, words: 'Other words' }));
    expect(notice(example(events.ImprovementNoticeVaried, { steps: otherWords }))?.digest).not.toBe(fact.digest);
    const turned = [...issued.data.steps].reverse();
    expect(notice(example(events.ImprovementNoticeVaried, { steps: turned }))?.digest).toBe(fact.digest);
  });

  it('is whether they were lifted', () => {
    const lifted = example(events.ImprovementNoticeLifted);
    expect(notice(lifted)).toStrictEqual({ ...fact, lifted: { on: '2025-03-31', revision: 2 } });
    expect(notice(lifted, example(events.ImprovementNoticeReinstated))).toStrictEqual(fact);
    expect(after(example(events.ImprovementNoticeReinstated))).toStrictEqual({ ...known, revision: 1 });
    expect(after(issued, withdrawn('improvement-notice', 1)).notices).toEqual({});
  });
});

describe('a fact as other streams name it', () => {
  it('is its area and revision, and nothing where nothing is recorded', () => {
    expect(factRef({ id: '931' }, { revision: 12 })).toBe('localArea-931@12');
    expect(judgedUpTo(after())).toBe('localArea-931@0');
    expect(judgedUpTo(localAreaStream.initial())).toBeUndefined();
  });
});
