import { londonDay, type Day, type Instant } from '@app/calendar';
import { entryOf } from '../entries';
import { refuse } from './partner.refusals';
import { deliveredDays, grantEnd, isDrawnOn, type Claim, type PartnerState } from './partner.state';

/** Something of a grant that is on record. */
export function checkEngaged({ status }: PartnerState): void {
  if (status === 'none') throw refuse('partner-not-engaged');
}

/** A grant that is neither terminated nor ended. */
export function checkLive(state: PartnerState): void {
  checkEngaged(state);
  if (state.status !== 'engaged') throw refuse('grant-ended', { values: { ended: grantEnd(state) } });
}

/** A day on which something of the grant happened: neither ahead nor before the engagement. */
export function checkGrantDay(day: Day, field: string, { engagedOn }: PartnerState, now: Instant): void {
  const today = londonDay(now);
  if (day > today) throw refuse('partner-day-in-future', { field, values: { day, today } });
  if (day < engagedOn) throw refuse('partner-day-before-engagement', { field, values: { engaged: engagedOn } });
}

/** Nothing was done under the one award by which it is engaged. */
export function checkUnused(state: PartnerState, award: string): void {
  const isUsed =
    deliveredDays(state).length > 0 ||
    Object.keys(state.reports).length > 0 ||
    Object.keys(state.awards).some((held) => held !== award || isDrawnOn(state, held));
  if (isUsed) throw refuse('engagement-used');
}

/** The local area that is meant: the partner's own where none is named. */
export function areaOf(area: string | undefined, { area: own, others }: PartnerState): string {
  const meant = area ?? own;
  if (meant !== own && !others.includes(meant)) throw refuse('partner-area-unknown', { field: 'area', values: { area: meant } });
  return meant;
}

/** A claim that is on record. */
export function claimOf(id: string, { claims }: PartnerState): Claim {
  const claim = entryOf(claims, id);
  if (!claim) throw refuse('claim-unknown', { field: 'claim', values: { claim: id } });
  return claim;
}

/** A day on which a claim was answered or paid: neither ahead nor before it was made. */
export function checkAnswerDay(day: Day, field: string, since: Day, now: Instant): void {
  const today = londonDay(now);
  if (day > today) throw refuse('partner-day-in-future', { field, values: { day, today } });
  if (day < since) throw refuse('claim-answered-before-claimed', { field, values: { claimed: since } });
}

/** Days after a termination, and days that the decision on a breach leaves unpaid, are not paid for (G17, readings 22 and 23). */
export function checkPayable(day: Day, { unpayable, termination }: PartnerState): void {
  const isUnpaid = unpayable.some(({ from, through }) => from <= day && day <= through);
  if (isUnpaid || (termination && day > termination.terminatedOn)) {
    throw refuse('claim-day-not-payable', { field: 'lines', values: { day } });
  }
}
