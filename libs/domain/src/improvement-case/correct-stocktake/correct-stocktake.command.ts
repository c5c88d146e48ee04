import type { Decide, Found } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import { checkDay, opened, standingRecord } from '../case.guards';
import { Stocktake } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { StocktakeCorrected, type CaseEvent } from '../improvement-case.events';
import { checkPartners } from '../oversight.guards';

/** Correct a stocktake that had been recorded wrongly (J5). */
export class CorrectStocktake extends Stocktake {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

type Reads = { area: Found<LocalAreaState> };

export const correctStocktake: Decide<CorrectStocktake, CaseState, CaseEvent, Reads> = (command, state, { now, found }) => {
  const { stocktake, heldOn, partners, corrects } = command;
  const known = opened(state);
  const { on } = standingRecord(state, 'stocktake', stocktake, corrects);
  checkDay(heldOn, 'heldOn', known, now);
  checkPartners(partners, found.area.state, heldOn);
  return [StocktakeCorrected({ ...plain(command), area: known.area, previouslyHeldOn: on })];
};
