import type { Day } from '@app/calendar';
import { entryOf } from '../entries';
import type { Grade } from '../programme/grant-terms';
import type { BreachDecision } from './partner.events';

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
  /** The record of an engagement under an award, and that award. */
  readonly engagement?: { readonly revision: number; readonly award: string };
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

/** Nothing is engaged under the id. */
export const nobody: PartnerState = {
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
