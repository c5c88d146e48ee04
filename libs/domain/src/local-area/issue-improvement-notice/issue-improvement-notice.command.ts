import type { Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { plain } from '../../plain';
import { ImprovementNoticeIssued, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkRegistered } from '../local-area.guards';
import { digestOfSteps } from '../local-area.lines';
import { ImprovementNotice } from '../local-area.parts.command';
import { refuse } from '../local-area.refusals';
import type { LocalAreaState } from '../local-area.state';
import { checkSteps } from '../notice.guards';

/** Record an improvement notice that the Department issued, with its steps and their days (J10). */
export class IssueImprovementNotice extends ImprovementNotice {}

export const issueImprovementNotice: Decide<IssueImprovementNotice, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { notice, issuedOn, steps } = command;
  checkRegistered(state, stream);
  checkNotAhead(issuedOn, 'issuedOn', now);
  checkSteps(steps, issuedOn);
  const known = entryOf(state.notices, notice);
  if (known && known.issuedOn === issuedOn && known.digest === digestOfSteps(steps)) return [];
  if (known) throw refuse('notice-already-issued', { field: 'notice', values: { notice } });
  return [ImprovementNoticeIssued(plain(command))];
};
