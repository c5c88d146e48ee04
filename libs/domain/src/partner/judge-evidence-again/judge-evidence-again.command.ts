import type { Decide, Found } from '@app/event-sourcing';
import { IsIn, IsOptional } from 'class-validator';
import { IsDay, IsId, IsText } from '../../fields';
import { judgeEligibility } from '../../local-area/eligibility';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { entryOf } from '../../entries';
import { ruleSetOn } from '../../programme/grant-terms';
import { eligibilityChanges } from '../eligibility-watch';
import { areaOf, checkGrantDay, checkLive } from '../partner-checks';
import { EvidenceJudgedAgain, type PartnerEvent } from '../partner.events';
import { refuse } from '../partner.refusals';
import type { PartnerState } from '../partner.state';

/**
 * Judge a partner's evidence again, as a person and with reasons, during the grant. Where the judgement breaks
 * the rule or makes it hold again, that is on record with it (G12 c, G16, G22).
 */
export class JudgeEvidenceAgain {
  /** Local area whose evidence it is, where others share the grant; otherwise the partner's own. */
  @IsOptional() @IsId() area?: string;
  /** What is judged: `route-c` (G12 c) or `excellence` (G22). */
  @IsIn(['route-c', 'excellence']) matter!: 'route-c' | 'excellence';
  /** The judgement. */
  @IsIn(['met', 'not-met']) judgement!: 'met' | 'not-met';
  /** Day of the judgement. */
  @IsDay() judgedOn!: string;
  /** Reasons for it. */
  @IsText() reason!: string;
}

type Reads = { area?: Found<LocalAreaState> };

export const judgeEvidenceAgain: Decide<JudgeEvidenceAgain, PartnerState, PartnerEvent, Reads> = (
  command,
  state,
  { now, stream, found },
) => {
  const { matter, judgement, judgedOn, reason } = command;
  checkLive(state);
  if (state.atDiscretion) throw refuse('not-watched');
  const area = areaOf(command.area, state);
  checkGrantDay(judgedOn, 'judgedOn', state, now);
  const known = entryOf(state.evidence, area);
  const doubt = matter === 'excellence' ? entryOf(state.doubts, area) : undefined;
  if (doubt === undefined && (matter === 'route-c' ? known?.routeC : known?.excellence) === judgement) return [];
  const evidence = { ...known, ...(matter === 'route-c' ? { routeC: judgement } : { excellence: judgement }) };
  const ruleSet = ruleSetOn(judgedOn);
  const rule = matter === 'route-c' ? 'G12' : 'G22';
  const results = found.area
    ? judgeEligibility({ area: found.area.state, on: judgedOn, ruleSet, evidence }).filter((result) => result.rule === rule)
    : [];
  const at = `partner-${stream.id}@${stream.revision + 1}`;
  return [
    EvidenceJudgedAgain({ area, matter, judgement, judgedOn, reason, ...(doubt !== undefined && { doubt }) }),
    ...eligibilityChanges(state, results, {
      area,
      ruleSet,
      effectiveOn: () => judgedOn,
      fact: at,
      judgedBy: found.area?.judgedBy ?? at,
      factsUpTo: entryOf(state.factsUpTo, area) ?? 0,
      stands: () => true,
    }),
  ];
};
