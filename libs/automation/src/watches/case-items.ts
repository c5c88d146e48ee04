import type {
  ActionAdded,
  ActionCompleted,
  ActionRebaselined,
  ActionRemoved,
  ActionReopened,
  CaseRecordWithdrawn,
  DeepDiveCancelled,
  DeepDiveCorrected,
  DeepDiveRecorded,
  DeepDiveRescheduled,
  DeepDiveScheduled,
  NextStepAgreed,
  NextStepCancelled,
  NextStepCompleted,
  NextStepReopened,
  NextStepRescheduled,
  OutcomeAchieved,
  OutcomeReinstated,
  OutcomeWithdrawn,
} from '@app/domain/events';
import type { EventMeta, EventOf } from '@app/event-sourcing';
import { causeOf, defineWatch, type Cause } from '../requirement-engine/row';
import { caseLines, type CaseScopeEvent } from './case-scope';
import { added, done, doneOn, dropped, itemDuties, moved, reopened, type WithItems } from './dated-items';

/** Each action of a plan is completed by its date (J3). */
export const planAction = defineWatch<
  WithItems,
  | CaseScopeEvent
  | EventOf<typeof ActionAdded | typeof ActionRebaselined | typeof ActionCompleted | typeof ActionRemoved | typeof ActionReopened>
>({
  of: 'improvementCase',
  initial: () => ({ items: {} }),
  on: {
    ...caseLines<WithItems>(),
    ActionAdded: (facts, { action, dueOn }, meta) => added(facts, action, dueOn, meta),
    ActionRebaselined: (facts, { action, dueOn }, meta) => moved(facts, action, dueOn, meta),
    ActionCompleted: (facts, { action }, meta) => done(facts, action, meta),
    ActionRemoved: (facts, { action }, meta) => dropped(facts, action, meta),
    ActionReopened: (facts, { action }, meta) => reopened(facts, action, meta),
  },
  duties: (facts) => itemDuties(facts, 'the date of the action', 'The action was removed from the plan'),
});

/** Each next step is taken by its due day; an overdue one escalates (J6). */
export const nextStep = defineWatch<
  WithItems,
  | CaseScopeEvent
  | EventOf<
      typeof NextStepAgreed | typeof NextStepRescheduled | typeof NextStepCompleted | typeof NextStepCancelled | typeof NextStepReopened
    >
>({
  of: 'improvementCase',
  initial: () => ({ items: {} }),
  on: {
    ...caseLines<WithItems>(),
    NextStepAgreed: (facts, { step, dueOn }, meta) => added(facts, step, dueOn, meta),
    NextStepRescheduled: (facts, { step, dueOn }, meta) => moved(facts, step, dueOn, meta),
    NextStepCompleted: (facts, { step }, meta) => done(facts, step, meta),
    NextStepCancelled: (facts, { step }, meta) => dropped(facts, step, meta),
    NextStepReopened: (facts, { step }, meta) => reopened(facts, step, meta),
  },
  duties: (facts) => itemDuties(facts, 'the due day of the step', 'The next step was cancelled'),
});

interface Dives extends WithItems {
  /** What ended an outcome, by its id; absent while it is pursued. */
  readonly outcomesEnded: Readonly<Record<string, Cause>>;
}

const outcomeEnded = (facts: Dives, { outcome }: { outcome: string }, meta: EventMeta): Dives => ({
  ...facts,
  outcomesEnded: { ...facts.outcomesEnded, [outcome]: causeOf(meta) },
});

function outcomeReinstated(facts: Dives, { outcome }: { outcome: string }, meta: EventMeta): Dives {
  const { [outcome]: _ended, ...outcomesEnded } = facts.outcomesEnded;
  const items = Object.entries(facts.items).map(([id, item]) => [
    id,
    item.outcome === outcome ? { ...item, undoneBy: causeOf(meta) } : item,
  ]);
  return { ...facts, outcomesEnded, items: Object.fromEntries(items) as Dives['items'] };
}

/** Each APA deep dive is recorded by the day for which it was scheduled (J4). */
export const apaDeepDive = defineWatch<
  Dives,
  | CaseScopeEvent
  | EventOf<
      | typeof DeepDiveScheduled
      | typeof DeepDiveRescheduled
      | typeof DeepDiveCancelled
      | typeof DeepDiveRecorded
      | typeof DeepDiveCorrected
      | typeof CaseRecordWithdrawn
      | typeof OutcomeAchieved
      | typeof OutcomeWithdrawn
      | typeof OutcomeReinstated
    >
>({
  of: 'improvementCase',
  initial: () => ({ items: {}, outcomesEnded: {} }),
  on: {
    ...caseLines<Dives>(),
    DeepDiveScheduled: (facts, { deepDive, outcome, scheduledFor }, meta) => added(facts, deepDive, scheduledFor, meta, outcome),
    DeepDiveRescheduled: (facts, { deepDive, scheduledFor }, meta) => moved(facts, deepDive, scheduledFor, meta),
    DeepDiveCancelled: (facts, { deepDive }, meta) => dropped(facts, deepDive, meta),
    DeepDiveRecorded: (facts, { deepDive, kind }, meta) => (kind === 'apa' ? done(facts, deepDive, meta) : facts),
    DeepDiveCorrected: (facts, { deepDive, kind, heldOn }, meta) => {
      const recorded = facts.items[deepDive]?.doneBy !== undefined;
      if (kind === 'apa') return recorded ? doneOn(facts, deepDive, heldOn) : done(facts, deepDive, meta);
      return recorded ? reopened(facts, deepDive, meta) : facts;
    },
    CaseRecordWithdrawn: (facts, { record, id }, meta) => (record === 'deep-dive' ? reopened(facts, id, meta) : facts),
    OutcomeAchieved: outcomeEnded,
    OutcomeWithdrawn: outcomeEnded,
    OutcomeReinstated: outcomeReinstated,
  },
  duties: (facts) =>
    itemDuties(facts, 'the day for which it is scheduled', 'It was cancelled', ({ outcome = '' }) => {
      const by = facts.outcomesEnded[outcome];
      return by && { by, because: 'Its outcome is no longer pursued' };
    }),
});
