import { londonDay } from '@app/calendar';
import { FreeText, type Decide, type Found } from '@app/event-sourcing';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { isIn } from '../../contract/contract.areas';
import type { ContractState } from '../../contract/contract.stream';
import { IsDay, IsId, IsPersonId, IsText } from '../../fields';
import { RiskRaised, type RiskEvent } from '../risk.events';
import { reviewAhead } from '../risk.guards';
import { refuse } from '../risk.refusals';
import type { RiskState } from '../risk.stream';

/** Raise a risk for a local area, with an owner and a next review (E1, C15). */
export class RaiseRisk {
  /** Local area by its id, e.g. `931`. */
  @IsId() area!: string;
  /** Outcome of Annex A by its id on the case; left out where it belongs to none. */
  @IsOptional() @IsId() outcome?: string;
  /** Contract whose delivery is at risk, by its number; left out where there is none. */
  @IsOptional() @IsId() contract?: string;
  /** Grant by the partner's id, `{area}~{programme}`; left out where there is none. */
  @IsOptional() @IsId() grant?: string;
  /** Day on which it was seen. */
  @IsDay() raisedOn!: string;
  /** 1 rare to 5 almost certain. */
  @IsInt() @Min(1) @Max(5) likelihood!: number;
  /** 1 slight to 5 severe. */
  @IsInt() @Min(1) @Max(5) impact!: number;
  /** Opaque id of who owns the risk. */
  @IsPersonId() owner!: string;
  /** Day by which it is reviewed. */
  @IsDay() nextReviewOn!: string;
  /** What may happen, and why it matters. */
  @FreeText() @IsText() summary!: string;
}

/** What a rule on a risk to a contract needs to see. */
export interface RiskFacts {
  /** The contract that the command names, where it names one. */
  readonly contract?: Found<ContractState>;
}

export const raiseRisk: Decide<RaiseRisk, RiskState, RiskEvent, RiskFacts> = (command, state, { now, found }) => {
  if (state.status !== 'none') throw refuse('risk-already-raised');
  return [RiskRaised({ ...command, ...judged(command, now, found) })];
};

/** What the rules add to the words of a raising. @throws Refused `risk-day-in-future`, `risk-review-not-ahead`, `risk-contract-elsewhere` */
export function judged(command: RaiseRisk, now: string, { contract }: RiskFacts): { score: number; judgedBy?: string } {
  const { area, raisedOn, likelihood, impact, nextReviewOn } = command;
  if (raisedOn > londonDay(now)) throw refuse('risk-day-in-future', { field: 'raisedOn', values: { day: raisedOn } });
  reviewAhead(nextReviewOn, raisedOn);
  const score = likelihood * impact;
  if (command.contract === undefined) return { score };
  if (contract?.state.status !== 'binding' || !contract.state.terms || !isIn(contract.state.terms, area, raisedOn)) {
    throw refuse('risk-contract-elsewhere', { field: 'contract', values: { contract: command.contract, area } });
  }
  return { score, judgedBy: contract.judgedBy };
}
