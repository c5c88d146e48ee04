import { Nested, type Decide } from '@app/event-sourcing';
import { IsDay, IsId } from '../../fields';
import { Source } from '../../local-area/source.parts.command';
import { plain } from '../../plain';
import { checkDay, checkPlanOrder, lastOfPlan, open } from '../case.guards';
import type { CaseState } from '../case.state';
import { ActionPlanPublished, type CaseEvent } from '../improvement-case.events';
import { refuse } from '../improvement-case.refusals';

/** Record that the local area published its accepted plan (J3). */
export class PublishActionPlan {
  /** Inspection that requires the plan, by its id. */
  @IsId() inspection!: string;
  /** Day of the publication. */
  @IsDay() publishedOn!: string;
  /** Where it stands. */
  @Nested(() => Source) source!: Source;
}

export const publishActionPlan: Decide<PublishActionPlan, CaseState, CaseEvent> = (command, state, { now }) => {
  const { inspection, publishedOn } = command;
  const known = open(state);
  const last = lastOfPlan(state, inspection);
  if (last?.status === 'published' && last.on === publishedOn) return [];
  if (last?.status !== 'accepted') throw refuse('plan-not-accepted', { field: 'inspection' });
  checkDay(publishedOn, 'publishedOn', known, now);
  checkPlanOrder(publishedOn, 'publishedOn', last);
  return [ActionPlanPublished({ ...plain(command), area: known.area })];
};
