import { addDays, addMonths, endOfQuarter, londonDay, startOfQuarter, type Day } from '@app/calendar';
import type {
  BreachDecided,
  EligibilityBreached,
  EligibilityConfirmationWithdrawn,
  EligibilityConfirmed,
  EligibilityRestored,
  EvidenceJudgedAgain,
  ExcellenceDoubted,
  ExcellenceDoubtWithdrawn,
  QuarterlyReportReturned,
  QuarterlyReportSubmitted,
} from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { calendarDaysAfter, later, onDay, workingDaysAfter } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause, type Duty } from '../requirement-engine/row';
import { endedWithGrant, fundedUntil, grantLines, type Grant, type GrantEvent, type WithGrant } from './grant-term';
import { dueWithReturns, handedBack, handedIn, metByHanding, type Handings } from './handing';

interface ReportFacts extends WithGrant {
  readonly reports: Handings;
}
const noReports = (): ReportFacts => ({ reports: {} });

/** Calendar quarters that the grant lies in, the first from the engagement, up to the one after today's (reading 28). */
function* quarters(grant: Grant, today: Day): Generator<{ from: Day; to: Day; by: Cause }> {
  const { until } = fundedUntil(grant);
  for (let quarter = startOfQuarter(grant.engagedOn); quarter <= until; quarter = addMonths(quarter, 3)) {
    const granted = grant.funded.find((period) => quarter <= period.until) ?? grant.funded[0]!;
    const last = endOfQuarter(quarter);
    yield { from: quarter, to: last < until ? last : until, by: granted.by };
    if (quarter > today) return;
  }
}

/** A progress report each quarter, with performance and impact data; a quarter that the grant does not last through is not owed (G18). */
export const quarterlyReport = defineWatch<
  ReportFacts,
  GrantEvent | EventOf<typeof QuarterlyReportSubmitted | typeof QuarterlyReportReturned>
>({
  of: 'partner',
  initial: noReports,
  on: {
    ...grantLines(noReports),
    QuarterlyReportSubmitted: (facts, { quarter }, meta) => ({ ...facts, reports: handedIn(facts.reports, quarter, meta) }),
    QuarterlyReportReturned: (facts, { quarter }, meta) => ({ ...facts, reports: handedBack(facts.reports, quarter, meta) }),
  },
  duties: ({ grant, reports }, today) => {
    if (!grant?.reports) return [];
    return [...quarters(grant, today)].map(({ from, to, by }): Duty => {
      const handings = reports[from] ?? [];
      const ended = [grant.endedOn, grant.terminatedOn].flatMap((end) =>
        end && to > end.day ? [{ by: end.by, because: `The grant ended on ${end.day}, before the quarter did` }] : [],
      );
      return {
        period: from,
        series: '',
        from: from < grant.engagedOn ? grant.engagedOn : from,
        areas: [grant.area],
        due: ({ graceDays, resubmissionWorkingDays }) =>
          dueWithReturns(calendarDaysAfter(to, graceDays!, 'the end of the quarter'), handings, resubmissionWorkingDays!),
        imposedBy: by,
        ...(grant.reopenedBy && { undoneBy: grant.reopenedBy }),
        ...metByHanding(handings),
        ended,
      };
    });
  },
});

interface ConfirmationFacts extends WithGrant {
  readonly confirmed: Readonly<Record<Day, Cause>>;
  readonly withdrawn: Readonly<Record<Day, Cause>>;
}
const noConfirmations = (): ConfirmationFacts => ({ confirmed: {}, withdrawn: {} });

/** A partner confirms its eligibility once in every year of the grant (G16). */
export const eligibilityConfirmation = defineWatch<
  ConfirmationFacts,
  GrantEvent | EventOf<typeof EligibilityConfirmed | typeof EligibilityConfirmationWithdrawn>
