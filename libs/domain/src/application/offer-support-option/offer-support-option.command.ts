import type { Decide, Found } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { SERVICES, type Service } from '../../programme/grant-terms';
import { IsSupportOption } from '../../programme/programme.parts.command';
import type { ProgrammeState } from '../../programme/programme.stream';
import { checkDraft } from '../application-checks';
import { SupportOptionOffered, type ApplicationEvent } from '../application.events';
import { refuse } from '../application.refusals';
import type { ApplicationState } from '../application.stream';

/** Offer an option of support to other local areas; it follows from evidenced strengths and is solely for SEND (G5, G6). */
export class OfferSupportOption {
  /** Id of the option, one of the programme's. */
  @IsSupportOption() option!: string;
  /** What it is for; solely `send` is taken (G6). */
  @IsIn(SERVICES) service!: Service;
  /** Evidenced strengths that it follows from. */
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(50) @ArrayUnique() @IsId({ each: true }) strengths!: string[];
  /** What is offered. */
  @IsText() offer!: string;
}

type Reads = { programme: Found<ProgrammeState> };

export const offerSupportOption: Decide<OfferSupportOption, ApplicationState, ApplicationEvent, Reads> = (command, state, { found }) => {
  const { option, service, strengths, offer } = command;
  checkDraft(state);
  if (service !== 'send') throw refuse('offer-solely-send', { field: 'service' });
  if (entryOf(found.programme.state.options, option) === undefined) {
    throw refuse('offer-option-unknown', { field: 'option', values: { option } });
  }
  const unknown = strengths.find((strength) => entryOf(state.strengths, strength) === undefined);
  if (unknown !== undefined) throw refuse('strength-unknown', { field: 'strengths', values: { strength: unknown } });
  if (entryOf(state.options, option)) throw refuse('offer-exists', { field: 'option', values: { option } });
  return [SupportOptionOffered({ option, strengths: [...strengths], offer })];
};
