import type { Day } from '@app/calendar';
import type { EvolveLines, EventsIn } from '@app/event-sourcing';
import { entryOf } from '../entries';
import type * as claims from './partner-claims.events';
import type * as delivery from './partner-delivery.events';
import type * as reports from './partner-reports.events';
import type { AgreedRate, Claim, DiaryEntry, PartnerState } from './partner.state';

function onDiary(state: PartnerState, person: string, day: Day, change: (entry: DiaryEntry) => DiaryEntry): PartnerState {
  const month = day.slice(0, 7);
  const entries = state.diary[month] ?? {};
  const key = `${person} ${day}`;
  return { ...state, diary: { ...state.diary, [month]: { ...entries, [key]: change(entries[key] ?? { packages: {} }) } } };
}

const recordHours = (
  state: PartnerState,
  { package: id, person, day, minutes }: { package: string; person: string; day: Day; minutes: number },
  revision: number,
): PartnerState => onDiary(state, person, day, (entry) => ({ ...entry, packages: { ...entry.packages, [id]: { minutes, revision } } }));

const unclaimed = ({ claim: _claim, ...entry }: DiaryEntry): DiaryEntry => entry;

function onDays(state: PartnerState, lines: Claim['lines'], change: (entry: DiaryEntry) => DiaryEntry): PartnerState {
  return lines.reduce((next, { person, days }) => days.reduce((later, day) => onDiary(later, person, day, change), next), state);
}

function withClaim(state: PartnerState, id: string, change: Partial<Claim>): PartnerState {
  return { ...state, claims: { ...state.claims, [id]: { ...state.claims[id]!, ...change } } };
}

const released = (state: PartnerState, id: string): PartnerState => onDays(state, state.claims[id]!.lines, unclaimed);

function withRate(state: PartnerState, person: string, rate: AgreedRate): PartnerState {
  const others = (entryOf(state.rates, person) ?? []).filter(({ from }) => from !== rate.from);
  const sorted = [...others, rate].sort((one, other) => (one.from < other.from ? -1 : 1));
  return { ...state, rates: { ...state.rates, [person]: sorted } };
}

/** The quarterly reports (G18). */
export const reportsLines: EvolveLines<PartnerState, EventsIn<typeof reports>> = {
  QuarterlyReportSubmitted: (state, { quarter, submittedOn }, { revision }) => ({
    ...state,
    reports: { ...state.reports, [quarter]: { status: 'submitted', revision, submittedOn } },
  }),
  QuarterlyReportReturned: (state, { quarter }, { revision }) => ({
    ...state,
    reports: { ...state.reports, [quarter]: { ...state.reports[quarter]!, status: 'returned', revision } },
  }),
  QuarterlyReportAccepted: (state, { quarter }, { revision }) => ({
    ...state,
    reports: { ...state.reports, [quarter]: { ...state.reports[quarter]!, status: 'accepted', revision } },
  }),
  QuarterlyReportAcceptanceReversed: (state, { quarter }, { revision }) => ({
    ...state,
    reports: { ...state.reports, [quarter]: { ...state.reports[quarter]!, status: 'submitted', revision } },
  }),
};

/** Rates, and the hours of every person on every date (G7, G8, reading 25). */
export const deliveryLines: EvolveLines<PartnerState, EventsIn<typeof delivery>> = {
  RateAgreed: (state, { person, grade, pence, from }, { revision }) => withRate(state, person, { from, grade, pence, revision }),
  RateCorrected: (state, { person, grade, pence, from }, { revision }) => withRate(state, person, { from, grade, pence, revision }),
  DeliveryRecorded: (state, data, { revision }) => recordHours(state, data, revision),
  DeliveryCorrected: (state, data, { revision }) => recordHours(state, data, revision),
};

/** What is claimed of what was delivered (G9, G21). */
export const claimsLines: EvolveLines<PartnerState, EventsIn<typeof claims>> = {
  CostsClaimed: (state, { claim, award, claimedOn, lines, overheads, dayCostsPence, overheadsPence }, { revision }) => ({
    ...onDays(state, lines, (entry) => ({ ...entry, claim })),
    claims: {
      ...state.claims,
      [claim]: {
        status: 'submitted',
        award,
        claimedOn,
        lines,
        overheads: Object.fromEntries(overheads.map(({ item, pence }) => [item, pence])),
        dayCostsPence,
        overheadsPence,
        revision,
      },
    },
  }),
  ClaimWithdrawn: (state, { claim }, { revision }) => withClaim(released(state, claim), claim, { status: 'withdrawn', revision }),
  ClaimRejected: (state, { claim }, { revision }) => withClaim(released(state, claim), claim, { status: 'rejected', revision }),
  ClaimApproved: (state, { claim, approvedOn }, { revision }) => withClaim(state, claim, { status: 'approved', approvedOn, revision }),
  ClaimReduced: (state, { claim, lines, overheads, dayCostsPence, overheadsPence }, { revision }) =>
    withClaim(
      onDays(released(state, claim), lines, (entry) => ({ ...entry, claim })),
      claim,
      {
        lines,
        overheads: Object.fromEntries(overheads.map(({ item, pence }) => [item, pence])),
        dayCostsPence,
        overheadsPence,
        revision,
      },
    ),
  ClaimPaid: (state, { claim }, { revision }) => withClaim(state, claim, { status: 'paid', revision }),
  ClaimApprovalReversed: (state, { claim }, { revision }) => withClaim(state, claim, { status: 'submitted', revision }),
  ClaimPaymentReversed: (state, { claim }, { revision }) => withClaim(state, claim, { status: 'approved', revision }),
};
