import type { Decide } from '@app/event-sourcing';
import { IsCount } from '../../fields';
import { plain } from '../../plain';
import { TimelinessRevised, type TimelinessEvent } from '../timeliness.events';
import { checkRevisions, checkSource, knownFigure } from '../timeliness.guards';
import { TimelinessFigure } from '../timeliness.parts.command';
import { checkPublication, ratedFigure } from '../timeliness.rate';
import { refuse } from '../timeliness.refusals';
import { figureOf, standingRate, withRevised, type TimelinessState } from '../timeliness.stream';

/** Record that a publisher revised its own figure in a later publication; what it had published stays on record (J7). */
export class ReviseTimeliness extends TimelinessFigure {
  /** Revision of the record with the figure that was revised. */
  @IsCount() revises!: number;
}

export const reviseTimeliness: Decide<ReviseTimeliness, TimelinessState, TimelinessEvent> = (command, state, { now, stream }) => {
  const { revises, ...said } = plain(command);
  const { basis, sources, figures, figure: previous, place } = knownFigure(state, revises, 'revises');
  const { area, year } = state;
  const rated = ratedFigure(said);
  checkPublication(year, rated.publishedOn, now);
  const figure = figureOf(rated, stream.revision + 1);
  const next = figures[place + 1];
  if (next) {
    if (next.digest === figure.digest) return [];
    throw refuse('timeliness-already-revised', { field: 'revises', values: { revises, revision: next.revision } });
  }
  checkRevisions(previous, figure);
  checkSource(year, rated.source, sources.filter((other) => other !== figures).flat());
  if (previous.digest === figure.digest) return [];
  const standing = standingRate(withRevised(sources, revises, figure)) ?? figure.rate;
  return [TimelinessRevised({ area, year, basis, ...rated, previousRate: previous.rate, revises, standing })];
};
