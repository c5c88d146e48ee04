import { entryOf, type Entries } from '../entries';
import type { AreaPassing, WithAreas } from './contract.areas';
import type {
  BreakAnswer,
  ContractParty,
  MeetingKind,
  MeetingMeans,
  MeetingParty,
  ReportingCause,
  ReportingRhythm,
} from './contract.vocabulary';

/** The record of a passing that stands. */
export interface StandingPassing extends AreaPassing {
  readonly revision: number;
}

/** An answer to the break, and what recorded it (C4). */
export interface AnsweredBreak {
  readonly answer: BreakAnswer;
  readonly answeredOn: string;
  readonly revision: number;
}

/** What the order says and how its end stands. */
export interface ContractTerms extends WithAreas<StandingPassing> {
  readonly number: string;
  readonly title: string;
  readonly supplier: string;
  /** The number and the further references, as they stand on all correspondence (C20). */
  readonly references: readonly string[];
  readonly orderedOn: string;
  readonly commencesOn: string;
  /** Completion as agreed at first. */
  readonly completesOn: string;
  readonly breakOn?: string;
  /** Answers to the break, in the order in which they were given; the last one stands. */
  readonly breakAnswers: readonly AnsweredBreak[];
  /** Months of all extensions so far (C6). */
  readonly extensionMonths: number;
  /** Last day by the Department's early end (C5). */
  readonly earlyEndOn?: string;
  /** Last day as things stand, inclusive. */
  readonly endsOn: string;
  readonly completed: boolean;
}

export interface Acceptance {
  readonly acceptedOn: string;
  readonly revision: number;
}

export interface NamedProfessional {
  /** Subject id; the name is sealed in the event and never here. */
  readonly subject: string;
  readonly from: string;
  readonly revision: number;
}

/** What was agreed. */
export interface CallOff {
  readonly daysPerMonth: string;
  readonly from: string;
}

/** An agreed extension, and what it took the place of (C6, C7). */
export interface ExtensionStep {
  readonly revision: number;
  readonly agreedOn: string;
  readonly months: number;
  readonly previousEnd: string;
  readonly noticeGivenOn: string;
  readonly before: ExtensionState;
  readonly callOffBefore?: CallOff;
}

export interface ExtensionState {
  readonly notice?: { readonly givenOn: string };
  readonly offer?: { readonly offeredOn: string; readonly months: number; readonly callOffDays?: string };
  /** The latest step, which is the one that can be corrected or withdrawn. */
  readonly latest?: ExtensionStep;
  /** The end for which the right to extend was recorded as ended. */
  readonly rightEndedFor?: string;
}

/** A rhythm of reporting on one area and the day from which it runs (C10). */
export interface RhythmChange {
  readonly from: string;
  readonly rhythm: ReportingRhythm;
  /** Why it was increased. */
  readonly cause: ReportingCause;
}

export type ReportStatus = 'submitted' | 'returned' | 'accepted';

/** One month's artefacts: at most one of each per month of the term. */
export interface ContractMonth {
  readonly narrative?: { readonly revision: number };
  readonly invoice?: MonthInvoice;
  /** Advice by its day: at most 31. */
  readonly advice: Entries<DayOfAdvice>;
}

export interface MonthInvoice {
  readonly status: 'submitted' | 'approved' | 'paid';
  readonly pence: number;
  readonly vatPence: number;
  readonly submittedOn: string;
  readonly payment?: { readonly paidOn: string; readonly revision: number };
}

/** The advice of one day by `{area} {person}`: at most one record for each area and professional. */
export type DayOfAdvice = Entries<AdviceEntry>;

export interface AdviceEntry {
  readonly revision: number;
  readonly minutes: number;
}

/** A request for management information (C12). */
export interface InformationRequest {
  readonly status: 'open' | 'provided' | 'cancelled';
  readonly requestedOn: string;
  readonly dueOn: string;
  /** Present once it was provided. */
  readonly providedOn?: string;
  /** Revision of the request, then of what was last recorded of its answer. */
  readonly revision: number;
}

