import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import { eligibilityLines, grantLines } from './partner-grant.lines';
import { claimsLines, deliveryLines, reportsLines } from './partner-work.lines';
import * as events from './partner.events';
import type { PartnerEvent } from './partner.events';
import { nobody, type PartnerState } from './partner.state';

/**
 * `partner-{area}~{programme}`, or `partner-{area}~{programme}~{a word}` at discretion: the grant while it lives.
 * It guards the money of the award and the hours of every person on every date, so both have their events here.
 * Bounded by the grant: its maximum pays for some 900 days of one person, and reports, claims and facts come by the quarter.
 */
export const partnerStream: Stream<PartnerState, PartnerEvent> = {
  category: 'partner',
  collection: 'partners',
  events: declarationsIn(events),
  initial: () => nobody,
  evolve: evolveWith<PartnerState, PartnerEvent>({
    ...grantLines,
    ...eligibilityLines,
    ...reportsLines,
    ...deliveryLines,
    ...claimsLines,
  }),
};
