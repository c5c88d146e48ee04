import type { Decide, Found } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsCount, IsId } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import { TimelinessRecorded, type TimelinessEvent } from '../timeliness.events';
import { TimelinessFigure } from '../timeliness.parts.command';
import { checkPublication, ratedFigure } from '../timeliness.rate';
import { refuse } from '../timeliness.refusals';
import { digestOf, standingRate, type TimelinessState } from '../timeliness.stream';
import { ENGLAND, FIRST_YEAR, LAST_YEAR, TIMELINESS_BASES, type TimelinessBasis } from '../timeliness.vocabulary';

/**
 * Record how many education, health and care plans were issued within 20 weeks in a calendar year, as one source published it: both
 * counts, or the rate where the source gives no counts. A second source for the same year and basis is kept beside the first, which
 * is preferred until somebody prefers the other (J7, reading 20).
 */
export class RecordTimeliness extends TimelinessFigure {
  /** Local area by its id, e.g. `931`, or `england`. */
  @IsId() area!: string;
  /** Calendar year. */
  @IsCount(FIRST_YEAR, LAST_YEAR) year!: number;
  /** Whether exceptional cases are left out (`no-exceptions`) or counted (`with-exceptions`). */
  @IsIn(TIMELINESS_BASES) basis!: TimelinessBasis;
}

type Reads = { area?: Found<LocalAreaState> };

export const recordTimeliness: Decide<RecordTimeliness, TimelinessState, TimelinessEvent, Reads> = (
  command,
  state,
  { now, stream, found },
) => {
  const { area, year, basis, ...said } = plain(command);
  const expected = `${area}~${year}`;
  if (stream.id !== expected) throw refuse('timeliness-id-mismatch', { field: 'area', values: { area, year, id: stream.id, expected } });
  if (area !== ENGLAND && found.area?.state.registered !== true) {
    throw refuse('timeliness-area-unknown', { field: 'area', values: { area } });
  }
  const rated = ratedFigure(said);
  const { publisher, title } = rated.source;
  checkPublication(year, rated.publishedOn, now);
  const sources = state.sources[basis];
  const known = sources.find((figures) => figures.some((figure) => figure.publisher === publisher && figure.title === title));
  if (known) {
    if (known.some(({ digest }) => digest === digestOf(rated))) return [];
    throw refuse('timeliness-already-recorded', { field: 'source', values: { year, publisher, title } });
  }
  const standing = standingRate(sources) ?? rated.rate;
  return [TimelinessRecorded({ area, year, basis, ...rated, standing, ...(found.area && { judgedBy: found.area.judgedBy }) })];
};
