import { FreeText, type Decide } from '@app/event-sourcing';
import { entryOf } from '../../entries';
import { IsCount, IsDay, IsId, IsText } from '../../fields';
import { VisitsAgreed, type ContractEvent } from '../contract.events';
import type { ContractState } from '../contract.state';
import { covers, running, withinTerm } from '../contract.term';

/** Record how often an area is to be visited: regularly, within reason, as agreed during the contract (C19). */
export class AgreeVisits {
  /** Local area by its id. */
  @IsId() area!: string;
  /** Visits per month that are expected. */
  @IsCount(0, 31) visitsPerMonth!: number;
  /** First day on which it holds. */
  @IsDay() from!: string;
  /** Why so many. */
  @FreeText() @IsText() reason!: string;
}

export const agreeVisits: Decide<AgreeVisits, ContractState, ContractEvent> = (command, state, { now }) => {
  const { area, visitsPerMonth, from } = command;
  const terms = running(state, now);
  covers(terms, area, from);
  withinTerm(terms, from, 'from');
  const agreed = entryOf(state.visits, area);
  if (agreed?.visitsPerMonth === visitsPerMonth && agreed.from === from) return [];
  return [VisitsAgreed({ ...command })];
};
