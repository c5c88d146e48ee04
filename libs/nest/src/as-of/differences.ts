import { fieldsOf, type Shape } from '@app/event-sourcing';

/** Where a value is: names of fields and places in lists. */
export type Place = readonly (string | number)[];

/** One field or one entry of a list that is not the same any more. */
export interface Difference {
  /** E.g. `cases[931~inspection].plans[2023].status`: entries of a list are called by what tells them apart. */
  readonly path: string;
  /** Where it was in the row before, and is in the row after; absent where there was, or is, none. */
  readonly before?: Place;
  readonly after?: Place;
}

/** What differs between two rows of one view, field by field, in the order of the row's fields. */
export function differencesBetween(view: Shape, before: object | undefined, after: object | undefined): Difference[] {
  const found: Difference[] = [];
  compare({ path: '', before: [], after: [] }, before ?? {}, after ?? {}, view, found);
  return found;
}

type Fields = Readonly<Record<string, unknown>>;
interface At {
  readonly path: string;
  readonly before: Place;
  readonly after: Place;
}

function compare(at: At, before: unknown, after: unknown, shape: Shape | undefined, found: Difference[]): void {
  if (before === after) return;
  if (isFields(before) && isFields(after)) return compareFields(at, before, after, shape, found);
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(at, before, after, shape, found);
  if (before !== undefined && after !== undefined && JSON.stringify(before) === JSON.stringify(after)) return;
  found.push({ path: at.path, ...(before !== undefined && { before: at.before }), ...(after !== undefined && { after: at.after }) });
}

function compareFields(at: At, before: Fields, after: Fields, shape: Shape | undefined, found: Difference[]): void {
  const names = [...Object.keys(after), ...Object.keys(before).filter((name) => !(name in after))];
  for (const name of names) {
    const path = at.path === '' ? name : `${at.path}.${name}`;
    const nested = shape && fieldsOf(shape).get(name)?.nested?.();
    compare({ path, before: [...at.before, name], after: [...at.after, name] }, before[name], after[name], nested, found);
  }
}

function compareLists(at: At, before: readonly unknown[], after: readonly unknown[], shape: Shape | undefined, found: Difference[]): void {
  // Rows of one fold share what did not change: nothing has to tell those entries apart.
  const first = before.findIndex((item, index) => item !== after[index]);
  const shared = first === -1 ? before.length : first;
  if (shared === before.length && shared === after.length) return;
  const name = identityOf(before, after, shape);
  if (name === undefined) {
    if (JSON.stringify(before) !== JSON.stringify(after)) found.push({ path: at.path, before: at.before, after: at.after });
    return;
  }
  const placesBefore = new Map(before.map((item, index) => [(item as Fields)[name], index]));
  const matched = new Set<number>();
  after.forEach((item, index) => {
    const id = (item as Fields)[name];
    const was = placesBefore.get(id);
    if (was !== undefined) matched.add(was);
    if (was !== undefined && before[was] === item) return;
    const place = { path: `${at.path}[${String(id)}]`, before: [...at.before, was ?? -1], after: [...at.after, index] };
    compare(place, was === undefined ? undefined : before[was], item, shape, found);
  });
  before.forEach((item, index) => {
    if (!matched.has(index)) found.push({ path: `${at.path}[${String((item as Fields)[name])}]`, before: [...at.before, index] });
  });
}

/** The first open field by which the entries of both lists can be told apart; none where they are no records or none tells them apart. */
function identityOf(before: readonly unknown[], after: readonly unknown[], shape: Shape | undefined): string | undefined {
  const first = after[0] ?? before[0];
  if (!isFields(first)) return undefined;
  const fields = shape && fieldsOf(shape);
  return Object.keys(first).find((name) => !fields?.get(name)?.classification && tellsApart(name, before) && tellsApart(name, after));
}

function tellsApart(name: string, items: readonly unknown[]): boolean {
  const values = new Set<unknown>();
  for (const item of items) {
    const value = isFields(item) ? item[name] : undefined;
    if ((typeof value !== 'string' && typeof value !== 'number') || values.has(value)) return false;
    values.add(value);
  }
  return true;
}

/** A record, not a list and not a sealed value: what is sealed differs as a whole. */
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && (value as Fields).$sealed === undefined;
