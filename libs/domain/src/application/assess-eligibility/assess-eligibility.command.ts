import { londonDay } from '@app/calendar';
import type { Decide, Found } from '@app/event-sourcing';
import { IsOptional } from 'class-validator';
import { IsText } from '../../fields';
import { judgeEligibility } from '../../local-area/eligibility';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { entryOf } from '../../entries';
import { ruleSetOn } from '../../programme/grant-terms';
import { checkUnderJudgement } from '../application-checks';
import { EligibilityAssessed, type ApplicationEvent } from '../application.events';
import { digestOfResults, type ApplicationState } from '../application.stream';
import { storedResult } from '../eligibility-result';

/**
 * Judge the eligibility of every local area of the application today, rule by rule, from the recorded facts and from what
 * persons judged of its evidence (G12 to G15, G22). Nothing about the result is asked for: it is computed.
 */
export class AssessEligibility {
  /** What occasioned it, where something did. */
  @IsOptional() @IsText() note?: string;
}

type Reads = { areas: readonly Found<LocalAreaState>[] };

export const assessEligibility: Decide<AssessEligibility, ApplicationState, ApplicationEvent, Reads> = (
  { note },
  state,
  { now, found },
) => {
  checkUnderJudgement(state);
  const assessedOn = londonDay(now);
  const ruleSet = ruleSetOn(assessedOn);
  const areas = found.areas.map(({ id, state: area, revision, judgedBy }) => ({
    area: id,
    results: judgeEligibility({ area, on: assessedOn, ruleSet, evidence: entryOf(state.evidence, id) ?? {} }).map(storedResult),
    factsUpTo: Math.max(revision, 0),
    judgedBy,
  }));
  const { assessment } = state;
  const same =
    assessment?.ruleSet === ruleSet &&
    !assessment.overtaken &&
    areas.every(({ area, results, factsUpTo }) => {
      const known = entryOf(assessment.areas, area);
      return known?.factsUpTo === factsUpTo && known.digest === digestOfResults(results);
    });
  if (same) return [];
  const eligible = areas.every(({ results }) => results.every(({ result }) => result === 'met'));
  const referred = areas.filter(({ results }) => results.some(({ result }) => result === 'refer')).map(({ area }) => area);
  return [EligibilityAssessed({ assessedOn, ruleSet, areas, eligible, referred, ...(note !== undefined && { note }) })];
};
