import { Decimal } from 'decimal.js';

/** Rates of EHC plans issued within 20 weeks, per cent as exact decimals, all on one basis; a marker (`x`, `z`) is no number. */
export interface TimelinessYear {
  /** The area's rate of the calendar year before; left out where nothing is on record. */
  readonly previous?: string;
  /** The area's rate of the year. */
  readonly current: string;
  /** England's rate of the same year; left out where nothing is on record. */
  readonly england?: string;
}

/** What the rates of a year propose to the people who decide. */
export interface TimelinessProposal {
  readonly proposes: 'risk' | 'lower-risk';
  readonly ground: 'fall' | 'below-england' | 'rise';
  /** Percentage points of the fall, the distance or the rise: an exact decimal, above 0. */
  readonly points: string;
}

/** Points of a fall or a rise within a year, and of the distance below England, that count (J7). */
const CHANGE = 20;
const DISTANCE = 15;

/** Whether a rate is known, and is no marker of its publisher. */
export const isNumber = (rate: string | undefined): rate is string => rate !== undefined && rate !== 'x' && rate !== 'z';

const number = (rate: string | undefined): Decimal | undefined => (isNumber(rate) ? new Decimal(rate) : undefined);

/**
 * A fall of 20 points or more within a year, or a rate 15 points or more below England's, proposes a risk; a rise of 20 or more to
 * within 15 of England's proposes to lower one (J7). What is not known proposes nothing.
 */
export function timelinessSignals({ previous, current, england }: TimelinessYear): readonly TimelinessProposal[] {
  const now = number(current);
  if (!now) return [];
  const rise = number(previous)?.neg().plus(now);
  const below = number(england)?.minus(now);
  const proposals: TimelinessProposal[] = [];
  if (rise?.lte(-CHANGE)) proposals.push({ proposes: 'risk', ground: 'fall', points: rise.neg().toFixed() });
  if (below?.gte(DISTANCE)) proposals.push({ proposes: 'risk', ground: 'below-england', points: below.toFixed() });
  if (rise?.gte(CHANGE) && below?.lt(DISTANCE)) proposals.push({ proposes: 'lower-risk', ground: 'rise', points: rise.toFixed() });
  return proposals;
}
