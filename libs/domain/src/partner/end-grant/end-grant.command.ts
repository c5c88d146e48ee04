import type { Decide } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { checkEngaged, checkGrantDay } from '../partner-checks';
import { GrantEnded, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import { deliveredDays, fundedUntil, type PartnerState } from '../partner.state';

/** End the grant, at its last funded day or before; what was delivered until then can still be claimed (G2). */
export class EndGrant {
  /** Last day of the grant. */
  @IsDay() endedOn!: string;
  /** Why it ends. */
  @IsText() reason!: string;
}

const lastDelivery = (state: PartnerState): string => deliveredDays(state).reduce((last, day) => (day > last ? day : last), '');

export const endGrant: Decide<EndGrant, PartnerState, PartnerEvent> = ({ endedOn, reason }, state, { now }) => {
  checkEngaged(state);
  if (state.endedOn === endedOn) return [];
  if (state.endedOn !== undefined) throw refuse('grant-ended', { field: 'endedOn', values: { ended: state.endedOn } });
  checkGrantDay(endedOn, 'endedOn', state, now);
  const until = fundedUntil(state);
  if (endedOn > until) throw refuse('grant-end-after-funding', { field: 'endedOn', values: { until } });
  const day = lastDelivery(state);
  if (endedOn < day) throw refuse('grant-end-before-delivery', { field: 'endedOn', values: { day } });
  return [GrantEnded({ area: state.area, endedOn, reason })];
};
