import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { TimelinessCorrected, type TimelinessEvent } from '../timeliness.events';
import { checkRevisions, checkSource, knownFigure } from '../timeliness.guards';
import { TimelinessFigure } from '../timeliness.parts.command';
import { checkPublication, ratedFigure } from '../timeliness.rate';
import { figureOf, standingRate, withCorrected, type TimelinessState } from '../timeliness.stream';

/** Correct a figure that was recorded wrongly; one recorded on the wrong basis or of the wrong year is withdrawn instead (J7). */
export class CorrectTimeliness extends TimelinessFigure {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** What was recorded wrongly. */
  @IsText() reason!: string;
}

export const correctTimeliness: Decide<CorrectTimeliness, TimelinessState, TimelinessEvent> = (command, state, { now, stream }) => {
  const { corrects, reason, ...said } = plain(command);
  const { basis, sources, figures, figure: known, place } = knownFigure(state, corrects, 'corrects');
  const { area, year } = state;
  const rated = ratedFigure(said);
  checkPublication(year, rated.publishedOn, now);
  const figure = figureOf(rated, stream.revision + 1);
  checkRevisions(figures[place - 1], figure, figures[place + 1]);
  checkSource(year, rated.source, sources.filter((other) => other !== figures).flat());
  if (known.digest === figure.digest) return [];
  const standing = standingRate(withCorrected(sources, corrects, figure)) ?? figure.rate;
  return [TimelinessCorrected({ area, year, basis, ...rated, corrects, standing, reason })];
};