/** An issue in the delivery (C15). */
export interface Issue {
  readonly status: 'raised' | 'answered' | 'closed';
  readonly raisedOn: string;
}

export interface MeetingState {
  readonly status: 'scheduled' | 'held' | 'cancelled';
  readonly kind: MeetingKind;
  readonly area?: string;
  /** The day for which it is scheduled; once held, the day on which it was. */
  readonly on: string;
  readonly scheduledOn: string;
  readonly scheduledMeans: MeetingMeans;
  readonly expected: readonly MeetingParty[];
  readonly revision: number;
}

/** The supplier's recommendation for an area at a formal review; VCU's decision is by somebody else (C17). */
export interface Recommendation {
  /** Opaque ids of who recommended: who recorded it and on whose behalf. */
  readonly by: readonly string[];
  readonly revision: number;
}

/** What decisions on a contract need, and no more. */
export interface ContractState {
  readonly status: 'none' | 'placed' | 'withdrawn' | 'declined' | 'binding';
  readonly terms?: ContractTerms;
  /** The record of the order that stands, and the maximum value that it says. */
  readonly order?: { readonly revision: number; readonly maximumPence: number };
  readonly acceptances: Readonly<Partial<Record<ContractParty, Acceptance>>>;
  readonly manager?: string;
  /** In order of their first days; the last one is the present one (C8). */
  readonly professionals: readonly NamedProfessional[];
  readonly quality?: { readonly discussedOn: string; readonly revision: number };
  readonly extension: ExtensionState;
  readonly maximumPence: number;
  /** Sum of approved invoices, VAT apart (C3). */
  readonly approvedPence: number;
  /** By `YYYY-MM`. */
  readonly months: Entries<ContractMonth>;
  /** By the first day of the period, or `{area}~{first day}` where reporting on an area is increased. */
  readonly reports: Entries<ReportStatus>;
  /** By area; an area that is not here is reported on monthly, with all others (C9). */
  readonly rhythms: Entries<readonly RhythmChange[]>;
  /** What was agreed last. */
  readonly callOff?: CallOff;
  /** By area, what was agreed last (C19). */
  readonly visits: Entries<{ readonly visitsPerMonth: number; readonly from: string }>;
  /** By id. */
  readonly diagnostics: Entries<{ readonly area: string; readonly madeOn: string; readonly revision: number }>;
  /** By `{area}~{programme}~{day}`. */
  readonly liaisons: Entries<{ readonly revision: number }>;
  /** By id. */
  readonly requests: Entries<InformationRequest>;
  /** By id. */
  readonly meetings: Entries<MeetingState>;
  /** By id. */
  readonly issues: Entries<Issue>;
  /** By `{review} {area}`. */
  readonly recommendations: Entries<Recommendation>;
  /** By id: whether the designation stands. */
  readonly designations: Entries<boolean>;
}

export const noContract: ContractState = {
  status: 'none',
  acceptances: {},
  professionals: [],
  extension: {},
  maximumPence: 0,
  approvedPence: 0,
  months: {},
  reports: {},
  rhythms: {},
  visits: {},
  diagnostics: {},
  liaisons: {},
  requests: {},
  meetings: {},
  issues: {},
  recommendations: {},
  designations: {},
};

/** A recommendation by what makes it one: the review and the area; no id holds a space. */
export const recommendationKey = (review: string, area: string): string => `${review} ${area}`;

/** The supplier's recommendation on an area at a review, where one stands. */
export const recommendationOn = (state: ContractState, review: string, area: string): Recommendation | undefined =>
  entryOf(state.recommendations, recommendationKey(review, area));

/** Whether a person made or recorded the recommendation, and therefore may not decide on it (C17). */
export const recommendedBy = (recommendation: Recommendation | undefined, person: string): boolean =>
  recommendation?.by.includes(person) ?? false;
