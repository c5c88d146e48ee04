import { Nested, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, IsArray } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { plain } from '../../plain';
import { ImprovementNoticeVaried, type LocalAreaEvent } from '../local-area.events';
import { checkNotAhead, checkOrder, checkRegistered } from '../local-area.guards';
import { digestOfSteps } from '../local-area.lines';
import { NoticeStep } from '../local-area.parts.command';
import type { LocalAreaState } from '../local-area.state';
import { checkSteps, noticeInForce } from '../notice.guards';

/** Vary the steps of an improvement notice: every step as it stands from then on; what is not named is dropped (J10). */
export class VaryImprovementNotice {
  /** Notice by its id. */
  @IsId() notice!: string;
  /** Day of the variation. */
  @IsDay() variedOn!: string;
  /** Every step as it stands from then on. */
  @IsArray() @ArrayMaxSize(60) @Nested(() => NoticeStep, { each: true }) steps!: NoticeStep[];
  /** Why the Department varies it. */
  @IsText() reason!: string;
}

export const varyImprovementNotice: Decide<VaryImprovementNotice, LocalAreaState, LocalAreaEvent> = (command, state, { now, stream }) => {
  const { notice, variedOn, steps } = command;
  checkRegistered(state, stream);
  const known = noticeInForce(state, notice);
  checkNotAhead(variedOn, 'variedOn', now);
  checkOrder(known.issuedOn, variedOn, 'variedOn');
  checkSteps(steps, known.issuedOn);
  return known.digest === digestOfSteps(steps) ? [] : [ImprovementNoticeVaried(plain(command))];
};
