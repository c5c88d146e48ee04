import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsId, IsPence, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { FUNDING_PERIODS, LEGAL_BASIS, type FundingPeriod } from '../grant-terms';
import { DiscretionaryFundingAllotted, type ProgrammeEvent } from '../programme.events';
import { checkDay } from '../programme-days';
import { refuse } from '../programme.refusals';
import type { ProgrammeState } from '../programme.stream';
import { checkRoom } from '../room-in-period';

/** Set money of the programme aside for an engagement at the Department's discretion, without an application (G2, G19). */
export class AllotDiscretionaryFunding {
  /** Id of the award that it makes. */
  @IsId() award!: string;
  /** Id of the engagement that draws on it: `{area}~{programme}~{a word of its own}`. */
  @IsId() engagement!: string;
  /** Local area that is engaged. */
  @IsId() partner!: string;
  /** Period whose maximum it draws on. */
  @IsIn(FUNDING_PERIODS) period!: FundingPeriod;
  /** Amount in pence. */
  @IsPence(1) pence!: number;
  /** Day of the decision. */
  @IsDay() allottedOn!: string;
  /** Why the local area is engaged and paid from the programme. */
  @IsText() reason!: string;
}

export const allotDiscretionaryFunding: Decide<AllotDiscretionaryFunding, ProgrammeState, ProgrammeEvent> = (command, state, { now }) => {
  const { award, engagement, partner, period, pence, allottedOn, reason } = command;
  if (state.status !== 'open') throw refuse('programme-not-open');
  const known = entryOf(state.awards, award);
  if (known) {
    if (known.engagement === engagement && known.pence === pence && known.period === period) return [];
    throw refuse('award-id-taken', { field: 'award', values: { award } });
  }
  const prefix = `${partner}~${state.reference}~`;
  if (!engagement.startsWith(prefix) || engagement.length === prefix.length) {
    throw refuse('engagement-id-mismatch', { field: 'engagement', values: { expected: prefix } });
  }
  checkDay(allottedOn, 'allottedOn', state, now);
  checkRoom(state, period, pence, allottedOn);
  return [DiscretionaryFundingAllotted({ award, engagement, partner, period, pence, legalBasis: LEGAL_BASIS, allottedOn, reason })];
};
