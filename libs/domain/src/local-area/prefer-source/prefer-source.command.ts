import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsText } from '../../fields';
import { IsFinancialYear, yearEnd } from '../financial-year';
import { SourcePreferred, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered } from '../local-area.guards';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';

/** Prefer one of several sources that give different balances for one year end; all stay on record (reading 20). */
export class PreferSource {
  /** Financial year, e.g. `2020-21`. */
  @IsFinancialYear() year!: string;
  /** Revision of the record whose source is preferred. */
  @IsCount() prefers!: number;
  /** Why this source. */
  @IsText() reason!: string;
}

export const preferSource: Decide<PreferSource, LocalAreaState, LocalAreaEvent> = ({ year, prefers, reason }, state, { stream }) => {
  checkRegistered(state, stream);
  const positions = entryOf(state.dsg, year) ?? [];
  const known = positions.find(({ revision }) => revision === prefers);
  if (!known) throw refuse('fact-not-on-record', { field: 'prefers', values: { revision: prefers } });
  if (positions[0] === known) return [];
  const { publisher } = known;
  return [SourcePreferred({ figure: 'dsg-position', year, yearEndsOn: yearEnd(year), prefers, publisher, reason })];
};
