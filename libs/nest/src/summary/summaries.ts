import { setImmediate as nextTurn } from 'node:timers/promises';
import { fieldsOf, type Actor, type ColumnType, type ReadModel } from '@app/event-sourcing';
import { comparePositions, type Position } from '@app/event-store';
import type { Total } from '@app/read-store';
import { filtersOf } from '../http/list-filters';
import type { ListReader } from '../http/list-reader';
import type { SummaryCount, SummarySectionBody } from './summary.view';

/** Rows of a list that are counted, together or by what some of their columns say. */
export interface CountedFigure {
  readonly name: string;
  readonly says: string;
  /** Parameters of the list. */
  readonly question: Readonly<Record<string, string>>;
  readonly by?: readonly string[];
  readonly sums?: readonly string[];
}

export interface CountedSection {
  readonly model: ReadModel;
  readonly figures: readonly CountedFigure[];
}

/** Counts the rows of lists as their readers may find them: each figure is what the list's own `count` says (P2, P4). */
export class Summaries {
  constructor(private readonly lists: Pick<ListReader, 'totals' | 'mayRead'>) {}

  /**
   * The sections of the lists that a reader may open. A section whose rows belong to no area is left out of a region.
   * @throws QueryRefused for a region that is no text
   */
  async of(
    sections: readonly CountedSection[],
    reader: Actor,
    region?: string,
  ): Promise<{ sections: SummarySectionBody[]; position: Position | undefined }> {
    const counted: SummarySectionBody[] = [];
    const positions: (Position | undefined)[] = [];
    for (const { model, figures } of sections) {
      if (!model.roles.includes(reader.role) || (region !== undefined && model.areas === undefined)) continue;
      const { path, says, rules } = model;
      const body: SummarySectionBody = { section: path, says, rules: [...rules], counts: [], redacted: [] };
      for (const figure of figures) {
        const closed = closedFor(model, figure, (category) => this.lists.mayRead(reader, category));
        if (closed) {
          if (!body.redacted.some(({ field }) => field === closed.field)) body.redacted.push(closed);
          continue;
        }
        const question = { ...figure.question, ...(region !== undefined && { region }) };
        const { by = [], sums = [] } = figure;
        const { totals, position } = await this.lists.totals(model, question, reader, { by, sums });
        positions.push(position);
        body.counts.push(...totals.map((total) => countOf(model, figure, question, total)));
      }
      counted.push(body);
      await nextTurn();
    }
    return { sections: counted, position: positions.sort(comparePositions)[0] };
  }
}

/** The first field of a figure that this reader may not read: neither is it counted by, nor added up (P2). */
function closedFor(model: ReadModel, { question, by = [], sums = [] }: CountedFigure, mayRead: (category: string) => boolean) {
  const filters = filtersOf(model);
  const fields = fieldsOf(model.projection.view);
  const asked = Object.keys(question).flatMap((name) => filters.get(name)?.column ?? []);
  for (const field of [...by, ...sums, ...asked]) {
    const category = fields.get(field)?.classification?.category;
    if (category !== undefined && !mayRead(category)) return { field, category };
  }
  return undefined;
}

function countOf(
  { path, projection }: ReadModel,
  { name, says, by = [], sums = [] }: CountedFigure,
  question: Readonly<Record<string, string>>,
  total: Total,
): SummaryCount {
  const columns = (projection.columns ?? {}) as Readonly<Record<string, ColumnType>>;
  const of = Object.fromEntries(by.map((column, at) => [column, valueOf(columns[column]!, total.values[at]!)]));
  const isAsked = Object.values(of).every((value) => value !== null);
  const asked = new URLSearchParams({
    ...question,
    ...Object.fromEntries(Object.entries(of).map(([column, value]) => [column, String(value)])),
  });
  return {
    figure: name,
    says,
    of,
    count: total.count,
    sums: Object.fromEntries(sums.map((column, at) => [column, total.sums[at]!])),
    ...(isAsked && { list: asked.size === 0 ? `/v1/${path}` : `/v1/${path}?${asked.toString()}` }),
  };
}

const valueOf = (type: ColumnType, cell: string | number | null): string | number | boolean | null =>
  type === 'flag' && cell !== null ? cell === 1 : cell;
