import type { Decide } from '@app/event-sourcing';
import { IsIn } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { entryOf } from '../../entries';
import { checkApplicant, checkJudgementDay, checkUnderJudgement } from '../application-checks';
import { EvidenceJudged, type ApplicationEvent } from '../application.events';
import type { ApplicationState } from '../application.stream';

/**
 * Judge a local area's evidence, as a person and with reasons: of quality and capacity where it is not yet inspected (G12 c,
 * reading 5), or of being high performing and well led, delivering excellent services and able to support others (G22).
 */
export class JudgeEvidence {
  /** Local area whose evidence it is. */
  @IsId() area!: string;
  /** What is judged: `route-c` (G12 c) or `excellence` (G22). */
  @IsIn(['route-c', 'excellence']) matter!: 'route-c' | 'excellence';
  /** The judgement. */
  @IsIn(['met', 'not-met']) judgement!: 'met' | 'not-met';
  /** Day of the judgement. */
  @IsDay() judgedOn!: string;
  /** Reasons for it. */
  @IsText() reason!: string;
}

export const judgeEvidence: Decide<JudgeEvidence, ApplicationState, ApplicationEvent> = (command, state, { now }) => {
  const { area, matter, judgement, judgedOn, reason } = command;
  checkUnderJudgement(state);
  checkApplicant(area, state);
  checkJudgementDay(judgedOn, 'judgedOn', state, now);
  const known = entryOf(state.evidence, area);
  if ((matter === 'route-c' ? known?.routeC : known?.excellence) === judgement) return [];
  return [EvidenceJudged({ area, matter, judgement, judgedOn, reason })];
};
