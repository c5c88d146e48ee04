import type {
  CaseRecordWithdrawn,
  DeepDiveCorrected,
  DeepDiveRecorded,
  OutcomeAchieved,
  OutcomeAgreed,
  OutcomeReinstated,
  OutcomeWithdrawn,
  StocktakeCorrected,
  StocktakeRecorded,
  TimelinessProgressCorrected,
  TimelinessProgressReported,
} from '@app/domain/events';
import type { DomainEvent, EventMeta, EventOf, Lines } from '@app/event-sourcing';
import { monthsAfter } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause, type Duty } from '../requirement-engine/row';
import { caseLines, casesOfAreas, endedWithCase, type CaseScopeEvent, type WithCase } from './case-scope';
import { contractsLines, termsNaming, type TermEvent, type WithContracts } from './contract-term';
import { corrected, occurred, stretches, withdrawn, type Occurrence } from './stretches';

interface Facts extends WithCase, WithContracts {
  /** By outcome: whether it is pursued, and what ended it. */
  readonly outcomes: Readonly<Record<string, { readonly endedBy?: Cause }>>;
  readonly occurrences: readonly Occurrence[];
  /** What took an occurrence back last. */
  readonly undoneBy?: Cause;
}

type OutcomeEvent = EventOf<typeof OutcomeAgreed | typeof OutcomeAchieved | typeof OutcomeWithdrawn | typeof OutcomeReinstated>;

const ended = (facts: Facts, { outcome }: { outcome: string }, meta: EventMeta): Facts =>
  facts.outcomes[outcome] ? { ...facts, outcomes: { ...facts.outcomes, [outcome]: { endedBy: causeOf(meta) } } } : facts;

const outcomeLines: Lines<Facts, OutcomeEvent, Facts> = {
  OutcomeAgreed: (facts, { outcome }) => ({ ...facts, outcomes: { ...facts.outcomes, [outcome]: {} } }),
  OutcomeAchieved: ended,
  OutcomeWithdrawn: ended,
  OutcomeReinstated: (facts, { outcome }) => ({ ...facts, outcomes: { ...facts.outcomes, [outcome]: {} } }),
};

const took = (facts: Facts, corrects: number, meta: EventMeta): Facts => ({
  ...facts,
  occurrences: withdrawn(facts.occurrences, corrects),
  undoneBy: causeOf(meta),
});

/** The clock starts at the later of the case's opening and the first commencement of a contract naming the area (reading 13). */
function startOf({ case: scope, ...facts }: Facts): { day: string; by: Cause } | undefined {
  if (!scope) return undefined;
  const [first] = termsNaming(facts, scope.area)
    .map(([, term]) => term)
    .sort((a, b) => (a.commencesOn < b.commencesOn ? -1 : 1));
  if (!first) return undefined;
  return scope.since.day > first.commencesOn ? scope.since : { day: first.commencesOn, by: first.bindingBy };
}

function duties(facts: Facts, what: string): readonly Duty[] {
  const { case: scope, outcomes, occurrences, undoneBy } = facts;
  const start = startOf(facts);
  const pursued = Object.values(outcomes);
  if (!scope || !start || pursued.length === 0) return [];
  const over = pursued.every(({ endedBy }) => endedBy)
    ? pursued
        .map(({ endedBy }) => endedBy!)
        .sort(byRecording)
        .at(-1)
    : undefined;
  return stretches(start, occurrences).map(({ from, imposedBy, first, metBy }) => ({
    period: from,
    series: '',
    from,
    areas: [scope.area],
    due: ({ months }) => monthsAfter(from, months!, first ? 'the opening of the case or commencement' : `the last ${what}`),
    imposedBy,
    ...endedWithCase(scope, over && { by: over, because: 'No outcome that asks for it is pursued any longer' }),
    ...(undoneBy && { undoneBy }),
    ...(metBy && { metBy }),
  }));
}

const byRecording = (a: Cause, b: Cause): number => (a.recordedAt < b.recordedAt ? -1 : 1);

const rhythm = <E extends DomainEvent>(cause: 'inspection' | 'timeliness', what: string, lines: Lines<Facts, E, Facts>) =>
  defineWatch<Facts, CaseScopeEvent | TermEvent | OutcomeEvent | E>({
    of: 'improvementCase',
    also: ({ data }, { category }) => (category === 'contract' ? casesOfAreas(data, [cause]) : []),
    initial: () => ({ contracts: {}, outcomes: {}, occurrences: [] }),
    on: { ...caseLines<Facts>(), ...contractsLines<Facts>(), ...outcomeLines, ...lines } as Lines<
      Facts,
      CaseScopeEvent | TermEvent | OutcomeEvent | E,
      Facts
    >,
    duties: (facts) => duties(facts, what),
  });

/** Deep dives are six-monthly for a case with overall, APA or AFI outcomes; an APA deep dive does not stand in for one (J4). */
export const deepDive = rhythm<EventOf<typeof DeepDiveRecorded | typeof DeepDiveCorrected | typeof CaseRecordWithdrawn>>(
  'inspection',
  'deep dive',
  {
    DeepDiveRecorded: (facts, { kind, heldOn }, meta) =>
      kind === 'six-monthly' ? { ...facts, occurrences: occurred(facts.occurrences, heldOn, meta) } : facts,
    DeepDiveCorrected: (facts, { kind, heldOn, corrects }, meta) => {
      if (kind === 'apa') return took(facts, corrects, meta);
      const known = facts.occurrences.some(({ revisions }) => revisions.includes(corrects));
      return {
        ...facts,
        occurrences: known ? corrected(facts.occurrences, corrects, heldOn, meta) : occurred(facts.occurrences, heldOn, meta),
      };
    },
    CaseRecordWithdrawn: (facts, { record, corrects }, meta) => (record === 'deep-dive' ? took(facts, corrects, meta) : facts),
  },
);

/** For the same cases stocktakes are six-monthly, apart from the deep dives (J5, reading 13). */
export const stocktake = rhythm<EventOf<typeof StocktakeRecorded | typeof StocktakeCorrected | typeof CaseRecordWithdrawn>>(
  'inspection',
  'stocktake',
  {
    StocktakeRecorded: (facts, { heldOn }, meta) => ({ ...facts, occurrences: occurred(facts.occurrences, heldOn, meta) }),
    StocktakeCorrected: (facts, { heldOn, corrects }, meta) => ({
      ...facts,
      occurrences: corrected(facts.occurrences, corrects, heldOn, meta),
    }),
    CaseRecordWithdrawn: (facts, { record, corrects }, meta) => (record === 'stocktake' ? took(facts, corrects, meta) : facts),
  },
);

/** VCU is regularly updated on EHC plan timeliness (A3). */
export const timelinessUpdate = rhythm<
  EventOf<typeof TimelinessProgressReported | typeof TimelinessProgressCorrected | typeof CaseRecordWithdrawn>
>('timeliness', 'update', {
  TimelinessProgressReported: (facts, { reportedOn }, meta) => ({ ...facts, occurrences: occurred(facts.occurrences, reportedOn, meta) }),
  TimelinessProgressCorrected: (facts, { reportedOn, corrects }, meta) => ({
    ...facts,
    occurrences: corrected(facts.occurrences, corrects, reportedOn, meta),
  }),
  CaseRecordWithdrawn: (facts, { record, corrects }, meta) => (record === 'timeliness-progress' ? took(facts, corrects, meta) : facts),
});
