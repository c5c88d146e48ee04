import type { Day } from '@app/calendar';
import type { ReadModel } from '@app/event-sourcing';
import { MOMENT_PARAMETERS, type Moment } from '../as-of/moment';
import { wordsIn, type Condition, type Filter, type Query } from '@app/read-store';
import type { AreaDirectory } from './area-directory';
import { filtersOf, sortsOf, valueFrom, yesOrNo, type ListFilter } from './list-filters';
import { Problem } from './problem';
import { once, wholeNumber } from './query-values';

/** Values of one filter, and words of one search. */
const MOST_VALUES = 100;
const MOST_WORDS = 10;

/** Parameters that choose no rows. */
export const PAGING = ['sort', 'limit', 'cursor', 'count'] as const;

/** Who asks, and what the answer depends on besides the parameters. */
export interface Asker {
  readonly today: Day;
  mayRead(category: string): boolean;
  readonly areas: Pick<AreaDirectory, 'inRegions' | 'named'>;
  /** Where rows as of a moment are asked for; the parameters that say so choose none of them. */
  readonly moment?: Moment | undefined;
}

export interface ListQuestion {
  readonly query: Query<any>;
  /** Whether to count all rows that are chosen. */
  readonly count: boolean;
}

type Parameters = Readonly<Record<string, unknown>>;

/**
 * What the parameters of a list ask of its read model.
 * @throws Problem `query-invalid`, `query-closed` for a filter or order by a field that this reader may not read
 */
export async function listQuestionOf(model: ReadModel, parameters: Parameters, asker: Asker): Promise<ListQuestion> {
  const { sort, limit, cursor, count } = Object.fromEntries(PAGING.map((name) => [name, once(name, parameters[name])]));
  const chosen = Object.entries(parameters).filter(([name]) => !(PAGING as readonly string[]).includes(name));
  return {
    query: {
      all: await filtersFrom(model, chosen, asker),
      ...orderFrom(model, sort, asker),
      question: chosen
        .map(([name, value]) => [name, ...[value].flat().map(String).sort()])
        .sort(([one], [other]) => (one! < other! ? -1 : 1)),
      ...(limit !== undefined && { limit: wholeNumber('limit', limit) }),
      ...(cursor !== undefined && { cursor }),
    },
    count: count !== undefined && yesOrNo('count', count),
  };
}

function several(name: string, value: unknown): readonly string[] {
  const values = [value].flat();
  if (values.length > MOST_VALUES || !values.every((one) => typeof one === 'string')) {
    throw new Problem(400, 'query-invalid', `${name} takes at most ${MOST_VALUES} values.`, { field: name });
  }
  return values as string[];
}

function checkOpen({ name, category }: Pick<ListFilter, 'name' | 'category'>, asker: Asker): void {
  if (category === undefined || asker.mayRead(category)) return;
  throw new Problem(403, 'query-closed', `You may not read this field (${category}), so rows are not found by it.`, {
    field: name,
    rule: 'P2',
  });
}

function orderFrom(model: ReadModel, sort: string | undefined, asker: Asker): Pick<Query<any>, 'orderBy' | 'direction'> {
  if (sort === undefined) return { orderBy: model.order.by, direction: model.order.direction };
  const orderBy = sort.replace(/^-/, '');
  if (!sortsOf(model).includes(orderBy)) throw new Problem(400, 'query-invalid', `Rows are not sorted by ${orderBy}.`, { field: 'sort' });
  checkOpen({ ...filtersOf(model).get(orderBy)!, name: 'sort' }, asker);
  return { orderBy, direction: sort.startsWith('-') ? 'desc' : 'asc' };
}

async function filtersFrom(model: ReadModel, chosen: readonly [string, unknown][], asker: Asker): Promise<Filter<any>[]> {
  const filters = filtersOf(model);
  const where: Record<string, Condition> = {};
  const others: Filter<any>[] = [];
  for (const [name, value] of chosen) {
    if (asker.moment && isMoment(name)) continue;
    const filter = filters.get(name);
    if (filter) {
      checkOpen(filter, asker);
      where[filter.column] = { ...where[filter.column], ...conditionOf(filter, value) };
      continue;
    }
    const derived = Object.hasOwn(DERIVED, name) ? DERIVED[name as keyof typeof DERIVED] : undefined;
    if (!derived?.isOffered(model)) throw new Problem(400, 'query-invalid', `Rows are not filtered by ${name}.`, { field: name });
    others.push(await derived.filter(model, value, asker));
  }
  return [{ where }, ...others];
}

function conditionOf(filter: ListFilter, value: unknown): Condition {
  const { name, bound } = filter;
  if (bound === undefined) return { in: several(name, value).map((text) => valueFrom(filter, text)) };
  if (typeof value !== 'string') throw new Problem(400, 'query-invalid', `${name} is given more than once.`, { field: name });
  return { [bound]: valueFrom(filter, value) };
}

const isMoment = (name: string): boolean => (MOMENT_PARAMETERS as readonly string[]).includes(name);

interface Derived {
  isOffered(model: ReadModel): boolean;
  filter(model: ReadModel, value: unknown, asker: Asker): Promise<Filter<any>> | Filter<any>;
}

const ofAreas = ({ areas }: ReadModel, ids: readonly string[]): Filter<any> =>
  areas === 'key' ? { keys: ids } : { where: { [areas!]: { in: ids } } };

/** Filters that are no column of their own. */
export const DERIVED = {
  region: {
    isOffered: ({ areas }) => areas !== undefined && areas !== 'key',
    filter: async (model, value, asker) => ofAreas(model, await asker.areas.inRegions(several('region', value))),
  },
  overdue: {
    isOffered: ({ owed }) => owed !== undefined,
    filter: ({ owed }, value, { today }) => {
      const asked = yesOrNo('overdue', once('overdue', value)!);
      const overdue: Filter<any> = { where: { [owed!.by]: { before: today }, status: { in: owed!.while } } };
      return asked ? overdue : { except: overdue };
    },
  },
  q: {
    isOffered: ({ areas, projection }) => areas !== undefined || projection.words !== undefined,
    filter: async (model, value, { areas }) => {
      const text = once('q', value)!;
      const words = wordsIn(text);
      if (words.length === 0 || words.length > MOST_WORDS) {
        throw new Problem(400, 'query-invalid', `q takes one to ${MOST_WORDS} words.`, { field: 'q' });
      }
      if (model.projection.words === undefined) return ofAreas(model, await areas.named(text));
      if (model.areas === undefined || model.areas === 'key') return { words: words.map((begins) => ({ begins })) };
      const begun = words.map(async (begins) => ({ begins, or: ofAreas(model, await areas.named(begins)) }));
      return { words: await Promise.all(begun) };
    },
  },
} as const satisfies Record<string, Derived>;
