import { addDays, endOfMonth, type Day } from '@app/calendar';
import { areasOn, isIn } from '@app/domain/contract/contract.areas';
import type { ReportingEased, ReportingIncreased, ReportReturned, ReportSubmitted } from '@app/domain/events';
import type { EventOf } from '@app/event-sourcing';
import { calendarDaysAfter } from '../requirement-engine/due';
import { causeOf, defineWatch, type Cause, type Duty } from '../requirement-engine/row';
import { dueWithReturns, handedBack, handedIn, metByHanding, type Handing, type Handings } from './handing';
import { termLines, type Term, type TermEvent, type WithTerm } from './contract-term';

interface Rhythm {
  readonly from: Day;
  /** Days of a period; absent where the monthly report on all areas is enough. */
  readonly periodDays?: number;
  readonly by: Cause;
}

interface Facts extends WithTerm {
  /** By area and first day of the period. */
  readonly reports: Handings;
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

const dutyFor = ({ from, to }: Period, term: Term, handings: readonly Handing[], imposedBy: Cause, area?: string): Duty => ({
  period: area === undefined ? from : `${area}.${from}`,
  series: area ?? '',
  from,
  areas: area === undefined ? areasOn(term, from) : [area],
  due: ({ graceDays, resubmissionWorkingDays }) =>
    dueWithReturns(calendarDaysAfter(to, graceDays!, 'the end of the period'), handings, resubmissionWorkingDays!),
  imposedBy,
  ...metByHanding(handings),
});

/**
 * One report per contract and period: calendar months, the first from commencement; besides, per area, the shorter periods of increased
 * reporting (C9, C10). The last period of a contract that has ended stays due, and so does that of an area which has passed to
 * its successors: they are reported on from the first period that begins with them in the contract (reading 26).
 */
export const monthlyReport = defineWatch<
  Facts,
  TermEvent | EventOf<typeof ReportSubmitted | typeof ReportReturned | typeof ReportingIncreased | typeof ReportingEased>
>({
  of: 'contract',
  initial: () => ({ reports: {}, rhythms: {} }),
  on: {
    ...termLines<Facts>(),
    AreaPassingWithdrawn: (facts, data) => {
      const before = termLines<Facts>().AreaPassingWithdrawn(facts, data);
      return { ...before, rhythms: Object.fromEntries(Object.entries(before.rhythms).filter(([area]) => !data.leaving.includes(area))) };
    },
    ReportSubmitted: (facts, { period, area }, meta) => ({ ...facts, reports: handedIn(facts.reports, reportKey(period, area), meta) }),
    ReportReturned: (facts, { period, area }, meta) => ({ ...facts, reports: handedBack(facts.reports, reportKey(period, area), meta) }),
    ReportingIncreased: (facts, { area, from, periodDays }, meta) =>
      rhythm(facts, area, { from, by: causeOf(meta), ...(periodDays === undefined ? {} : { periodDays }) }),
    ReportingEased: (facts, { area, from, periodDays }, meta) =>
      rhythm(facts, area, { from, by: causeOf(meta), ...(periodDays === undefined ? {} : { periodDays }) }),
  },
  duties: ({ term, reports, rhythms }, today) => {
    if (!term) return [];
    const monthly = [...months(term, today)].map((period) => dutyFor(period, term, reports[reportKey(period.from)] ?? [], term.bindingBy));
    const increased = Object.entries(rhythms).flatMap(([area, changes]) =>
      [...shorter(changes, term, today)]
        .filter(({ from }) => isIn(term, area, from))
        .map(({ by, ...period }) => dutyFor(period, term, reports[reportKey(period.from, area)] ?? [], by, area)),
    );
    return [...monthly, ...increased];
  },
});