>({
  of: 'partner',
  initial: noConfirmations,
  on: {
    ...grantLines(noConfirmations),
    EligibilityConfirmed: (facts, { yearFrom }, meta) => ({ ...facts, confirmed: { ...facts.confirmed, [yearFrom]: causeOf(meta) } }),
    EligibilityConfirmationWithdrawn: (facts, { yearFrom }, meta) => {
      const { [yearFrom]: _gone, ...confirmed } = facts.confirmed;
      return { ...facts, confirmed, withdrawn: { ...facts.withdrawn, [yearFrom]: causeOf(meta) } };
    },
  },
  duties: ({ grant, confirmed, withdrawn }, today) => {
    if (!grant || grant.atDiscretion) return [];
    const { until } = fundedUntil(grant);
    const duties: Duty[] = [];
    for (let year = 0; ; year += 1) {
      const from = addMonths(grant.engagedOn, year * 12);
      if (from > until) return duties;
      const metBy = confirmed[from];
      const undoneBy = withdrawn[from];
      const last = addDays(addMonths(grant.engagedOn, (year + 1) * 12), -1);
      duties.push({
        period: from,
        series: '',
        from,
        areas: [grant.area],
        due: () => onDay(last, `the last day of the grant year from ${from}`),
        imposedBy: grant.engagedBy,
        ...endedWithGrant(grant),
        ...(metBy && { metBy }),
        ...(undoneBy && { undoneBy }),
      });
      if (from > today) return duties;
    }
  },
});

interface Doubt {
  readonly revision: number;
  readonly area: string;
  readonly by: Cause;
  readonly judgedBy?: Cause;
  readonly withdrawnBy?: Cause;
}

interface DoubtFacts extends WithGrant {
  readonly doubts: readonly Doubt[];
}
const noDoubts = (): DoubtFacts => ({ doubts: [] });

const onDoubts = (facts: DoubtFacts, area: string, change: Partial<Doubt>): DoubtFacts => ({
  ...facts,
  doubts: facts.doubts.map((doubt) => (doubt.area === area && !doubt.judgedBy && !doubt.withdrawnBy ? { ...doubt, ...change } : doubt)),
});

/** A doubt about a partner's excellence is judged by a person (G22). */
export const excellenceJudgement = defineWatch<
  DoubtFacts,
  GrantEvent | EventOf<typeof ExcellenceDoubted | typeof ExcellenceDoubtWithdrawn | typeof EvidenceJudgedAgain>
>({
  of: 'partner',
  runsFromRecording: true,
  initial: noDoubts,
  on: {
    ...grantLines(noDoubts),
    ExcellenceDoubted: (facts, { area }, meta) => ({
      ...facts,
      doubts: [...facts.doubts, { revision: meta.revision, area, by: causeOf(meta) }],
    }),
    ExcellenceDoubtWithdrawn: (facts, { area }, meta) => onDoubts(facts, area, { withdrawnBy: causeOf(meta) }),
    EvidenceJudgedAgain: (facts, { area, matter }, meta) =>
      matter === 'excellence' ? onDoubts(facts, area, { judgedBy: causeOf(meta) }) : facts,
  },
  duties: ({ grant, doubts }) =>
    grant
      ? doubts.map(({ revision, area, by, judgedBy, withdrawnBy }) => ({
          period: `r${revision}`,
          from: by.effectiveOn,
          areas: [area],
          due: ({ workingDays }) => workingDaysAfter(londonDay(by.recordedAt), workingDays!, 'the recording of the doubt'),
          imposedBy: by,
          ...endedWithGrant(grant),
          ...(withdrawnBy && { ended: [{ by: withdrawnBy, because: 'The doubt was withdrawn' }, ...endedWithGrant(grant).ended] }),
          ...(judgedBy && { metBy: judgedBy }),
        }))
      : [],
});

interface BreachOnRecord {
  readonly revision: number;
  readonly area: string;
  readonly rule: string;
  readonly by: Cause;
  readonly decisions: readonly { readonly revision: number; readonly by: Cause; readonly remedyBy?: Day }[];
  readonly restoredBy?: Cause;
  /** The reversal of a termination: what had been decided is to be decided again. */
  readonly undoneBy?: Cause;
}

interface BreachFacts extends WithGrant {
  readonly breaches: readonly BreachOnRecord[];
}
const noBreaches = (): BreachFacts => ({ breaches: [] });

