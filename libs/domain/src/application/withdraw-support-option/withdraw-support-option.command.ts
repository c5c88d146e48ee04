import type { Decide } from '@app/event-sourcing';
import { IsText } from '../../fields';
import { entryOf } from '../../entries';
import { IsSupportOption } from '../../programme/programme.parts.command';
import { checkDraft } from '../application-checks';
import { SupportOptionWithdrawn, type ApplicationEvent } from '../application.events';
import type { ApplicationState } from '../application.stream';

/** Withdraw an offered option of support (G6). */
export class WithdrawSupportOption {
  /** Id of the option. */
  @IsSupportOption() option!: string;
  /** Why it is withdrawn. */
  @IsText() reason!: string;
}

export const withdrawSupportOption: Decide<WithdrawSupportOption, ApplicationState, ApplicationEvent> = ({ option, reason }, state) => {
  checkDraft(state);
  if (!entryOf(state.options, option)) return [];
  return [SupportOptionWithdrawn({ option, reason })];
};
