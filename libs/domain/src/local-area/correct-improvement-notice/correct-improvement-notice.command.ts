import type { Decide } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { plain } from '../../plain';
import { ImprovementNoticeCorrected, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkRegistered, standingEntry } from '../local-area.guards';
import { digestOfSteps } from '../local-area.lines';
import { ImprovementNotice } from '../local-area.parts.command';
import type { LocalAreaState } from '../local-area.state';
import { checkSteps } from '../notice.guards';

/** Correct an improvement notice that had been recorded wrongly; what was confirmed of a step that stays is kept (J10). */
export class CorrectImprovementNotice extends ImprovementNotice {
  /** Revision of the record that this stands in for. */
  @IsCount() corrects!: number;
  /** Why, e.g. what had been misread. */
  @IsText() reason!: string;
}

export const correctImprovementNotice: Decide<CorrectImprovementNotice, LocalAreaState, LocalAreaEvent> = (command, state, facts) => {
  const { notice, issuedOn, steps, corrects } = command;
  checkRegistered(state, facts.stream);
  const known = standingEntry(state.notices, notice, corrects);
  checkNotAhead(issuedOn, 'issuedOn', facts.now);
  checkSteps(steps, issuedOn);
  const same = known.issuedOn === issuedOn && known.digest === digestOfSteps(steps);
  return same ? [] : [ImprovementNoticeCorrected(plain(command))];
};
