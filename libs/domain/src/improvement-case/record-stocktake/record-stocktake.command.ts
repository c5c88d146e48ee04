import type { Decide, Found } from '@app/event-sourcing';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { plain } from '../../plain';
import { checkDay, checkDeepDives, checkNewRecord, open } from '../case.guards';
import { Stocktake } from '../case.parts.command';
import type { CaseState } from '../case.state';
import { StocktakeRecorded, type CaseEvent } from '../improvement-case.events';
import { checkPartners } from '../oversight.guards';

/** Record a six-monthly stocktake, with how effective the oversight of each partner is (J5). */
export class RecordStocktake extends Stocktake {}

type Reads = { area: Found<LocalAreaState> };

export const recordStocktake: Decide<RecordStocktake, CaseState, CaseEvent, Reads> = (command, state, { now, found }) => {
  const { stocktake, heldOn, partners } = command;
  const known = open(state);
  checkDeepDives(known);
  checkNewRecord(state, 'stocktake', stocktake, 'stocktake');
  checkDay(heldOn, 'heldOn', known, now);
  checkPartners(partners, found.area.state, heldOn);
  return [StocktakeRecorded({ ...plain(command), area: known.area })];
};
