import type { EvolveLines, EventsIn } from '@app/event-sourcing';
import type * as delivery from './contract-delivery.events';
import type * as oversight from './contract-oversight.events';
import { changedEntry, withEntry, withoutEntry } from '../entries';
import { adviceKey, liaisonKey, withMonth } from './contract.months';
import { recommendationKey, type AdviceEntry, type ContractState } from './contract.state';

const advice = (state: ContractState, day: string, area: string, person: string, record: AdviceEntry): ContractState =>
  withMonth(state, day, (month) => {
    const ofDay = withEntry(month.advice[day] ?? {}, adviceKey(area, person), record);
    return { ...month, advice: withEntry(month.advice, day, ofDay) };
  });

const noAdvice = (state: ContractState, day: string, area: string, person: string): ContractState =>
  withMonth(state, day, (month) => {
    const ofDay = withoutEntry(month.advice[day] ?? {}, adviceKey(area, person));
    return { ...month, advice: withEntry(month.advice, day, ofDay) };
  });

/** What is delivered: days, visits, diagnostics, liaison (C2, C14, C18, C19). */
export const deliveryLines: EvolveLines<ContractState, EventsIn<typeof delivery>> = {
  CallOffDaysAgreed: (state, { daysPerMonth, from }) => ({ ...state, callOff: { daysPerMonth, from } }),
  VisitsAgreed: (state, { area, visitsPerMonth, from }) => ({ ...state, visits: withEntry(state.visits, area, { visitsPerMonth, from }) }),
  AdviceDayRecorded: (state, { day, area, person, minutes }, { revision }) => advice(state, day, area, person, { revision, minutes }),
  AdviceDayCorrected: (state, data, { revision }) =>
    advice(noAdvice(state, data.previousDay, data.previousArea, data.previousPerson), data.day, data.area, data.person, {
      revision,
      minutes: data.minutes,
    }),
  AdviceDayWithdrawn: (state, { day, area, person }) => noAdvice(state, day, area, person),
  DiagnosticRecorded: (state, { diagnostic, area, madeOn }, { revision }) => ({
    ...state,
    diagnostics: withEntry(state.diagnostics, diagnostic, { area, madeOn, revision }),
  }),
  DiagnosticCorrected: (state, { diagnostic, area, madeOn }, { revision }) => ({
    ...state,
    diagnostics: withEntry(state.diagnostics, diagnostic, { area, madeOn, revision }),
  }),
  DiagnosticWithdrawn: (state, { diagnostic }) => ({ ...state, diagnostics: withoutEntry(state.diagnostics, diagnostic) }),
  ProgrammeLiaisonRecorded: (state, { area, programme, day }, { revision }) => ({
    ...state,
    liaisons: withEntry(state.liaisons, liaisonKey(area, programme, day), { revision }),
  }),
  ProgrammeLiaisonCorrected: (state, data, { revision }) => {
    const left = withoutEntry(state.liaisons, liaisonKey(data.previousArea, data.previousProgramme, data.previousDay));
    return { ...state, liaisons: withEntry(left, liaisonKey(data.area, data.programme, data.day), { revision }) };
  },
  ProgrammeLiaisonWithdrawn: (state, { area, programme, day }) => ({
    ...state,
    liaisons: withoutEntry(state.liaisons, liaisonKey(area, programme, day)),
  }),
};

const unanswered = (requests: ContractState['requests'], request: string, revision: number): ContractState['requests'] => {
  const { providedOn: _withdrawn, ...known } = requests[request]!;
  return withEntry(requests, request, { ...known, status: 'open', revision });
};

/** How the Department oversees it (C12, C13, C15, C17, P1). */
export const oversightLines: EvolveLines<ContractState, EventsIn<typeof oversight>> = {
  ManagementInformationRequested: (state, { request, requestedOn, dueOn }, { revision }) => ({
    ...state,
    requests: withEntry(state.requests, request, { status: 'open', requestedOn, dueOn, revision }),
  }),
  ManagementInformationProvided: (state, { request, providedOn }, { revision }) => ({
    ...state,
    requests: changedEntry(state.requests, request, { status: 'provided', providedOn, revision }),
  }),
  ManagementInformationCorrected: (state, { request, providedOn }, { revision }) => ({
    ...state,
    requests: changedEntry(state.requests, request, { providedOn, revision }),
  }),
  ManagementInformationWithdrawn: (state, { request }, { revision }) => ({
    ...state,
    requests: unanswered(state.requests, request, revision),
  }),
  ManagementInformationRequestCancelled: (state, { request }) => ({
    ...state,
    requests: changedEntry(state.requests, request, { status: 'cancelled' }),
  }),
  MeetingScheduled: (state, { meeting, kind, area, on, means, expected }, { revision }) => ({
    ...state,
    meetings: withEntry(state.meetings, meeting, {
      status: 'scheduled',
      kind,
      ...(area !== undefined && { area }),
      on,
      scheduledOn: on,
      scheduledMeans: means,
      expected,
      revision,
    }),
  }),
  MeetingHeld: (state, { meeting, heldOn }, { revision }) => ({
    ...state,
    meetings: changedEntry(state.meetings, meeting, { status: 'held', on: heldOn, revision }),
  }),
  MeetingCorrected: (state, { meeting, heldOn }, { revision }) => ({
    ...state,
    meetings: changedEntry(state.meetings, meeting, { on: heldOn, revision }),
  }),
  MeetingRecordWithdrawn: (state, { meeting, scheduledOn }, { revision }) => ({
    ...state,
    meetings: changedEntry(state.meetings, meeting, { status: 'scheduled', on: scheduledOn, revision }),
  }),
  MeetingCancelled: (state, { meeting }) => ({ ...state, meetings: changedEntry(state.meetings, meeting, { status: 'cancelled' }) }),
  IssueRaised: (state, { issue, raisedOn }) => ({ ...state, issues: withEntry(state.issues, issue, { status: 'raised', raisedOn }) }),
  IssueAnswered: (state, { issue }) => ({ ...state, issues: changedEntry(state.issues, issue, { status: 'answered' }) }),
  IssueClosed: (state, { issue }) => ({ ...state, issues: changedEntry(state.issues, issue, { status: 'closed' }) }),
  IssueReopened: (state, { issue }) => ({ ...state, issues: changedEntry(state.issues, issue, { status: 'raised' }) }),
  ProgressRecommended: (state, { review, area }, { who, onBehalfOf, revision }) => ({
    ...state,
    recommendations: withEntry(state.recommendations, recommendationKey(review, area), {
      by: onBehalfOf === undefined ? [who] : [who, onBehalfOf],
      revision,
    }),
  }),
  RecommendationWithdrawn: (state, { review, area }) => ({
    ...state,
    recommendations: withoutEntry(state.recommendations, recommendationKey(review, area)),
  }),
  InformationDesignated: (state, { designation }) => ({ ...state, designations: withEntry(state.designations, designation, true) }),
  DesignationLifted: (state, { designation }) => ({ ...state, designations: withEntry(state.designations, designation, false) }),
  ConfidentialityDecided: (state) => state,
};
