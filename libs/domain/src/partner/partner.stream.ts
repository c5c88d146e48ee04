import { londonDay, type Day } from '@app/calendar';
import { declarationsIn, evolveWith, type EventOf, type Stream } from '@app/event-sourcing';
import { entryOf, withoutEntry } from '../entries';
import { type Grade } from '../programme/grant-terms';
import * as events from './partner.events';
import type { BreachDecision, PartnerEvent } from './partner.events';

/** What an award gives the partner, and for which days. */
export interface HeldAward {
  readonly pence: number;
  readonly from: Day;
  readonly until: Day;
  /** When it came by an extension (G3). */
  readonly extended?: { readonly revision: number; readonly on: Day };
  /** What it was before each reduction that stands, the latest last. */
  readonly reductions?: readonly { readonly revision: number; readonly was: number; readonly reducedOn: Day }[];
}

/** A rule that does not hold now. */
export interface Breach {
  readonly area: string;
  readonly rule: string;
  readonly revision: number;
  readonly effectiveOn: Day;
  readonly recordedOn: Day;
  /** The fact that broke it. */
  readonly fact: string;
  readonly decision?: { readonly decision: BreachDecision; readonly remedyBy?: Day };
}

export interface AgreedRate {
  readonly from: Day;
  readonly grade: Grade;
  readonly pence: number;
  readonly revision: number;
}

/** Hours of one person on one date, over all packages (reading 25). */
export interface DiaryEntry {
  readonly packages: Readonly<Record<string, { readonly minutes: number; readonly revision: number }>>;
  /** Claim that holds the day, if one does. */
  readonly claim?: string;
}

export interface Claim {
  readonly status: 'submitted' | 'approved' | 'paid' | 'rejected' | 'withdrawn';
  readonly award: string;
  readonly claimedOn: Day;
  readonly lines: readonly { readonly person: string; readonly ratePence: number; readonly days: readonly Day[] }[];
  /** Pence by item. */
  readonly overheads: Readonly<Record<string, number>>;
  readonly dayCostsPence: number;
  readonly overheadsPence: number;
  /** Revision of its last step. */
  readonly revision: number;
  /** Day of its approval. */
  readonly approvedOn?: Day;
}

export interface QuarterlyReport {
  readonly status: 'submitted' | 'returned' | 'accepted';
  readonly revision: number;
  readonly submittedOn: Day;
}

export interface PartnerState {
  readonly status: 'none' | 'engaged' | 'terminated' | 'ended';
  readonly area: string;
  readonly others: readonly string[];
  readonly programme: string;
  /** Engaged at discretion: not watched for eligibility (G19). */
  readonly atDiscretion: boolean;
  /** The record of an engagement at discretion that stands, and the id under which its money is held. */
  readonly discretion?: { readonly revision: number; readonly award: string };
  readonly reportsAgreed: boolean;
  readonly engagedOn: Day;
  readonly awards: Readonly<Record<string, HeldAward>>;
  readonly endedOn?: Day;
  readonly endedAt?: number;
  readonly termination?: { readonly revision: number; readonly terminatedOn: Day; readonly claimableUntil: Day };
  /** Revision of the last judged fact, by area. */
  readonly factsUpTo: Readonly<Record<string, number>>;
  readonly evidence: Readonly<Record<string, { readonly routeC?: 'met' | 'not-met'; readonly excellence?: 'met' | 'not-met' }>>;
  /** Open breaches by `area rule`. */
  readonly breaches: Readonly<Record<string, Breach>>;
  /** Revision of the open doubt, by area. */
  readonly doubts: Readonly<Record<string, number>>;
  /** Revision of the confirmation, by first day of the grant year. */
  readonly confirmations: Readonly<Record<Day, number>>;
  /** Days that the decision on a breach, by the breach's revision, leaves unpaid. */
  readonly unpayable: readonly { readonly breach: number; readonly from: Day; readonly through: Day }[];
  readonly reports: Readonly<Record<Day, QuarterlyReport>>;
  /** Rates by person, earliest first. */
  readonly rates: Readonly<Record<string, readonly AgreedRate[]>>;
  /** Entries by `person day`, month by month. */
  readonly diary: Readonly<Record<string, Readonly<Record<string, DiaryEntry>>>>;
  readonly claims: Readonly<Record<string, Claim>>;
}

export const breachKey = (area: string, rule: string): string => `${area} ${rule}`;

