import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsText } from '../../fields';
import { entryOf } from '../../entries';
import { SERVICES, type Service } from '../grant-terms';
import { SupportOptionAdded, type ProgrammeEvent } from '../programme.events';
import { IsSupportOption } from '../programme.parts.command';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';

/** Add an option to the menu of support, beside those that the notice names (G6). */
export class AddSupportOption {
  /** Id of the option, lower-case words joined by hyphens. */
  @IsSupportOption() option!: string;
  /** Title of the option, for all to read. */
  @IsText(200) title!: string;
  /** What the option is for; solely `send` is taken (G6). */
  @IsIn(SERVICES) service!: Service;
  /** Why it is needed. */
  @IsText() reason!: string;
}

export const addSupportOption: Decide<AddSupportOption, ProgrammeState, ProgrammeEvent> = ({ option, title, service, reason }, state) => {
  if (state.status !== 'open') throw refuse('programme-not-open');
  if (service !== 'send') throw refuse('solely-send', { field: 'service' });
  const known = entryOf(state.options, option);
  if (known === title) return [];
  if (known !== undefined) throw refuse('support-option-title-differs', { field: 'title', values: { option } });
  return [SupportOptionAdded({ option, title, reason })];
};
