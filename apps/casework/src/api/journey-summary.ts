import type { LocalAreaJourney } from '@app/reporting/local-area-journey/local-area-journey.view';
import type { PublishedFigures } from '@app/reporting/published-figures/published-figures.view';
import { Decimal } from 'decimal.js';
import type { AgainstEngland, JourneyAnswer } from './journey.view';

/** What is overdue and what is due next, the earliest first (E2). */
export function owedOf({ requirements: { open } }: LocalAreaJourney): Pick<JourneyAnswer, 'overdue' | 'dueNext'> {
  return { overdue: open.filter(({ status }) => status === 'lapsed'), dueNext: open.filter(({ status }) => status !== 'lapsed') };
}

const isNumber = (value: string | undefined): value is string => value !== undefined && /^-?\d+(\.\d+)?$/.test(value);

const beside = (area: string | undefined, england: string | undefined) => ({
  ...(area !== undefined && { area }),
  ...(england !== undefined && { england }),
  ...(isNumber(area) && isNumber(england) && { points: new Decimal(area).minus(england).toFixed() }),
});

/** EHC plan timeliness year by year beside England's on the same basis (J7). */
export function timelinessAgainst(standing: LocalAreaJourney, england: PublishedFigures | undefined): AgainstEngland[] {
  return standing.facts.timeliness.map(({ year, basis, rate }) => {
    const country = england?.timeliness.find((one) => one.year === year && one.basis === basis)?.rate;
    return { year: String(year), basis, ...beside(rate, country) };
  });
}

/** Published DSG balances year by year beside England's, each the preferred one (G13). */
export function dsgAgainst(area: PublishedFigures | undefined, england: PublishedFigures | undefined): AgainstEngland[] {
  const preferred = (area?.dsg ?? []).filter((one) => one.preferred);
  return preferred.map(({ year, balance }) => {
    const country = england?.dsg.find((one) => one.year === year && one.preferred)?.balance;
    return { year, ...beside(balance, country) };
  });
}
