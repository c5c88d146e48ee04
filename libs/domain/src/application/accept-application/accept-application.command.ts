import type { Decide, Found } from '@app/event-sourcing';
import { IsDay, IsText } from '../../fields';
import { ruleOf } from '../../local-area/eligibility';
import type { LocalAreaState } from '../../local-area/local-area.stream';
import { entryOf } from '../../entries';
import { checkJudgementDay } from '../application-checks';
import { ApplicationAccepted, type ApplicationEvent } from '../application.events';
import { refuse } from '../application.refusals';
import type { ApplicationState } from '../application.stream';

/** Accept a submitted application whose every local area meets every rule, on an assessment that no newer fact overtakes (G12 to G16, G22). */
export class AcceptApplication {
  /** Day of the decision. */
  @IsDay() acceptedOn!: string;
  /** Reasons for it. */
  @IsText() reason!: string;
}

/** @throws Refused `not-eligible`, which names every rule that is not met, by area */
function checkEligible({ areas }: NonNullable<ApplicationState['assessment']>, found: readonly Found<LocalAreaState>[]): void {
  const open = found.flatMap(({ id: area }) => (entryOf(areas, area)?.open ?? []).map((judged) => ({ area, ...judged })));
  if (open.length === 0) return;
  throw refuse('not-eligible', {
    rules: [...new Set(open.map(({ rule }) => ruleOf(rule)))],
    values: { open: open.map(({ area, rule, result }) => `local area ${area}, ${rule}: ${result}`).join('; ') },
  });
}

type Reads = { areas: readonly Found<LocalAreaState>[] };

export const acceptApplication: Decide<AcceptApplication, ApplicationState, ApplicationEvent, Reads> = (command, state, { now, found }) => {
  const { acceptedOn, reason } = command;
  if (state.status === 'none') throw refuse('application-not-started');
  if (state.status === 'accepted') return [];
  if (state.status !== 'submitted') throw refuse('application-not-submitted', { values: { status: state.status } });
  checkJudgementDay(acceptedOn, 'acceptedOn', state, now);
  if (!state.assessment) throw refuse('not-assessed');
  for (const { id, revision } of found.areas) {
    const assessed = entryOf(state.assessment.areas, id);
    if (!assessed || state.assessment.overtaken || revision > assessed.factsUpTo) {
      throw refuse('assessment-stale', { values: { area: id } });
    }
  }
  checkEligible(state.assessment, found.areas);
  if (!state.merit) throw refuse('merit-not-assessed');
  return [ApplicationAccepted({ acceptedOn, reason, judgedBy: found.areas.map(({ judgedBy }) => judgedBy) })];
};
