import { RecordTimeliness } from '@app/domain/timeliness/record-timeliness/record-timeliness.command';
import { ReviseTimeliness } from '@app/domain/timeliness/revise-timeliness/revise-timeliness.command';
import { timelinessStream, type TimelinessState } from '@app/domain/timeliness/timeliness.stream';
import { Decimal } from 'decimal.js';
import { isMarker } from './cells';
import type { TimelinessFact } from './facts';
import { recordNamed, type OnRecord, type Plan } from './plan';
import { sourceOf, type Publication } from './publication';

interface Figure {
  readonly issued?: number;
  readonly withinTwentyWeeks?: number;
  readonly rate: string;
}

/** Id of the stream of an area's year. */
export const timelinessId = (area: string, { year }: Pick<TimelinessFact, 'year'>): string => `${area}~${year}`;

/**
 * A figure of timeliness becomes a record; where its publisher is on record with another one, a revision of that, which stays on record
 * (J7). What stands already, or was published later, is left alone.
 */
export function planTimeliness(
  fact: TimelinessFact,
  area: string,
  { state, said }: OnRecord<TimelinessState>,
  publication: Publication,
): Plan {
  const { year, basis, figure } = fact;
  const stream = timelinessStream;
  const id = timelinessId(area, fact);
  const source = sourceOf(publication);
  const { publishedOn } = publication;
  const body = { ...figure, source, publishedOn };
  const ofPublisher = state.sources[basis].filter((figures) => figures.some(({ publisher }) => publisher === source.publisher));
  const latest = (ofPublisher.find((figures) => figures.some(({ title }) => title === source.title)) ?? ofPublisher.at(-1))?.at(-1);
  if (!latest) return { step: { stream, id, command: RecordTimeliness, body: { area, year, basis, ...body } } };
  if (saysTheSame(figure, said(latest.revision) as Figure)) return { because: `Already so: ${recordNamed(stream, id, latest.revision)}.` };
  if (publishedOn < latest.publishedOn) {
    return { because: `${recordNamed(stream, id, latest.revision)} is what its publisher said later, on ${latest.publishedOn}.` };
  }
  return { step: { stream, id, command: ReviseTimeliness, body: { revises: latest.revision, ...body } } };
}

/** Counts against counts where both are known, otherwise rate against rate, to the decimals of the shorter one. */
function saysTheSame(figure: TimelinessFact['figure'], known: Figure): boolean {
  if ('published' in figure) return sameRate(figure.published, known.rate);
  if (known.issued !== undefined) return known.issued === figure.issued && known.withinTwentyWeeks === figure.withinTwentyWeeks;
  return figure.issued > 0
    ? sameRate(new Decimal(figure.withinTwentyWeeks).times(100).div(figure.issued).toFixed(12), known.rate)
    : known.rate === 'z';
}

function sameRate(one: string, other: string): boolean {
  if (isMarker(one) || isMarker(other)) return one === other;
  const places = Math.min(new Decimal(one).decimalPlaces(), Math.max(1, new Decimal(other).decimalPlaces()));
  const rounded = (rate: string): string => new Decimal(rate).toFixed(places, Decimal.ROUND_HALF_UP);
  return rounded(one) === rounded(other);
}
