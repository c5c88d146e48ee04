import { londonDay } from '@app/calendar';
import type { EvolveLines, EventOf, EventsIn } from '@app/event-sourcing';
import { withoutEntry } from '../entries';
import type * as eligibility from './partner-eligibility.events';
import type * as grant from './partner-grant.events';
import { breachKey, nobody, type PartnerState } from './partner.state';

function atDiscretion(
  state: PartnerState,
  { area, programme, award, pence, from, until, engagedOn, reportsAgreed }: EventOf<typeof grant.PartnerEngagedAtDiscretion>['data'],
  streamId: string,
  revision: number,
): PartnerState {
  const held = award ?? streamId;
  return {
    ...state,
    status: 'engaged',
    area,
    programme,
    atDiscretion: true,
    discretion: { revision, award: held },
    reportsAgreed,
    engagedOn,
    awards: { ...state.awards, [held]: { pence, from, until } },
  };
}

/** The grant: who is engaged, for which money and until when (G2, G3, G19, G21). */
export const grantLines: EvolveLines<PartnerState, EventsIn<typeof grant>> = {
  PartnerEngaged: (state, { area, others, programme, award, pence, from, until, engagedOn, facts, evidence }, { revision }) => ({
    ...state,
    status: 'engaged',
    area,
    others,
    programme,
    engagement: { revision, award },
    reportsAgreed: true,
    engagedOn,
    awards: { [award]: { pence, from, until } },
    factsUpTo: Object.fromEntries(facts.map((read) => [read.area, read.factsUpTo])),
    evidence: Object.fromEntries(evidence.map(({ area: id, ...judged }) => [id, judged])),
  }),
  PartnerEngagedAtDiscretion: (state, data, { streamId, revision }) => atDiscretion(state, data, streamId, revision),
  EngagementAtDiscretionCorrected: (state, data, { streamId, revision }) =>
    atDiscretion({ ...state, awards: withoutEntry(state.awards, data.previousAward) }, data, streamId, revision),
  PartnerEngagementWithdrawn: () => nobody,
  EngagementAtDiscretionWithdrawn: () => nobody,
  GrantExtended: (state, { award, pence, from, until, extendedOn }, { revision }) => ({
    ...state,
    awards: { ...state.awards, [award]: { pence, from, until, extended: { revision, on: extendedOn } } },
  }),
  GrantExtensionWithdrawn: (state, { award }) => ({ ...state, awards: withoutEntry(state.awards, award) }),
  AwardReduced: (state, { award, pence, reducedOn }, { revision }) => {
    const held = state.awards[award]!;
    const reductions = [...(held.reductions ?? []), { revision, was: held.pence, reducedOn }];
    return { ...state, awards: { ...state.awards, [award]: { ...held, pence, reductions } } };
  },
  AwardReductionReversed: (state, { award, pence }) => {
    const { reductions = [], ...held } = state.awards[award]!;
    const others = reductions.slice(0, -1);
    const next = { ...held, pence, ...(others.length > 0 && { reductions: others }) };
    return { ...state, awards: { ...state.awards, [award]: next } };
  },
  GrantEnded: (state, { endedOn }, { revision }) => ({ ...state, status: 'ended', endedOn, endedAt: revision }),
  GrantReopened: ({ endedOn: _endedOn, endedAt: _endedAt, ...state }) => ({
    ...state,
    status: state.termination ? 'terminated' : 'engaged',
  }),
};

/** Whether the partner holds what it must, and what is decided where it does not (G16, G17, G22). */
export const eligibilityLines: EvolveLines<PartnerState, EventsIn<typeof eligibility>> = {
  EligibilityBreached: (state, { area, rule, effectiveOn, fact, factsUpTo }, { revision, recordedAt }) => ({
    ...state,
    factsUpTo: { ...state.factsUpTo, [area]: factsUpTo },
    breaches: {
      ...state.breaches,
      [breachKey(area, rule)]: { area, rule, revision, effectiveOn, recordedOn: londonDay(recordedAt), fact },
    },
  }),
  EligibilityRestored: (state, { area, rule, factsUpTo }) => ({
    ...state,
    factsUpTo: { ...state.factsUpTo, [area]: factsUpTo },
    breaches: withoutEntry(state.breaches, breachKey(area, rule)),
  }),
  EligibilityConfirmed: (state, { yearFrom }, { revision }) => ({
    ...state,
    confirmations: { ...state.confirmations, [yearFrom]: revision },
  }),
  EligibilityConfirmationWithdrawn: (state, { yearFrom }) => ({ ...state, confirmations: withoutEntry(state.confirmations, yearFrom) }),
  ExcellenceDoubted: (state, { area }, { revision }) => ({ ...state, doubts: { ...state.doubts, [area]: revision } }),
  ExcellenceDoubtWithdrawn: (state, { area }) => ({ ...state, doubts: withoutEntry(state.doubts, area) }),
  EvidenceJudgedAgain: (state, { area, matter, judgement }) => ({
    ...state,
    doubts: matter === 'excellence' ? withoutEntry(state.doubts, area) : state.doubts,
    evidence: {
      ...state.evidence,
      [area]: { ...state.evidence[area], ...(matter === 'route-c' ? { routeC: judgement } : { excellence: judgement }) },
    },
  }),
  BreachDecided: (state, { area, rule, breach: decided, decision, decidedOn, remedyBy, unpayableFrom }) => {
    const key = breachKey(area, rule);
    const breach = state.breaches[key];
    return {
      ...state,
      breaches: breach
        ? { ...state.breaches, [key]: { ...breach, decision: { decision, ...(remedyBy !== undefined && { remedyBy }) } } }
        : state.breaches,
      unpayable: [
        ...state.unpayable.filter((left) => left.breach !== decided || (decision === 'terminate' && unpayableFrom === undefined)),
        ...(unpayableFrom === undefined ? [] : [{ breach: decided, from: unpayableFrom, through: decidedOn }]),
      ],
    };
  },
  WorkTerminated: (state, { terminatedOn, claimableUntil }, { revision }) => ({
    ...state,
    status: 'terminated',
    termination: { revision, terminatedOn, claimableUntil },
  }),
  TerminationReversed: ({ termination: _termination, ...state }) => ({
    ...state,
    status: 'engaged',
    breaches: Object.fromEntries(Object.entries(state.breaches).map(([key, { decision: _decision, ...breach }]) => [key, breach])),
    unpayable: state.unpayable.filter((left) => !Object.values(state.breaches).some(({ revision }) => revision === left.breach)),
  }),
};
