import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsDay } from '../../fields';
import { plain } from '../../plain';
import { IsFinancialYear } from '../financial-year';
import { DsgPositionPublished, type LocalAreaEvent } from '../local-area.events';
import { checkDsgYear, checkRegistered } from '../local-area.guards';
import { Sourced } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Record that a balance of the dedicated schools grant was published: from then on it is open (P1). */
export class PublishDsgPosition extends Sourced {
  /** Financial year, e.g. `2020-21`. */
  @IsFinancialYear() year!: string;
  /** Revision of the record that was published; the figure is that record's. */
  @IsCount() position!: number;
  /** Day of publication. */
  @IsDay() publishedOn!: string;
}

export const publishDsgPosition: Decide<PublishDsgPosition, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { year, position, publishedOn } = command;
  checkRegistered(state, stream);
  const known = entryOf(state.dsg, year)?.find(({ revision }) => revision === position);
  if (!known) throw refuse('fact-not-on-record', { field: 'position', values: { revision: position } });
  if (known.publishedOn === publishedOn) return [];
  if (known.publishedOn !== undefined) {
    throw refuse('dsg-already-published', { field: 'publishedOn', values: { publishedOn: known.publishedOn } });
  }
  checkDsgYear(year, publishedOn, now);
  return [DsgPositionPublished({ ...plain(command), balance: known.balance })];
};
