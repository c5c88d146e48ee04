import { londonDay } from '@app/calendar';
import type { Decide, Found } from '@app/event-sourcing';
import { IsDay, IsId } from '../../fields';
import { entryOf } from '../../entries';
import { LEGAL_BASIS } from '../../programme/grant-terms';
import { periodOf, type ProgrammeState } from '../../programme/programme.stream';
import { PartnerEngaged, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/** Engage a local area as a partner under the award that it has accepted; the grant runs for the award's period (G2, G20). */
export class EngagePartner {
  /** Award by its id. */
  @IsId() award!: string;
  /** Day of the engagement. */
  @IsDay() engagedOn!: string;
}

type Reads = { programme?: Found<ProgrammeState> };

export const engagePartner: Decide<EngagePartner, PartnerState, PartnerEvent, Reads> = (
  { award, engagedOn },
  state,
  { now, stream, found },
) => {
  if (state.status !== 'none') {
    if (entryOf(state.awards, award) && state.engagedOn === engagedOn) return [];
    throw refuse('partner-already-engaged');
  }
  const programme = found.programme?.state;
  const granted = programme && entryOf(programme.awards, award);
  if (!found.programme || !programme || !granted) throw refuse('partner-award-unknown', { field: 'award', values: { award } });
  const { partner: area, application, others, status, period, pence, facts, evidence, acceptedOn } = granted;
  const expected = granted.engagement ?? `${area}~${programme.reference}`;
  if (application === undefined || stream.id !== expected) {
    throw refuse('partner-id-mismatch', { field: 'award', values: { id: stream.id, expected } });
  }
  if (status !== 'accepted' || acceptedOn === undefined)
    throw refuse('partner-award-not-accepted', { field: 'award', values: { award, status } });
  const funding = periodOf(programme, period);
  if (period !== 'initial' || !funding) throw refuse('partner-award-period', { field: 'award', values: { award, period } });
  const today = londonDay(now);
  if (engagedOn > today) throw refuse('partner-day-in-future', { field: 'engagedOn', values: { day: engagedOn, today } });
  if (engagedOn < acceptedOn) throw refuse('engaged-before-acceptance', { field: 'engagedOn', values: { award, accepted: acceptedOn } });
  return [
    PartnerEngaged({
      area,
      others: [...others],
      programme: programme.reference,
      award,
      application,
      pence,
      from: funding.from,
      until: funding.until,
      engagedOn,
      legalBasis: LEGAL_BASIS,
      facts: facts.map((read) => ({ ...read })),
      evidence: evidence.map((judged) => ({ ...judged })),
      judgedBy: found.programme.judgedBy,
    }),
  ];
};
