import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { CareRatingCorrected, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkRegistered, standingFact } from '../local-area.guards';
import { CareRatingFields } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Correct a rating of children's social care that had been recorded wrongly (G14, J1). */
export class CorrectCareRating extends CareRatingFields {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctCareRating: Decide<CorrectCareRating, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { rating, publishedOn, corrects } = command;
  checkRegistered(state, stream);
  const known = standingFact(state.careRatings, corrects);
  checkNotAhead(publishedOn, 'publishedOn', now);
  if (state.careRatings.some((other) => other.publishedOn === publishedOn && other.revision !== corrects)) {
    throw refuse('care-rating-already-recorded', { field: 'publishedOn', values: { publishedOn } });
  }
  return known.rating === rating && known.publishedOn === publishedOn ? [] : [CareRatingCorrected(plain(command))];
};
