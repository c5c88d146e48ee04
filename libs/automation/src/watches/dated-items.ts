import type { Day } from '@app/calendar';
import type { EventMeta } from '@app/event-sourcing';
import { onDay } from '../requirement-engine/due';
import { causeOf, type Cause, type Duty, type Ended } from '../requirement-engine/row';
import { endedWithCase, type WithCase } from './case-scope';

/** Something in a case that has a date of its own. */
export interface DatedItem {
  readonly dueOn: Day;
  /** What set the date. */
  readonly by: Cause;
  readonly outcome?: string;
  readonly doneBy?: Cause;
  readonly droppedBy?: Cause;
  /** What took the doing or the dropping back. */
  readonly undoneBy?: Cause;
}

export interface WithItems extends WithCase {
  readonly items: Readonly<Record<string, DatedItem>>;
}

export const added = <S extends WithItems>(facts: S, id: string, dueOn: Day, meta: EventMeta, outcome?: string): S => ({
  ...facts,
  items: { ...facts.items, [id]: { dueOn, by: causeOf(meta), ...(outcome === undefined ? {} : { outcome }) } },
});

const change = <S extends WithItems>(facts: S, id: string, next: (item: DatedItem) => DatedItem): S => {
  const item = facts.items[id];
  return item ? { ...facts, items: { ...facts.items, [id]: next(item) } } : facts;
};

export const moved = <S extends WithItems>(facts: S, id: string, dueOn: Day, meta: EventMeta): S =>
  change(facts, id, (item) => ({ ...item, dueOn, by: causeOf(meta) }));
export const done = <S extends WithItems>(facts: S, id: string, meta: EventMeta): S =>
  change(facts, id, (item) => ({ ...item, doneBy: causeOf(meta) }));
/** It was done on another day, as a correction has it; when it was first on record stays. */
export const doneOn = <S extends WithItems>(facts: S, id: string, day: Day): S =>
  change(facts, id, (item) => (item.doneBy ? { ...item, doneBy: { ...item.doneBy, effectiveOn: day } } : item));
export const dropped = <S extends WithItems>(facts: S, id: string, meta: EventMeta): S =>
  change(facts, id, (item) => ({ ...item, droppedBy: causeOf(meta) }));
export const reopened = <S extends WithItems>(facts: S, id: string, meta: EventMeta): S =>
  change(facts, id, ({ doneBy: _done, droppedBy: _dropped, ...item }) => ({ ...item, undoneBy: causeOf(meta) }));

/** Each item is done by its date, unless it is dropped, the case is closed, or what it is for has `ended`. */
export const itemDuties = (
  { case: scope, items }: WithItems,
  dayIs: string,
  droppedBecause: string,
  ended: (item: DatedItem) => Ended | undefined = () => undefined,
): readonly Duty[] =>
  scope
    ? Object.entries(items).map(([id, item]) => {
        const { dueOn, by, outcome, doneBy, droppedBy, undoneBy } = item;
        return {
          period: id.replaceAll('~', '.'),
          ...(outcome !== undefined && { series: outcome }),
          from: by.effectiveOn,
          areas: [scope.area],
          due: () => onDay(dueOn, dayIs),
          imposedBy: by,
          ...endedWithCase(scope, droppedBy && { by: droppedBy, because: droppedBecause }, ended(item)),
          ...(doneBy && { metBy: doneBy }),
          ...(undoneBy && { undoneBy }),
        };
      })
    : [];
