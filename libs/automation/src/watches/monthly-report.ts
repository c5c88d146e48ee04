import { addDays, endOfMonth, lastInstantOf, londonDay, type Day } from '@app/calendar';
import type { ReportingEased, ReportingIncreased, ReportReturned, ReportSubmitted } from '@app/domain/events';
import type { EventOf } from '@app/event-sourcing';
import { calendarDaysAfter, later, workingDaysAfter } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause, type Due, type Duty, type Settings } from '../requirement-engine/row';
import { termLines, type Term, type TermEvent, type WithTerm } from './contract-term';

/** A report's way: handed in, returned, handed in again. */
interface Handing {
  readonly submitted: Cause;
  readonly returned?: Cause;
}

interface Rhythm {
  readonly from: Day;
  /** Days of a period; absent where the monthly report on all areas is enough. */
  readonly periodDays?: number;
  readonly by: Cause;
}

interface Facts extends WithTerm {
  /** By area and first day of the period. */
  readonly reports: Readonly<Record<string, readonly Handing[]>>;
  /** By area, in order. */
  readonly rhythms: Readonly<Record<string, readonly Rhythm[]>>;
}

interface Period {
  readonly from: Day;
  readonly to: Day;
}

const reportKey = (from: Day, area = ''): string => `${area}.${from}`;

const rhythm = (facts: Facts, area: string, change: Rhythm): Facts => ({
  ...facts,
  rhythms: { ...facts.rhythms, [area]: [...(facts.rhythms[area] ?? []).filter(({ from }) => from < change.from), change] },
});

const earliest = (...days: Day[]): Day => days.reduce((one, other) => (other < one ? other : one));

/** Calendar months within the term, the first from commencement, up to the one after today's (C9). */
function* months({ commencesOn, endsOn }: Term, today: Day): Generator<Period> {
  for (let from = commencesOn; from <= endsOn;) {
    const to = earliest(endOfMonth(from), endsOn);
    yield { from, to };
    if (from > today) return;
    from = addDays(to, 1);
  }
}

/** Shorter periods of an area while its reporting is increased (C10). */
function* shorter(rhythms: readonly Rhythm[], { endsOn }: Term, today: Day): Generator<Period & { by: Cause }> {
  for (const [index, { from: begins, periodDays, by }] of rhythms.entries()) {
    if (periodDays === undefined) continue;
    const next = rhythms[index + 1]?.from;
    const last = next === undefined ? endsOn : earliest(addDays(next, -1), endsOn);
    for (let from = begins; from <= last; from = addDays(from, periodDays)) {
      yield { from, to: earliest(addDays(from, periodDays - 1), last), by };
      if (from > today) return;
    }
  }
}

/** The period's end and grace; a report that came in time and was returned has some working days more. */
function dueFor({ to }: Period, handings: readonly Handing[], { graceDays, resubmissionWorkingDays }: Settings): Due {
  let due = calendarDaysAfter(to, graceDays!, 'the end of the period');
  for (const { submitted, returned } of handings) {
    if (!returned || submitted.recordedAt > lastInstantOf(due.day)) break;
    due = later(due, workingDaysAfter(londonDay(returned.recordedAt), resubmissionWorkingDays!, 'the return of the report'));
  }
  return due;
}

function dutyFor(period: Period, term: Term, handings: readonly Handing[], imposedBy: Cause, area?: string): Duty {
  const last = handings.at(-1);
  const returned = last?.returned ?? handings.at(-2)?.returned;
  return {
    period: area === undefined ? period.from : `${area}.${period.from}`,
    series: area ?? '',
    from: period.from,
    areas: area === undefined ? term.areas : [area],
    due: (settings) => dueFor(period, handings, settings),
    imposedBy,
    ...(last && !last.returned && { metBy: last.submitted }),
    ...(returned && { undoneBy: returned }),
  };
}

/**
 * One report per contract and period: calendar months, the first from commencement; besides, per area, the shorter periods of increased
 * reporting (C9, C10). The last period of a contract that has ended stays due.
 */
export const monthlyReport = defineWatch<
  Facts,
  TermEvent | EventOf<typeof ReportSubmitted | typeof ReportReturned | typeof ReportingIncreased | typeof ReportingEased>
>({
  of: 'contract',
  initial: () => ({ reports: {}, rhythms: {} }),
  on: {
    ...termLines<Facts>(),
    ReportSubmitted: (facts, { period, area }, meta) => {
      const key = reportKey(period, area);
      return { ...facts, reports: { ...facts.reports, [key]: [...(facts.reports[key] ?? []), { submitted: causeOf(meta) }] } };
    },
    ReportReturned: (facts, { period, area }, meta) => {
      const key = reportKey(period, area);
      const handings = facts.reports[key] ?? [];
      const returned = handings.map((handing, index) =>
        index === handings.length - 1 ? { ...handing, returned: causeOf(meta) } : handing,
      );
      return { ...facts, reports: { ...facts.reports, [key]: returned } };
    },
    ReportingIncreased: (facts, { area, from, periodDays }, meta) =>
      rhythm(facts, area, { from, by: causeOf(meta), ...(periodDays === undefined ? {} : { periodDays }) }),
    ReportingEased: (facts, { area, from, periodDays }, meta) =>
      rhythm(facts, area, { from, by: causeOf(meta), ...(periodDays === undefined ? {} : { periodDays }) }),
  },
  duties: ({ term, reports, rhythms }, today) => {
    if (!term) return [];
    const monthly = [...months(term, today)].map((period) => dutyFor(period, term, reports[reportKey(period.from)] ?? [], term.bindingBy));
    const increased = Object.entries(rhythms).flatMap(([area, changes]) =>
      [...shorter(changes, term, today)].map(({ by, ...period }) =>
        dutyFor(period, term, reports[reportKey(period.from, area)] ?? [], by, area),
      ),
    );
    return [...monthly, ...increased];
  },
});
