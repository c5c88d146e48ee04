import type { EvolveLines, EventsIn } from '@app/event-sourcing';
import type * as delivery from './contract-delivery.events';
import type * as oversight from './contract-oversight.events';
import { adviceKey, liaisonKey, withMonth } from './contract.months';
import type { AdviceEntry, ContractState, MeetingState } from './contract.state';

const advice = (state: ContractState, day: string, area: string, person: string, record: AdviceEntry): ContractState =>
  withMonth(state, day, (month) => {
    const ofDay = { ...month.advice[day], [adviceKey(area, person)]: record };
    return { ...month, advice: { ...month.advice, [day]: ofDay } };
  });

const noAdvice = (state: ContractState, day: string, area: string, person: string): ContractState =>
  withMonth(state, day, (month) => {
    const { [adviceKey(area, person)]: _gone, ...ofDay } = month.advice[day] ?? {};
    return { ...month, advice: { ...month.advice, [day]: ofDay } };
  });

const meeting = (state: ContractState, id: string, change: Partial<MeetingState>): ContractState => {
  const known = state.meetings[id];
  return known === undefined ? state : { ...state, meetings: { ...state.meetings, [id]: { ...known, ...change } } };
};

const request = (state: ContractState, id: string, status: 'provided' | 'cancelled', revision: number): ContractState => {
  const known = state.requests[id];
  return known === undefined ? state : { ...state, requests: { ...state.requests, [id]: { ...known, status, revision } } };
};

const issue = (state: ContractState, id: string, status: 'raised' | 'answered' | 'closed'): ContractState => {
  const known = state.issues[id];
  return known === undefined ? state : { ...state, issues: { ...state.issues, [id]: { ...known, status } } };
};

/** What is delivered: days, visits, diagnostics, liaison (C2, C14, C18, C19). */
export const deliveryLines: EvolveLines<ContractState, EventsIn<typeof delivery>> = {
  CallOffDaysAgreed: (state, { daysPerMonth, from }) => ({ ...state, callOff: { daysPerMonth, from } }),
  VisitsAgreed: (state, { area, visitsPerMonth, from }) => ({ ...state, visits: { ...state.visits, [area]: { visitsPerMonth, from } } }),
  AdviceDayRecorded: (state, { day, area, person, minutes }, { revision }) => advice(state, day, area, person, { revision, minutes }),
  AdviceDayCorrected: (state, data, { revision }) =>
    advice(noAdvice(state, data.previousDay, data.previousArea, data.previousPerson), data.day, data.area, data.person, {
      revision,
      minutes: data.minutes,
    }),
  AdviceDayWithdrawn: (state, { day, area, person }) => noAdvice(state, day, area, person),
  DiagnosticRecorded: (state, { diagnostic }, { revision }) => ({
    ...state,
    diagnostics: { ...state.diagnostics, [diagnostic]: { revision } },
  }),
  DiagnosticCorrected: (state, { diagnostic }, { revision }) => ({
    ...state,
    diagnostics: { ...state.diagnostics, [diagnostic]: { revision } },
  }),
  ProgrammeLiaisonRecorded: (state, { area, programme, day }, { revision }) => ({
    ...state,
    liaisons: { ...state.liaisons, [liaisonKey(area, programme, day)]: { revision } },
  }),
  ProgrammeLiaisonCorrected: (state, data, { revision }) => {
    const { [liaisonKey(data.previousArea, data.previousProgramme, data.previousDay)]: _gone, ...left } = state.liaisons;
    return { ...state, liaisons: { ...left, [liaisonKey(data.area, data.programme, data.day)]: { revision } } };
  },
};

/** How the Department oversees it (C12, C13, C15, C17, P1). */
export const oversightLines: EvolveLines<ContractState, EventsIn<typeof oversight>> = {
  ManagementInformationRequested: (state, { request: id, requestedOn }, { revision }) => ({
    ...state,
    requests: { ...state.requests, [id]: { status: 'open', requestedOn, revision } },
  }),
  ManagementInformationProvided: (state, { request: id }, { revision }) => request(state, id, 'provided', revision),
  ManagementInformationCorrected: (state, { request: id }, { revision }) => request(state, id, 'provided', revision),
  ManagementInformationRequestCancelled: (state, { request: id }, { revision }) => request(state, id, 'cancelled', revision),
  MeetingScheduled: (state, { meeting: id, kind, area, on, expected }, { revision }) => ({
    ...state,
    meetings: { ...state.meetings, [id]: { status: 'scheduled', kind, ...(area !== undefined && { area }), on, expected, revision } },
  }),
  MeetingHeld: (state, { meeting: id, heldOn }, { revision }) => meeting(state, id, { status: 'held', on: heldOn, revision }),
  MeetingCorrected: (state, { meeting: id, heldOn }, { revision }) => meeting(state, id, { on: heldOn, revision }),
  MeetingCancelled: (state, { meeting: id }) => meeting(state, id, { status: 'cancelled' }),
  IssueRaised: (state, { issue: id, raisedOn }) => ({ ...state, issues: { ...state.issues, [id]: { status: 'raised', raisedOn } } }),
  IssueAnswered: (state, { issue: id }) => issue(state, id, 'answered'),
  IssueClosed: (state, { issue: id }) => issue(state, id, 'closed'),
  IssueReopened: (state, { issue: id }) => issue(state, id, 'raised'),
  ProgressRecommended: (state, { review, area }, { who, onBehalfOf, revision }) => ({
    ...state,
    recommendations: {
      ...state.recommendations,
      [`${review}~${area}`]: { by: onBehalfOf === undefined ? [who] : [who, onBehalfOf], revision },
    },
  }),
  RecommendationWithdrawn: (state, { review, area }) => {
    const { [`${review}~${area}`]: _gone, ...left } = state.recommendations;
    return { ...state, recommendations: left };
  },
  InformationDesignated: (state, { designation }) => ({ ...state, designations: { ...state.designations, [designation]: true } }),
  DesignationLifted: (state, { designation }) => ({ ...state, designations: { ...state.designations, [designation]: false } }),
  ConfidentialityDecided: (state) => state,
};
