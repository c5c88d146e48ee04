import type { Decide } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { entryOf } from '../../entries';
import { IsCount, IsDay, IsText } from '../../fields';
import { plain } from '../../plain';
import { DsgPositionCorrected, DsgPositionPublished, type LocalAreaEvent } from '../local-area.events';
import { checkDsgYear, checkRegistered, standingFact } from '../local-area.guards';
import { DsgPositionFields } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Correct a balance of the dedicated schools grant, of the same year; it is confidential again until published (G13, P1). */
export class CorrectDsgPosition extends DsgPositionFields {
  /** Day on which the corrected balance was published, from which it is open; left out while it is unpublished (P1). */
  @IsOptional() @IsDay() publishedOn?: string;
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what was restated. */
  @IsText() reason!: string;
}

export const correctDsgPosition: Decide<CorrectDsgPosition, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { publishedOn, ...said } = plain(command);
  const { year, balance, source, corrects } = said;
  checkRegistered(state, stream);
  const positions = entryOf(state.dsg, year) ?? [];
  const known = standingFact(positions, corrects);
  const yearEndsOn = checkDsgYear(year, publishedOn, now);
  const isSource = (other: { publisher: string; title: string }) => other.publisher === source.publisher && other.title === source.title;
  if (positions.some((other) => other.revision !== corrects && isSource(other))) {
    throw refuse('dsg-already-recorded', { field: 'source', values: { publisher: source.publisher, year } });
  }
  if (known.balance === balance && isSource(known) && known.publishedOn === publishedOn) return [];
  const position = stream.revision + 1;
  const corrected = DsgPositionCorrected({ ...said, yearEndsOn });
  return publishedOn === undefined ? [corrected] : [corrected, DsgPositionPublished({ year, position, balance, publishedOn, source })];
};
