import { stateAfter } from '@app/event-sourcing/testing';
import type { LocalAreaState } from './local-area.state';
import { localAreaStream } from './local-area.stream';
import {
  CareRatingRecorded,
  DsgPositionRecorded,
  ImprovementNoticeIssued,
  InspectionRecorded,
  InterventionProgrammeJoined,
  LocalAreaRegistered,
  RevisitRecorded,
  type LocalAreaEvent,
} from './local-area.events';
import { yearEnd } from './financial-year';
import type { InspectionOutcome } from './local-area.vocabulary';

/** Publications that the facts in the specs come from. */
export const ofsted = { publisher: 'Ofsted', title: 'Area SEND inspections: outcomes' };
export const dfe = { publisher: 'Department for Education', title: 'DSG cumulative balance' };

export const caseLead = { who: 'u-1', role: 'case-lead' };

/** Oxfordshire as registered. */
export const registered = LocalAreaRegistered({
  name: 'Oxfordshire',
  laCode: '931',
  onsCode: 'E10000025',
  region: 'South East',
  from: '1974-04-01',
  source: { publisher: 'Office for National Statistics', title: 'Register of Geographic Codes' },
});

/** An inspection under the framework of 2016. */
export const inspected2016 = (visitedFrom: string, publishedOn: string, weaknesses: number) =>
  InspectionRecorded({
    inspection: visitedFrom.replaceAll('-', '_'),
    framework: '2016',
    outcome: weaknesses > 0 ? 'wsoa-required' : 'wsoa-not-required',
    ...(weaknesses > 0 && { weaknesses }),
    visitedFrom,
    publishedOn,
    source: ofsted,
  });

/** An inspection under the framework of 2023. */
export const inspected2023 = (visitedFrom: string, publishedOn: string, outcome: InspectionOutcome) =>
  InspectionRecorded({
    inspection: visitedFrom.replaceAll('-', '_'),
    framework: '2023',
    outcome,
    ...(outcome === 'systemic-failings' && { priorityAreas: 5 }),
    visitedFrom,
    publishedOn,
    source: ofsted,
  });

/** A revisit of the inspection that began on a day. */
export const revisited = (inspection: string, visitedFrom: string, publishedOn: string, sufficient: number, notSufficient: number) =>
  RevisitRecorded({
    revisit: visitedFrom.replaceAll('-', '_'),
    inspection: inspection.replaceAll('-', '_'),
    visitedFrom,
    publishedOn,
    sufficient,
    notSufficient,
    source: ofsted,
  });

/** A balance at a year end. */
export const balance = (year: string, percent: string, source = dfe) =>
  DsgPositionRecorded({ year, yearEndsOn: yearEnd(year), balance: percent, source });

export const rated = (rating: 'outstanding' | 'good' | 'requires-improvement' | 'inadequate', publishedOn: string) =>
  CareRatingRecorded({ rating, publishedOn, source: ofsted });

export const joined = (programme: 'safety-valve' | 'delivering-better-value', from: string) =>
  InterventionProgrammeJoined({ programme, from, advisers: true, source: dfe });

export const notice = ImprovementNoticeIssued({
  notice: '2023_11',
  issuedOn: '2023-11-16',
  steps: [
    { step: 'plan', words: 'Deliver the priority action plan', dueOn: '2024-06-30' },
    { step: 'governance', words: 'Report to the improvement board', dueOn: '2025-02-28' },
  ],
  source: { publisher: 'Department for Education', title: 'Improvement notice: Oxfordshire' },
});

/** A local area after a past, under the id 931. */
export const area = (...events: LocalAreaEvent[]): LocalAreaState => stateAfter(localAreaStream, [registered, ...events], '931');
