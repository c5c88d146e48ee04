import { timelinessSignals } from '@app/automation/signals/timeliness';
import type { ProposedByTimeliness } from './journey.view';

interface YearOnBasis {
  readonly year: number;
  readonly basis: string;
  readonly rate: string;
}

/** What each year of an area proposes beside the year before and England on the same basis, in the order of years (J7). */
export function proposedBy(area: readonly YearOnBasis[], england: readonly YearOnBasis[]): ProposedByTimeliness[] {
  const rateOf = (years: readonly YearOnBasis[], year: number, basis: string) =>
    years.find((one) => one.year === year && one.basis === basis)?.rate;
  return area.flatMap(({ year, basis, rate }) => {
    const previous = rateOf(area, year - 1, basis);
    const country = rateOf(england, year, basis);
    const known = { current: rate, ...(previous !== undefined && { previous }), ...(country !== undefined && { england: country }) };
    return timelinessSignals(known).map((proposal) => ({ year, basis, ...proposal }));
  });
}