/** What is recorded of a person on a date. */
export const entryOn = ({ diary }: Pick<PartnerState, 'diary'>, person: string, day: Day): DiaryEntry | undefined =>
  diary[day.slice(0, 7)]?.[`${person} ${day}`];

/** Minutes of a person on a date over all packages: hours count once (reading 25). */
export const minutesOf = (entry: DiaryEntry | undefined): number =>
  Object.values(entry?.packages ?? {}).reduce((sum, { minutes }) => sum + minutes, 0);

/** Days on which something was delivered. */
export const deliveredDays = ({ diary }: Pick<PartnerState, 'diary'>): Day[] =>
  Object.values(diary).flatMap((month) => Object.entries(month).flatMap(([key, entry]) => (minutesOf(entry) > 0 ? [key.slice(-10)] : [])));

/** A day on which something was delivered for a package, where there is one. */
export const deliveredFor = ({ diary }: Pick<PartnerState, 'diary'>, id: string): Day | undefined =>
  Object.values(diary)
    .flatMap((month) => Object.entries(month))
    .find(([, { packages }]) => (entryOf(packages, id)?.minutes ?? 0) > 0)?.[0]
    .slice(-10);

/** Whether a claim draws on an award: neither withdrawn nor rejected. */
export const isDrawnOn = ({ claims }: Pick<PartnerState, 'claims'>, award: string): boolean =>
  Object.values(claims).some((claim) => claim.award === award && claim.status !== 'withdrawn' && claim.status !== 'rejected');

/** The last funded day of all that is awarded. */
export const fundedUntil = ({ awards }: Pick<PartnerState, 'awards'>): Day =>
  Object.values(awards).reduce((latest, { until }) => (until > latest ? until : latest), '');

/** The day on which the grant ends or ended; facts that are effective later break nothing (reading 22). */
export const grantEnd = (state: PartnerState): Day => state.endedOn ?? state.termination?.terminatedOn ?? fundedUntil(state);

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

const nobody: PartnerState = {
  status: 'none',
  area: '',
  others: [],
  programme: '',
  atDiscretion: false,
  reportsAgreed: false,
  engagedOn: '',
  awards: {},
  factsUpTo: {},
  evidence: {},
  breaches: {},
  doubts: {},
  confirmations: {},
  unpayable: [],
  reports: {},
  rates: {},
  diary: {},
  claims: {},
};

function atDiscretion(
  state: PartnerState,
  { area, programme, award, pence, from, until, engagedOn, reportsAgreed }: EventOf<typeof events.PartnerEngagedAtDiscretion>['data'],
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

/**
 * `partner-{area}~{programme}`, or `partner-{area}~{programme}~{a word}` at discretion: the grant while it lives.
 * It guards the money of the award and the hours of every person on every date, so both have their events here.
 * Bounded by the grant: its maximum pays for some 900 days of one person, and reports, claims and facts come by the quarter.
 */
export const partnerStream: Stream<PartnerState, PartnerEvent> = {
  category: 'partner',
  collection: 'partners',
  events: declarationsIn(events),
  initial: () => nobody,
  evolve: evolveWith<PartnerState, PartnerEvent>({
    PartnerEngaged: (state, { area, others, programme, award, pence, from, until, engagedOn, facts, evidence }) => ({
      ...state,
      status: 'engaged',
      area,
      others,
      programme,
      reportsAgreed: true,
      engagedOn,
      awards: { [award]: { pence, from, until } },
      factsUpTo: Object.fromEntries(facts.map((read) => [read.area, read.factsUpTo])),
      evidence: Object.fromEntries(evidence.map(({ area: id, ...judged }) => [id, judged])),
    }),
    PartnerEngagedAtDiscretion: (state, data, { streamId, revision }) => atDiscretion(state, data, streamId, revision),
    EngagementAtDiscretionCorrected: (state, data, { streamId, revision }) =>
      atDiscretion({ ...state, awards: withoutEntry(state.awards, data.previousAward) }, data, streamId, revision),
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
    RateAgreed: (state, { person, grade, pence, from }, { revision }) => withRate(state, person, { from, grade, pence, revision }),
    RateCorrected: (state, { person, grade, pence, from }, { revision }) => withRate(state, person, { from, grade, pence, revision }),
    DeliveryRecorded: (state, data, { revision }) => recordHours(state, data, revision),
    DeliveryCorrected: (state, data, { revision }) => recordHours(state, data, revision),
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
  }),
};
