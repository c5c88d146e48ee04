import { londonDay, type Day } from '@app/calendar';
import { withoutEntry } from '../entries';
import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import type { RuleSet } from '../programme/grant-terms';
import * as events from './application.events';
import type { ApplicationEvent } from './application.events';

/** What an assessment said of one local area, and how far its facts had been read. */
export interface AssessedArea {
  readonly factsUpTo: number;
  readonly digest: string;
  /** Rules that are not met, and how they stand. */
  readonly open: readonly { readonly rule: string; readonly result: string }[];
}

export interface Judged {
  readonly routeC?: 'met' | 'not-met';
  readonly excellence?: 'met' | 'not-met';
}

export interface ApplicationState {
  readonly status: 'none' | 'draft' | 'submitted' | 'withdrawn' | 'accepted' | 'declined';
  readonly programme: string;
  readonly lead: string;
  readonly others: readonly string[];
  /** Revision at which each strength was evidenced. */
  readonly strengths: Readonly<Record<string, number>>;
  /** Strengths that each offered option follows from. */
  readonly options: Readonly<Record<string, readonly string[]>>;
  /** Revision at which each example was given. */
  readonly examples: Readonly<Record<string, number>>;
  readonly costing?: { readonly digest: string; readonly totalPence: number };
  /** Requirements declared, as `area requirement`. */
  readonly declared: readonly string[];
  /** Deadline under which a late submission is on record. */
  readonly lateAgainst?: string;
  readonly submittedOn?: Day;
  readonly assessment?: {
    readonly ruleSet: RuleSet;
    readonly areas: Readonly<Record<string, AssessedArea>>;
    /** Whether a judgement of evidence came after it. */
    readonly overtaken: boolean;
  };
  readonly evidence: Readonly<Record<string, Judged>>;
  readonly merit?: 'support' | 'do-not-support';
  /** Day of the acceptance that stands. */
  readonly acceptedOn?: Day;
  /** Revision of the decision or withdrawal, and what it was before. */
  readonly ended?: { readonly revision: number; readonly before: 'draft' | 'submitted' };
}

/** The local areas of an application, the lead first (G5). */
export const applicants = ({ lead, others }: Pick<ApplicationState, 'lead' | 'others'>): readonly string[] => [lead, ...others];

/** What an assessment says, as text, to see whether another says the same. */
export const digestOfResults = (results: readonly object[]): string => JSON.stringify(results);

/** What a costing says of days and pence, as text; evidence is sealed and not compared. */
export const digestOfCosting = (costing: {
  readonly minutesPerDay: number;
  readonly days: readonly { readonly grade: string; readonly days: number; readonly dayRatePence: number }[];
  readonly overheads: readonly { readonly item: string; readonly charge: string; readonly pence: number }[];
}): string =>
  JSON.stringify([
    costing.minutesPerDay,
    costing.days.map(({ grade, days, dayRatePence }) => [grade, days, dayRatePence]),
    costing.overheads.map(({ item, charge, pence }) => [item, charge, pence]),
  ]);

const ended = (state: ApplicationState, status: 'withdrawn' | 'accepted' | 'declined', revision: number): ApplicationState => ({
  ...state,
  status,
  ended: { revision, before: state.status === 'draft' ? 'draft' : 'submitted' },
});

/**
 * `application-{id}`: one bid, from its first line to its decision.
 * Bounded by its parts: what is written until the deadline, and a handful of judgements after it.
 */
export const applicationStream: Stream<ApplicationState, ApplicationEvent> = {
  category: 'application',
  collection: 'applications',
  events: declarationsIn(events),
  initial: () => ({
    status: 'none',
    programme: '',
    lead: '',
    others: [],
    strengths: {},
    options: {},
    examples: {},
    declared: [],
    evidence: {},
  }),
  evolve: evolveWith<ApplicationState, ApplicationEvent>({
    ApplicationStarted: (state, { programme, lead, others }) => ({ ...state, status: 'draft', programme, lead, others }),
    StrengthEvidenced: (state, { strength }, { revision }) => ({ ...state, strengths: { ...state.strengths, [strength]: revision } }),
    StrengthWithdrawn: (state, { strength }) => ({ ...state, strengths: withoutEntry(state.strengths, strength) }),
    SupportOptionOffered: (state, { option, strengths }) => ({ ...state, options: { ...state.options, [option]: strengths } }),
    SupportOptionWithdrawn: (state, { option }) => ({ ...state, options: withoutEntry(state.options, option) }),
    PeerSupportExampleAdded: (state, { example }, { revision }) => ({ ...state, examples: { ...state.examples, [example]: revision } }),
    PeerSupportExampleWithdrawn: (state, { example }) => ({ ...state, examples: withoutEntry(state.examples, example) }),
    ProposalCosted: (state, data) => ({ ...state, costing: { digest: digestOfCosting(data), totalPence: data.totalPence } }),
    EligibilityDeclared: (state, { area, requirement }) => ({
      ...state,
      declared: [...new Set([...state.declared, `${area} ${requirement}`])],
    }),
    ApplicationSubmitted: (state, { receivedAt }) => ({ ...state, status: 'submitted', submittedOn: londonDay(receivedAt) }),
    LateSubmissionRefused: (state, { applicationsCloseAt }) => ({ ...state, lateAgainst: applicationsCloseAt }),
    ApplicationWithdrawn: (state, _data, { revision }) => ended(state, 'withdrawn', revision),
    EligibilityAssessed: (state, { ruleSet, areas }) => ({
      ...state,
      assessment: {
        ruleSet,
        overtaken: false,
        areas: Object.fromEntries(
          areas.map(({ area, factsUpTo, results }) => [
            area,
            {
              factsUpTo,
              digest: digestOfResults(results),
              open: results.filter(({ result }) => result !== 'met').map(({ rule, result }) => ({ rule, result })),
            },
          ]),
        ),
      },
    }),
    EvidenceJudged: (state, { area, matter, judgement }) => ({
      ...state,
      evidence: {
        ...state.evidence,
        [area]: { ...state.evidence[area], ...(matter === 'route-c' ? { routeC: judgement } : { excellence: judgement }) },
      },
      ...(state.assessment && { assessment: { ...state.assessment, overtaken: true } }),
    }),
    MeritAssessed: (state, { recommendation }) => ({ ...state, merit: recommendation }),
    ApplicationAccepted: (state, { acceptedOn }, { revision }) => ({ ...ended(state, 'accepted', revision), acceptedOn }),
    ApplicationDeclined: (state, _data, { revision }) => ended(state, 'declined', revision),
    ApplicationReopened: ({ ended: _ended, acceptedOn: _acceptedOn, ...state }, { status }) => ({ ...state, status }),
  }),
};
