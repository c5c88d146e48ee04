import { FreeText, type Decide } from '@app/event-sourcing';
import { IsDay, IsPersonId, IsText } from '../../fields';
import { everyArea } from '../contract.areas';
import { ContractEndedEarly, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { running, sinceOrder } from '../contract.term';

/** End the contract early, at the Department's absolute discretion (C5). */
export class EndContractEarly {
  /** Day of the decision. */
  @IsDay() decidedOn!: string;
  /** Who decided, an opaque id. */
  @IsPersonId() decidedBy!: string;
  /** Last day of the contract, from the day of the decision on. */
  @IsDay() endsOn!: string;
  /** Why. */
  @FreeText() @IsText() reason!: string;
}

export const endContractEarly: Decide<EndContractEarly, ContractState, ContractEvent> = (command, state, { now }) => {
  const { decidedOn, endsOn } = command;
  const terms = running(state, now);
  const { endsOn: previousEnd, earlyEndOn, references } = terms;
  if (earlyEndOn === endsOn) return [];
  sinceOrder(terms, decidedOn, now, 'decidedOn');
  if (endsOn < decidedOn) throw refuse('early-end-before-decision', { field: 'endsOn', values: { endsOn, decidedOn } });
  if (endsOn >= previousEnd) throw refuse('early-end-not-early', { field: 'endsOn', values: { endsOn: previousEnd } });
  return [ContractEndedEarly({ ...command, previousEnd, areas: everyArea(terms), references: [...references] })];
};
