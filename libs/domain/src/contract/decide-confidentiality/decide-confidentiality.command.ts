import { londonDay } from '@app/calendar';
import { FreeText, type Decide } from '@app/event-sourcing';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { IsText } from '../../fields';
import { ConfidentialityDecided, type ContractEvent } from '../contract.events';
import { refuse } from '../contract.refusals';
import type { ContractState } from '../contract.state';
import { binding } from '../contract.term';
import { CONFIDENTIAL_CATEGORIES, type ConfidentialCategory } from '../contract.vocabulary';

/** Decide after the contract's end what stays confidential; a later decision stands in for an earlier one (P1, reading 17). */
export class DecideConfidentiality {
  /** Categories of section 4.1 of the order that stay confidential; those left out are open. */
  @IsArray()
  @ArrayMaxSize(CONFIDENTIAL_CATEGORIES.length)
  @ArrayUnique()
  @IsIn(CONFIDENTIAL_CATEGORIES, { each: true })
  staysConfidential!: ConfidentialCategory[];
  /** Why. */
  @FreeText() @IsText() reason!: string;
}

export const decideConfidentiality: Decide<DecideConfidentiality, ContractState, ContractEvent> = (command, state, { now }) => {
  const { endsOn } = binding(state);
  if (londonDay(now) <= endsOn) throw refuse('contract-still-running', { values: { endsOn } });
  return [ConfidentialityDecided({ ...command, staysConfidential: [...command.staysConfidential], endsOn })];
};
