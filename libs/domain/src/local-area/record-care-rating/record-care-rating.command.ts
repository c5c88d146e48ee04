import type { Decide } from '@app/event-sourcing';
import { plain } from '../../plain';
import { CareRatingRecorded, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkRegistered } from '../local-area.guards';
import { CareRatingFields } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Record how Ofsted rates children's social care, from the day of publication (G14). */
export class RecordCareRating extends CareRatingFields {}

export const recordCareRating: Decide<RecordCareRating, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { rating, publishedOn } = command;
  checkRegistered(state, stream);
  checkNotAhead(publishedOn, 'publishedOn', now);
  const known = state.careRatings.find((other) => other.publishedOn === publishedOn);
  if (known?.rating === rating) return [];
  if (known) throw refuse('care-rating-already-recorded', { field: 'publishedOn', values: { publishedOn } });
  return [CareRatingRecorded(plain(command))];
};