const onBreach = (facts: BreachFacts, revision: number, change: (breach: BreachOnRecord) => BreachOnRecord): BreachFacts => ({
  ...facts,
  breaches: facts.breaches.map((breach) => (breach.revision === revision ? change(breach) : breach)),
});

/** With the termination everything falls that was decided on a breach which is still open (G17). */
const undecided = (facts: BreachFacts, meta: EventMeta): BreachFacts => ({
  ...facts,
  breaches: facts.breaches.map((breach) =>
    breach.restoredBy || breach.decisions.length === 0 ? breach : { ...breach, decisions: [], undoneBy: causeOf(meta) },
  ),
});

type BreachEvent = GrantEvent | EventOf<typeof EligibilityBreached | typeof EligibilityRestored | typeof BreachDecided>;

const RUNS_FROM_RECORDING = { runsFromRecording: true } as const;

const breachWatch = (
  duties: (breach: BreachOnRecord, grant: Grant) => readonly Duty[],
  counted: Partial<typeof RUNS_FROM_RECORDING> = {},
) =>
  defineWatch<BreachFacts, BreachEvent>({
    of: 'partner',
    ...counted,
    initial: noBreaches,
    on: {
      ...grantLines(noBreaches),
      EligibilityBreached: (facts, { area, rule }, meta) => ({
        ...facts,
        breaches: [...facts.breaches, { revision: meta.revision, area, rule, by: causeOf(meta), decisions: [] }],
      }),
      EligibilityRestored: (facts, { breach }, meta) => onBreach(facts, breach, (found) => ({ ...found, restoredBy: causeOf(meta) })),
      BreachDecided: (facts, { breach, remedyBy }, meta) =>
        onBreach(facts, breach, (found) => ({
          ...found,
          decisions: [...found.decisions, { revision: meta.revision, by: causeOf(meta), ...(remedyBy === undefined ? {} : { remedyBy }) }],
        })),
      TerminationReversed: (facts, data, meta) => undecided(grantLines(noBreaches).TerminationReversed(facts, data, meta), meta),
    },
    duties: ({ grant, breaches }) => (grant ? breaches.flatMap((breach) => duties(breach, grant)) : []),
  });

/**
 * A breach is decided on within some working days of its recording, although it is true from the day of its fact (G17, reading 22); and
 * within as many of the day on which a termination was reversed, since then it is to be decided on again.
 */
export const breachDecision = breachWatch(({ revision, area, rule, by, decisions, restoredBy, undoneBy }, grant) => {
  const metBy = decisions[0]?.by ?? restoredBy;
  return [
    {
      period: `r${revision}`,
      says: `The breach of ${rule} is decided on`,
      from: londonDay(by.recordedAt),
      areas: [area],
      due: ({ workingDays }) => {
        const due = workingDaysAfter(londonDay(by.recordedAt), workingDays!, 'the recording of the breach');
        if (undoneBy === undefined) return due;
        return later(due, workingDaysAfter(londonDay(undoneBy.recordedAt), workingDays!, 'the reversal of the termination'));
      },
      imposedBy: by,
      ...endedWithGrant(grant),
      ...(metBy && { metBy, causeGone: metBy === restoredBy }),
    },
  ];
}, RUNS_FROM_RECORDING);

/** A breach that is to be remedied by a date holds again by then, or is decided on anew (G17). */
export const breachRemedy = breachWatch(({ area, rule, decisions, restoredBy }, grant) =>
  decisions.flatMap(({ revision, by, remedyBy }, index): Duty[] => {
    if (remedyBy === undefined) return [];
    const metBy = decisions[index + 1]?.by ?? restoredBy;
    return [
      {
        period: `r${revision}`,
        says: `The breach of ${rule} is remedied`,
        from: by.effectiveOn,
        areas: [area],
        due: () => onDay(remedyBy, 'the date for remedy that was set'),
        imposedBy: by,
        ...endedWithGrant(grant),
        ...(metBy && { metBy, causeGone: metBy === restoredBy && metBy.effectiveOn <= remedyBy }),
      },
    ];
  }),
);
