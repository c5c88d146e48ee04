import type {
  TimelinessCorrected,
  TimelinessRecorded,
  TimelinessRevised,
  TimelinessSourcePreferred,
  TimelinessWithdrawn,
} from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { causeOf } from '../requirement-engine/row';
import { defineSignal, holdsOrEnds, type Signal, type Signals } from './signal';
import { isNumber, timelinessSignals, type TimelinessYear } from './timeliness';

/** Stands in the place of a local area where the figure is the whole country's. */
const ENGLAND = 'england';

/** In the order in which they are gone by: the published measure leaves exceptional cases out. */
const BASES = ['no-exceptions', 'with-exceptions'] as const;

/** Rates that years go by, of one area on one basis: of the year in question and of the year before. */
interface Rates {
  readonly current?: string;
  readonly previous?: string;
}

interface Year {
  readonly year: number;
  /** By area, then by basis. */
  readonly rates: Readonly<Record<string, Readonly<Record<string, Rates>>>>;
  readonly signals: Signals;
}

interface Figure {
  readonly area: string;
  readonly year: number;
  readonly basis: string;
  /** What the year goes by from now on; absent where no figure is left. */
  readonly standing?: string;
}

type TimelinessEvent = EventOf<
  | typeof TimelinessRecorded
  | typeof TimelinessRevised
  | typeof TimelinessCorrected
  | typeof TimelinessWithdrawn
  | typeof TimelinessSourcePreferred
>;

/** The area's year on the first basis on which it is known, beside the year before and England on the same one. */
function yearOf({ rates }: Year, area: string): (TimelinessYear & { readonly basis: string }) | undefined {
  const basis = BASES.find((one) => isNumber(rates[area]?.[one]?.current));
  if (basis === undefined) return undefined;
  const { current, previous } = rates[area]![basis]!;
  const england = rates[ENGLAND]?.[basis]?.current;
  return { basis, current: current!, ...(previous !== undefined && { previous }), ...(england !== undefined && { england }) };
}

const EXCEPTIONS: Readonly<Record<string, string>> = { 'no-exceptions': 'exceptions excluded', 'with-exceptions': 'exceptions included' };

function concernOf(known: Year, area: string): Omit<Signal, 'id' | 'cause'> | undefined {
  const year = yearOf(known, area);
  if (!year) return undefined;
  const grounds = timelinessSignals(year).filter(({ proposes }) => proposes === 'risk');
  if (grounds.length === 0) return undefined;
  const words = grounds.map(({ ground, points }) =>
    ground === 'fall' ? `${points} points less than the year before` : `${points} below England`,
  );
  return {
    level: 1,
    role: 'case-lead',
    assignedTo: [`improvementCase-${area}~timeliness`, `improvementCase-${area}~inspection`],
    need: 'information',
    because: `EHC plans issued within 20 weeks in local area ${area} in ${known.year}: ${year.current} per cent (${EXCEPTIONS[year.basis]}), ${words.join(' and ')}; a risk is proposed`,
    areas: [area],
    what: `timeliness-${area}~${known.year}`,
    since: `${known.year}-12-31`,
  };
}

function figured(known: Year, { area, year, basis, standing }: Figure, meta: EventMeta, key: string): Year {
  const isCurrent = Number(key) === year;
  const ofArea = known.rates[area] ?? {};
  const { [isCurrent ? 'current' : 'previous']: _before, ...rest } = ofArea[basis] ?? {};
  const now: Rates = { ...rest, ...(standing !== undefined && { [isCurrent ? 'current' : 'previous']: standing }) };
  const next: Year = { ...known, year: Number(key), rates: { ...known.rates, [area]: { ...ofArea, [basis]: now } } };
  const concerned = area === ENGLAND ? Object.keys(next.rates).filter((other) => other !== ENGLAND) : [area];
  const signals = concerned.reduce((so, one) => holdsOrEnds(so, one, concernOf(next, one), causeOf(meta)), next.signals);
  return { ...next, signals };
}

const line = (known: Year, data: Figure, meta: EventMeta, key: string): Year => figured(known, data, meta, key.slice(key.indexOf('~') + 1));

/**
 * A year's timeliness that fell by 20 points or lies 15 below England proposes a risk: someone is told, and decides whether to raise it
 * (J7). An instance per calendar year, since England's figure concerns every area. A rise proposes to lower a risk, which nobody has to be
 * told of on a ladder; it stands with the published figures.
 */
export const timelinessConcern = defineSignal<Year, TimelinessEvent>({
  definition: 'timeliness-concern',
  rule: 'J7',
  says: 'EHC plan timeliness fell by 20 points within a year, or lies 15 points below England',
  endsWith: 'figures by which it no longer does',
  of: 'timeliness',
  concerns: ({ data: { year } }) => [String(year), String(year + 1)],
  inForceFrom: '2021-09-02',
  initial: () => ({ year: 0, rates: {}, signals: {} }),
  on: {
    TimelinessRecorded: line,
    TimelinessRevised: line,
    TimelinessCorrected: line,
    TimelinessWithdrawn: line,
    TimelinessSourcePreferred: line,
  },
  signals: ({ signals }) => Object.values(signals),
});
