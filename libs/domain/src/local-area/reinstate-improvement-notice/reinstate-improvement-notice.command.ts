import type { Decide } from '@app/event-sourcing';
import { IsCount, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { ImprovementNoticeReinstated, type LocalAreaEvent } from '../local-area.events';
import { checkRegistered } from '../local-area.guards';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';
import { knownNotice } from '../notice.guards';

/** Take back the lifting of an improvement notice that should not have been recorded: it is in force again (J10). */
export class ReinstateImprovementNotice {
  /** Notice by its id. */
  @IsId() notice!: string;
  /** Revision of the lifting. */
  @IsCount() corrects!: number;
  /** Why it should not stand. */
  @IsText() reason!: string;
}

export const reinstateImprovementNotice: Decide<ReinstateImprovementNotice, LocalAreaState, LocalAreaEvent> = (
  command,
  state,
  { stream },
) => {
  const { notice, corrects } = command;
  checkRegistered(state, stream);
  const { lifted } = knownNotice(state, notice);
  if (lifted?.revision !== corrects) throw refuse('notice-not-lifted', { field: 'corrects', values: { revision: corrects, notice } });
  return [ImprovementNoticeReinstated({ ...plain(command), liftedOn: lifted.on })];
};
