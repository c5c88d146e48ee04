import { addDays } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { IsDay, IsPersonId } from '../../fields';
import { OrderAccepted, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { placed, QUALITY_APPROACH_DAYS, sinceOrder } from '../contract.term';
import { CONTRACT_PARTIES, type ContractParty } from '../contract.vocabulary';
import { monthOf } from '../reporting-period';

/** Record that a signatory accepted the order; it binds when both have (C1). */
export class AcceptOrder {
  /** Whose signature it is. */
  @IsIn(CONTRACT_PARTIES) party!: ContractParty;
  /** Day of the signature. */
  @IsDay() acceptedOn!: string;
  /** Who signed, an opaque id; left out while unknown. */
  @IsOptional() @IsPersonId() signatory?: string;
}

export const acceptOrder: Decide<AcceptOrder, ContractState, ContractEvent> = (command, state, { now }) => {
  const { party, acceptedOn } = command;
  const terms = placed(state);
  const accepted = state.acceptances[party];
  if (accepted?.acceptedOn === acceptedOn) return [];
  if (accepted) throw refuse('order-accepted-already', { field: 'party', values: { party, acceptedOn: accepted.acceptedOn } });
  sinceOrder(terms, acceptedOn, now, 'acceptedOn');
  const other = state.acceptances[party === 'buyer' ? 'supplier' : 'buyer'];
  if (!other) return [OrderAccepted({ ...command, binding: false })];
  const { areas, commencesOn, completesOn } = terms;
  return [
    OrderAccepted({
      ...command,
      binding: true,
      areas: [...areas],
      commencesOn,
      completesOn,
      firstPeriodEndsOn: monthOf(terms, commencesOn).to,
      qualityApproachBy: addDays(commencesOn, QUALITY_APPROACH_DAYS),
    }),
  ];
};
