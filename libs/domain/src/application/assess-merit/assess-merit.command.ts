import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsText } from '../../fields';
import { checkJudgementDay, checkUnderJudgement } from '../application-checks';
import { MeritAssessed, type ApplicationEvent } from '../application.events';
import type { ApplicationState } from '../application.stream';

/** Assess the merit of a submitted application; a later assessment takes the place of an earlier one (G5). */
export class AssessMerit {
  /** Whether it should be supported. */
  @IsIn(['support', 'do-not-support']) recommendation!: 'support' | 'do-not-support';
  /** Day of the assessment. */
  @IsDay() assessedOn!: string;
  /** Reasons for it. */
  @IsText() reason!: string;
}

export const assessMerit: Decide<AssessMerit, ApplicationState, ApplicationEvent> = (
  { recommendation, assessedOn, reason },
  state,
  { now },
) => {
  checkUnderJudgement(state);
  checkJudgementDay(assessedOn, 'assessedOn', state, now);
  if (state.merit === recommendation) return [];
  return [MeritAssessed({ recommendation, assessedOn, reason })];
};
