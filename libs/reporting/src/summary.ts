import type { Day } from '@app/calendar';
import type { ReadModel } from '@app/event-sourcing';
import { readModels } from './read-models';

/** London days that a question is put by. */
export interface SummaryDays {
  readonly today: Day;
  /** What is due up to here is due soon. */
  readonly soon: Day;
}

/** Rows of a list that are counted together, or by what some of their columns say. */
export interface SummaryFigure {
  readonly name: string;
  /** For whoever draws it. */
  readonly says: string;
  /** Parameters of the list by which the rows are chosen; absent: all of them. */
  readonly question?: (days: SummaryDays) => Readonly<Record<string, string>>;
  /** Columns by whose values the rows are told apart; a list of texts stands alone. */
  readonly by?: readonly string[];
  /** Columns of whole numbers that are added up. */
  readonly sums?: readonly string[];
}

/** The figures of one list, for whoever may read it. */
export interface SummarySection {
  readonly model: ReadModel;
  readonly figures: readonly SummaryFigure[];
}

const section = (path: string, ...figures: readonly SummaryFigure[]): SummarySection => ({
  model: readModels.find((model) => model.path === path)!,
  figures,
});

const byStatus = (says: string, sums?: readonly string[]): SummaryFigure => ({
  name: 'by-status',
  says,
  by: ['status'],
  ...(sums && { sums }),
});
const overdue = (says: string): SummaryFigure => ({ name: 'overdue', says, question: () => ({ overdue: 'true' }) });

/** The figures that a dashboard shows first, list by list. */
export const summary: readonly SummarySection[] = [
  section(
    'local-areas',
    { name: 'all', says: 'Local areas, and the improvement cases that are open for them (J2)', sums: ['openCases'] },
    { name: 'with-open-case', says: 'Local areas with an open case (J2)', question: () => ({ openCasesFrom: '1' }) },
  ),
  section(
    'requirements',
    byStatus('Duties; what lapsed and is still owed is `lapsed`, what came late `met-late` (E2)'),
    overdue('Duties whose due day is over and that are still owed (E2)'),
    {
      name: 'overdue-by-definition',
      says: 'The same by what is owed (E2)',
      question: () => ({ overdue: 'true' }),
      by: ['definition'],
    },
    {
      name: 'due-soon',
      says: 'Duties that are due from today to the day that counts as soon (E2)',
      question: ({ today, soon }) => ({ status: 'open', dueFrom: today, dueTo: soon }),
    },
  ),
  section('escalations', {
    name: 'by-level-and-status',
    says: 'Escalations by the level that has them and what became of them (E3)',
    by: ['level', 'status'],
  }),
  section(
    'outcomes',
    byStatus('Outcomes of Annex A (A1)'),
    {
      name: 'by-rating',
      says: 'Outcomes that stand, by the rating of their latest deep dive (A4)',
      question: () => ({ status: 'agreed' }),
      by: ['rating'],
    },
    {
      name: 'by-trajectory',
      says: 'Outcomes that stand, by their trajectory (A4)',
      question: () => ({ status: 'agreed' }),
      by: ['trajectory'],
    },
  ),
  section(
    'risks',
    byStatus('Risks (E1)'),
    { name: 'by-score', says: 'Open risks by likelihood times impact (E1)', question: () => ({ status: 'open' }), by: ['score'] },
    overdue('Open risks whose review is overdue (C15)'),
  ),
  section('reviews', byStatus('Reviews (J4, J5, C13, C17)'), overdue('Reviews that are overdue (J4, J5)'), {
    name: 'due-soon-by-kind',
    says: 'Reviews from today to the day that counts as soon, by their kind (J4, J5, A3, C13)',
    question: ({ today, soon }) => ({ status: 'due', onFrom: today, onTo: soon }),
    by: ['kind'],
  }),
  section('progress-decisions', byStatus('Formal reviews, and what is awaited of them (C17, J8)')),
  section(
    'contracts',
    byStatus('Contracts, and their value in pence: how much of the maximum is invoiced, approved and paid (C3)', [
      'maximumPence',
      'invoicedPence',
      'approvedPence',
      'paidPence',
      'remainingPence',
    ]),
  ),
  section('information-requests', byStatus('Requests for management information (C12)'), overdue('Requests that are overdue (C12)')),
  section('issues', byStatus('Issues in the delivery of contracts (C15)')),
  section('ledgers', {
    name: 'all',
    says: 'Grant programmes, and their money in pence: of the maximum awarded, claimed, approved, paid, left (G2, G21)',
    sums: ['maximumPence', 'awardedPence', 'claimedPence', 'approvedPence', 'paidPence', 'remainingPence'],
  }),
  section('partners', byStatus('Partners and assessed applicants (G12 to G17)'), {
    name: 'in-breach-by-rule',
    says: 'Engaged partners that do not meet a rule, by the rule (G16)',
    question: () => ({ status: 'engaged' }),
    by: ['notMet'],
  }),
  section('packages', byStatus('Packages of support, and their person-days (G10)', ['days'])),
  section('applications', byStatus('Applications (G4, G5)')),
  section('figures', { name: 'all', says: 'Local areas and England, whose published figures can be read (J7)' }),
];
