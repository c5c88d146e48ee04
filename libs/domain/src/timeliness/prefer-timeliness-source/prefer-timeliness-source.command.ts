import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { TimelinessSourcePreferred, type TimelinessEvent } from '../timeliness.events';
import { knownFigure } from '../timeliness.guards';
import { standingRate, type TimelinessState } from '../timeliness.stream';

/** Prefer one of several sources that give different figures for one year; all stay on record (reading 20). */
export class PreferTimelinessSource {
  /** Revision of a record of the source that is preferred. */
  @IsCount() prefers!: number;
  /** Why this source. */
  @IsText() reason!: string;
}

export const preferTimelinessSource: Decide<PreferTimelinessSource, TimelinessState, TimelinessEvent> = ({ prefers, reason }, state) => {
  const { basis, sources, figures, figure } = knownFigure(state, prefers, 'prefers');
  if (sources[0] === figures) return [];
  const { area, year } = state;
  const standing = standingRate([figures]) ?? figure.rate;
  return [TimelinessSourcePreferred({ area, year, basis, prefers, publisher: figure.publisher, standing, reason })];
};
