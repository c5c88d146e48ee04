import type { Decide, Found } from '@app/event-sourcing';
import { IsCount, IsText } from '../../fields';
import { pounds } from '../../money';
import type { ProgrammeState } from '../../programme/programme.stream';
import { approvedPence } from '../claim-sums';
import { EngageAtDiscretion, termsAtDiscretion } from '../engage-at-discretion/engage-at-discretion.command';
import { checkLive } from '../partner-checks';
import { EngagementAtDiscretionCorrected, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import { deliveredDays, fundedUntil, isDrawnOn, type PartnerState } from '../partner.state';

/**
 * Correct the record of an engagement at discretion: every field as it should have been recorded. What was recorded under it still has to
 * fit; what is agreed anew is a reduction or an extension and no correction (G19).
 */
export class CorrectEngagementAtDiscretion extends EngageAtDiscretion {
  /** Revision of the engagement, or of its latest correction. */
  @IsCount() corrects!: number;
  /** What was wrong. */
  @IsText() override reason!: string;
}

type Reads = { programme?: Found<ProgrammeState> };

export const correctEngagementAtDiscretion: Decide<CorrectEngagementAtDiscretion, PartnerState, PartnerEvent, Reads> = (
  command,
  state,
  { now, stream, found },
) => {
  const { corrects, from, until, engagedOn, reportsAgreed } = command;
  checkLive(state);
  const { discretion } = state;
  if (discretion?.revision !== corrects) throw refuse('engagement-unknown', { field: 'corrects', values: { corrects } });
  const terms = termsAtDiscretion(command, found.programme?.state, stream.id, now);
  const { award: previousAward } = discretion;
  const award = command.award ?? stream.id;
  if (state.awards[previousAward]?.reductions) throw refuse('award-reduced', { field: 'corrects', values: { award: previousAward } });
  if (award !== previousAward && isDrawnOn(state, previousAward)) {
    throw refuse('award-claimed', { field: 'award', values: { award: previousAward } });
  }
  const approved = approvedPence(state, previousAward);
  if (terms.pence < approved) throw refuse('award-below-approved', { field: 'pence', values: { approved: pounds(approved) } });
  const day = leftBy(command, state, discretion);
  if (day !== undefined) throw refuse('engagement-leaves-day', { values: { day, engaged: engagedOn, from, until } });
  if (!reportsAgreed && Object.keys(state.reports).length > 0) throw refuse('reports-on-record', { field: 'reportsAgreed' });
  const { [previousAward]: _before, ...others } = state.awards;
  const funded = fundedUntil({ awards: { ...others, [award]: { pence: terms.pence, from, until } } });
  return [EngagementAtDiscretionCorrected({ ...terms, previousAward, fundedUntil: funded, corrects })];
};

/** A day on record that the terms would leave outside, where there is one. */
function leftBy(
  { from, until, engagedOn }: EngageAtDiscretion,
  state: PartnerState,
  { award }: NonNullable<PartnerState['discretion']>,
): string | undefined {
  const held = state.awards[award];
  const within = deliveredDays(state).filter((day) => held && held.from <= day && day <= held.until);
  const since = [
    ...Object.values(state.claims).map(({ claimedOn }) => claimedOn),
    ...Object.values(state.reports).map(({ submittedOn }) => submittedOn),
  ];
  return within.find((day) => day < from || day > until) ?? since.find((day) => day < engagedOn);
}
