import type { Found } from '@app/event-sourcing';
import { stateAfter } from '@app/event-sourcing/testing';
import { noContract, type ContractState } from '../contract/contract.state';
import type { LocalAreaEvent } from '../local-area/local-area.events';
import { InspectionRecorded, PartnerJoined } from '../local-area/local-area.events';
import { dfe, inspected2016, inspected2023, registered } from '../local-area/local-area.stories';
import { localAreaStream, type LocalAreaState } from '../local-area/local-area.stream';
import type { DeepDive, OutcomeFinding, PartnerOversight } from './case.parts.command';
import type { OutcomeKind } from './case.vocabulary';
import {
  ActionAdded,
  ActionPlanAccepted,
  ActionPlanReturned,
  ActionPlanSubmitted,
  CaseClosed,
  CaseOpened,
  DeepDiveRecorded,
  DeepDiveScheduled,
  FormalReviewHeld,
  NextStepAgreed,
  OutcomeAgreed,
} from './improvement-case.events';

export const caseLead = { who: 'u-1', role: 'case-lead' };
export const teamLeader = { who: 'u-2', role: 'team-leader' };

/** The inspection of Oxfordshire in 2023, and one of 2016 that required nothing. */
const failings = InspectionRecorded({ ...inspected2023('2023-07-13', '2023-09-15', 'systemic-failings').data, inspection: '2023_07' });
const before = InspectionRecorded({ ...inspected2016('2017-09-25', '2017-12-04', 0).data, inspection: '2017_09' });
export const council = PartnerJoined({ kind: 'local-authority', name: 'County Council', from: '1974-04-01', source: dfe });
export const board = PartnerJoined({ kind: 'integrated-care-board', name: 'Integrated Care Board', from: '2022-07-01', source: dfe });

/** The local area as a decision finds it. */
export const areaFound = (...events: LocalAreaEvent[]): Found<LocalAreaState> => {
  const past = [registered, failings, before, ...events];
  return {
    id: '931',
    state: stateAfter(localAreaStream, past, '931'),
    revision: past.length - 1,
    judgedBy: `localArea-931@${past.length - 1}`,
  };
};

/** An area that nobody registered. */
export const noArea: Found<LocalAreaState> = { id: '931', state: localAreaStream.initial(), revision: -1, judgedBy: 'localArea-931@-1' };

export const opened = CaseOpened({
  area: '931',
  cause: 'inspection',
  inspection: '2023_07',
  openedOn: '2023-09-15',
  reason: 'Widespread and systemic failings',
  judgedBy: 'localArea-931@2',
});
export const openedForTimeliness = CaseOpened({
  area: '887',
  cause: 'timeliness',
  openedOn: '2023-10-12',
  reason: 'Timeliness falls',
  judgedBy: 'localArea-887@2',
});
export const closed = CaseClosed({ area: '931', cause: 'inspection', closedOn: '2025-03-31', reason: 'Effective action' });

export const agreed = (outcome: string, kind: OutcomeKind, agreedOn = '2023-10-12') =>
  OutcomeAgreed({ area: '931', outcome, kind, words: `Words of ${outcome}`, measures: ['Agreed next steps are in place'], agreedOn });
export const overall = agreed('overall', 'overall');
export const apa = agreed('apa_1', 'apa');
export const afi = agreed('afi_6', 'afi');

export const submitted = ActionPlanSubmitted({
  area: '931',
  inspection: '2023_07',
  to: ['ofsted', 'care-quality-commission'],
  submittedOn: '2023-10-24',
  again: false,
  judgedBy: 'localArea-931@2',
});
export const accepted = ActionPlanAccepted({
  area: '931',
  inspection: '2023_07',
  by: ['ofsted', 'care-quality-commission'],
  acceptedOn: '2023-12-12',
  reason: 'It addresses every area',
});
export const returned = ActionPlanReturned({
  area: '931',
  inspection: '2023_07',
  by: ['ofsted'],
  returnedOn: '2023-11-10',
  dueOn: '2023-11-24',
  reason: 'Measures are missing',
});
export const action = ActionAdded({
  area: '931',
  action: 'a1',
  outcome: 'apa_1',
  owner: 'u-7',
  dueOn: '2024-03-31',
  what: 'A survey of young people',
});

export const finding = (outcome: string): OutcomeFinding => ({
  outcome,
  clearPlans: { answer: 'yes', words: 'The plan names owners and dates' },
  leadersUnderstand: { answer: 'partly', words: 'Impact is not measured yet' },
  vcuUnderstands: { answer: 'yes', words: 'Data are shared monthly' },
  rating: 'at-risk',
  trajectory: 'improving',
});
export const dive = (change: Partial<DeepDive> = {}): DeepDive => ({
  deepDive: 'd1',
  kind: 'six-monthly',
  heldOn: '2024-03-27',
  linesOfEnquiry: 'Voice of children',
  progressMade: 'Governance',
  findings: [finding('overall'), finding('apa_1'), finding('afi_6')],
  ...change,
});
export const recordedDive = (change: Partial<DeepDive> = {}) => DeepDiveRecorded({ ...dive(change), area: '931', nextSteps: [] });
export const scheduled = DeepDiveScheduled({ area: '931', deepDive: 'd2', outcome: 'apa_1', scheduledFor: '2024-05-14' });

export const oversightOf = (...partners: string[]): PartnerOversight[] =>
  partners.map((partner) => ({ partner, oversight: 'developing', evidence: 'Minutes' }));

export const nextStep = NextStepAgreed({
  area: '931',
  step: 's1',
  owner: 'u-7',
  dueOn: '2024-06-30',
  what: 'A dashboard',
  agreedOn: '2024-03-27',
});
export const review = FormalReviewHeld({
  area: '931',
  review: 'r1',
  heldOn: '2024-06-24',
  contract: 'CON_22889',
  summary: 'Progress since March',
});

/** The advisory contract, binding for the local areas, with what the supplier recommended. */
export const contractFound = (recommendations: ContractState['recommendations'] = {}, areas = ['931']): Found<ContractState> => ({
  id: 'CON_22889',
  revision: 9,
  judgedBy: 'contract-CON_22889@9',
  state: {
    ...noContract,
    status: 'binding',
    terms: {
      number: 'CON_22889',
      title: 'SEND and AP Advisory Services',
      supplier: 'Red Kite Solutions (SEN) Ltd',
      passings: [],
      references: [],
      areas,
      orderedOn: '2023-10-12',
      commencesOn: '2023-10-12',
      completesOn: '2025-03-31',
      breakAnswers: [],
      extensionMonths: 0,
      endsOn: '2025-03-31',
      completed: false,
    },
    recommendations,
  },
});
