import { londonDay } from '@app/calendar';
import type { Decide } from '@app/event-sourcing';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { ELIGIBILITY_RULE } from '../../programme/grant-terms';
import { areaOf, checkLive } from '../partner-checks';
import { BREACH_DECISIONS, BreachDecided, WorkTerminated, type BreachDecision, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import { breachKey, type Breach, type PartnerState } from '../partner.state';

/**
 * Decide on a breach, as a person and with a reason: terminate all live and pending work, continue, or set a date for remedy.
 * The system never terminates by itself; a later decision takes the place of an earlier one (G17, reading 7).
 */
export class DecideOnBreach {
  /** Rule whose breach is decided on, e.g. `G13-deficit`. */
  @Matches(ELIGIBILITY_RULE) rule!: string;
  /** Local area in breach, where others share the grant; otherwise the partner's own. */
  @IsOptional() @IsId() area?: string;
  /** The decision; `terminate` ends approved, running and proposed packages together and answers every open breach. */
  @IsIn(BREACH_DECISIONS) decision!: BreachDecision;
  /** Day of the decision. */
  @IsDay() decidedOn!: string;
  /** Date for remedy, with `remedy` alone. */
  @IsOptional() @IsDay() remedyBy?: string;
  /** Last day on which days up to the termination can be claimed, with `terminate` alone (reading 23). */
  @IsOptional() @IsDay() claimableUntil?: string;
  /** First day, since the breach, from which delivered days are not paid; left out, they are payable, after an earlier decision too (reading 22). */
  @IsOptional() @IsDay() unpayableFrom?: string;
  /** Why it is decided so. */
  @IsText() reason!: string;
}

function checkDates({ decision, decidedOn, remedyBy, claimableUntil, unpayableFrom }: DecideOnBreach, breach: Breach): void {
  if (decision === 'remedy') {
    if (remedyBy === undefined) throw refuse('remedy-date-missing', { field: 'remedyBy' });
    if (remedyBy <= decidedOn) throw refuse('remedy-date-past', { field: 'remedyBy' });
  } else if (remedyBy !== undefined) {
    throw refuse('remedy-date-unasked', { field: 'remedyBy' });
  }
  if (decision === 'terminate') {
    if (claimableUntil === undefined) throw refuse('claimable-until-missing', { field: 'claimableUntil' });
    if (claimableUntil < decidedOn) throw refuse('claimable-until-past', { field: 'claimableUntil' });
  } else if (claimableUntil !== undefined) {
    throw refuse('claimable-until-unasked', { field: 'claimableUntil' });
  }
  if (unpayableFrom !== undefined && (unpayableFrom < breach.effectiveOn || unpayableFrom > decidedOn)) {
    throw refuse('unpayable-outside-breach', { field: 'unpayableFrom', values: { from: breach.effectiveOn } });
  }
}

export const decideOnBreach: Decide<DecideOnBreach, PartnerState, PartnerEvent> = (command, state, { now }) => {
  const { rule, decision, decidedOn, remedyBy, claimableUntil, unpayableFrom, reason } = command;
  checkLive(state);
  const area = areaOf(command.area, state);
  const breach = state.breaches[breachKey(area, rule)];
  if (!breach) throw refuse('breach-unknown', { field: 'rule', values: { rule, area } });
  const today = londonDay(now);
  if (decidedOn > today) throw refuse('partner-day-in-future', { field: 'decidedOn', values: { day: decidedOn, today } });
  if (decidedOn < breach.recordedOn) {
    throw refuse('breach-decided-before-recorded', { field: 'decidedOn', values: { recorded: breach.recordedOn } });
  }
  checkDates(command, breach);
  const unpaid = state.unpayable.find((left) => left.breach === breach.revision);
  const paidSo = unpaid?.from === unpayableFrom && (unpaid === undefined || unpaid.through === decidedOn);
  if (breach.decision?.decision === decision && breach.decision.remedyBy === remedyBy && paidSo) return [];
  const decided = (of: Breach): PartnerEvent =>
    BreachDecided({
      area: of.area,
      rule: of.rule,
      breach: of.revision,
      decision,
      decidedOn,
      ...(remedyBy !== undefined && { remedyBy }),
      ...(of === breach && unpayableFrom !== undefined && { unpayableFrom }),
      reason,
    });
  if (decision !== 'terminate' || claimableUntil === undefined) return [decided(breach)];
  const open = [breach, ...Object.values(state.breaches).filter((other) => other !== breach)];
  return [
    ...open.map(decided),
    WorkTerminated({ area: state.area, terminatedOn: decidedOn, claimableUntil, rules: open.map((of) => of.rule), reason }),
  ];
};
