import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { entryOf } from '../../entries';
import { IsDay } from '../../fields';
import { plain } from '../../plain';
import { DsgPositionPublished, DsgPositionRecorded, type LocalAreaEvent } from '../local-area.events';
import { checkDsgYear, checkRegistered } from '../local-area.guards';
import { DsgPositionFields } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/**
 * Record the cumulative balance of the dedicated schools grant at a year end, from one source. A second source for the same year
 * is kept beside the first, which is preferred until somebody prefers the other (G13, reading 20).
 */
export class RecordDsgPosition extends DsgPositionFields {
  /** Day on which this source published it, from which it is open; left out while it is unpublished (P1). */
  @IsOptional() @IsDay() publishedOn?: string;
}

export const recordDsgPosition: Decide<RecordDsgPosition, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { publishedOn, ...said } = plain(command);
  const { year, balance, source } = said;
  checkRegistered(state, stream);
  const yearEndsOn = checkDsgYear(year, publishedOn, now);
  const known = entryOf(state.dsg, year)?.find(({ publisher, title }) => publisher === source.publisher && title === source.title);
  if (known) {
    if (known.balance === balance && known.publishedOn === publishedOn) return [];
    throw refuse('dsg-already-recorded', { field: 'source', values: { publisher: source.publisher, year } });
  }
  const position = stream.revision + 1;
  const recorded = DsgPositionRecorded({ ...said, yearEndsOn });
  return publishedOn === undefined ? [recorded] : [recorded, DsgPositionPublished({ year, position, balance, publishedOn, source })];
};
