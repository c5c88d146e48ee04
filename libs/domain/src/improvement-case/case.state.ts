import type { Day } from '@app/calendar';
import type { Entries } from '../entries';
import type { CaseCause, CaseRecord, DeepDiveKind, OutcomeKind, PlanRecipient, ProgressDecision } from './case.vocabulary';

export interface OutcomeState {
  readonly kind: OutcomeKind;
  readonly status: 'agreed' | 'achieved' | 'withdrawn';
  readonly agreedOn: Day;
  /** Words and measures, as text, to see whether others say the same. */
  readonly digest: string;
  /** The latest end, while it stands. */
  readonly ended?: { readonly on: Day; readonly revision: number };
}

/** Something that happened to a plan; later ones come after it. */
export interface PlanStep {
  readonly status: 'submitted' | 'returned' | 'accepted' | 'published';
  readonly on: Day;
  readonly revision: number;
  /** Of a submission, to whom. */
  readonly to?: readonly PlanRecipient[];
  /** Of a return, by when it is due again. */
  readonly dueOn?: Day;
}

/** Something to be done, with owner and day: an action of the plan or a next step. */
export interface TaskState {
  readonly status: 'open' | 'completed' | 'removed';
  readonly owner: string;
  readonly dueOn: Day;
  readonly outcome?: string;
  /** Completion or removal, while it stands. */
  readonly ended?: { readonly on?: Day; readonly revision: number };
}

export interface ScheduledDive {
  readonly status: 'scheduled' | 'cancelled' | 'held';
  readonly outcome: string;
  readonly scheduledFor: Day;
}

/** Something that was held or received, by the record that says so. */
export interface HeldRecord {
  readonly revision: number;
  readonly on: Day;
  /** Of a deep dive. */
  readonly kind?: DeepDiveKind;
  /** Of a formal review: contract whose supplier recommends. */
  readonly contract?: string;
}

export interface DecisionState {
  readonly revision: number;
  readonly progress: ProgressDecision;
  readonly decidedOn: Day;
}

export interface CoverState {
  readonly absent: string;
  readonly cover?: string;
  readonly from: Day;
  readonly to: Day;
  readonly revision: number;
}

/** What decisions on a case need, and no more. */
export interface CaseState {
  readonly status: 'none' | 'open' | 'closed';
  readonly area?: string;
  readonly cause?: CaseCause;
  readonly inspection?: string;
  /** First day of the case, and the record that says so. */
  readonly opened?: { readonly on: Day; readonly revision: number };
  readonly closedOn?: Day;
  /** Opaque id of the case lead. */
  readonly lead?: string;
  readonly covers: readonly CoverState[];
  readonly outcomes: Entries<OutcomeState>;
  /** What happened to the plan of each inspection, in order. */
  readonly plans: Entries<readonly PlanStep[]>;
  readonly actions: Entries<TaskState>;
  readonly scheduledDives: Entries<ScheduledDive>;
  readonly nextSteps: Entries<TaskState>;
  /** Deep dives, stocktakes, meetings, updates, contacts and reviews, each kind by its ids. */
  readonly records: Readonly<Record<CaseRecord, Entries<HeldRecord>>>;
  /** By the id of the formal review. */
  readonly decisions: Entries<DecisionState>;
}

export const noCase: CaseState = {
  status: 'none',
  covers: [],
  outcomes: {},
  plans: {},
  actions: {},
  scheduledDives: {},
  nextSteps: {},
  records: {
    'deep-dive': {},
    stocktake: {},
    'board-meeting': {},
    'timeliness-progress': {},
    'health-adviser-contact': {},
    'formal-review': {},
  },
  decisions: {},
};

/** An outcome's words and measures as text. */
export const digestOfOutcome = ({ words, measures }: { readonly words: string; readonly measures: readonly string[] }): string =>
  JSON.stringify([words, measures]);
