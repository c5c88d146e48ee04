import { AsOf, pageOf, type Moment } from '@app/nest';
import { comparePositions, type Position } from '@app/event-store';
import type { Source } from '@app/event-sourcing';
import { ReadStore, type Listed } from '@app/read-store';
import { localAreaJourney } from '@app/reporting/local-area-journey/local-area-journey';
import type { LocalAreaJourney } from '@app/reporting/local-area-journey/local-area-journey.view';
import { publishedFigures } from '@app/reporting/published-figures/published-figures';
import type { PublishedFigures } from '@app/reporting/published-figures/published-figures.view';
import { timeline } from '@app/reporting/timeline/timeline';
import type { TimelineEntry } from '@app/reporting/timeline/timeline.view';
import { Injectable } from '@nestjs/common';

/** Key of the whole country's figures. */
const ENGLAND = 'england';

export interface PageOfEntries {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** A journey as it is kept: nothing is opened or withheld yet. */
export interface Journey {
  readonly standing: LocalAreaJourney | undefined;
  readonly figures: PublishedFigures | undefined;
  readonly england: PublishedFigures | undefined;
  readonly entries: readonly Listed<TimelineEntry>[];
  /** What caused entries of the page, by the ids of the events, as far as it stands in the same history. */
  readonly causes: ReadonlyMap<string, TimelineEntry>;
  readonly nextCursor?: string | undefined;
  /** Everything up to here is in all that was read. */
  readonly position: Position | undefined;
}

/** Reads the journey of a local area: as it stands, or as of a moment (J9, P6). */
@Injectable()
export class JourneyReader {
  constructor(
    private readonly readStore: ReadStore,
    private readonly asOf: AsOf,
  ) {}

  async current(area: string, { limit, cursor }: PageOfEntries): Promise<Journey> {
    const page = await this.readStore.find(timeline, {
      where: { subjects: { in: [subjectOf(area)] } },
      orderBy: 'effectiveOn',
      limit,
      ...(cursor !== undefined && { cursor }),
    });
    const standing = await this.readStore.get(localAreaJourney, area);
    const figures = await this.readStore.get(publishedFigures, area);
    const england = await this.readStore.get(publishedFigures, ENGLAND);
    const causes = await this.causesOf(page.rows, subjectOf(area));
    return {
      standing: standing.row,
      figures: figures.row,
      england: england.row,
      entries: page.rows,
      causes: byId(causes),
      nextCursor: page.nextCursor,
      position: earliest([standing.position, figures.position, england.position, page.position]),
    };
  }

  async at(area: string, moment: Moment, { limit, cursor }: PageOfEntries): Promise<Journey> {
    const past = await this.asOf.past(historyOf(area), moment);
    const standing = (await this.asOf.folded(localAreaJourney, past.events, [area])).row(area);
    const entries = (await this.asOf.folded(timeline, past.events, [subjectOf(area)])).rows();
    const page = pageOf(entries, 'effectiveOn', { question: [subjectOf(area), moment], limit, cursor });
    const figures = (await this.asOf.folded(publishedFigures, past.events, [area])).row(area);
    const country = await this.asOf.past(historyOf(ENGLAND), moment);
    const england = (await this.asOf.folded(publishedFigures, country.events, [ENGLAND])).row(ENGLAND);
    return {
      standing,
      figures,
      england,
      entries: page.rows,
      causes: byId(entries),
      nextCursor: page.nextCursor,
      position: earliest([past.position, country.position]),
    };
  }

  private async causesOf(entries: readonly Listed<TimelineEntry>[], subject: string): Promise<Listed<TimelineEntry>[]> {
    const ids = [...new Set(entries.map(({ row }) => row.causationId))];
    if (ids.length === 0) return [];
    const { rows } = await this.readStore.find(timeline, {
      where: { subjects: { in: [subject] }, eventId: { in: ids } },
      limit: ids.length,
    });
    return [...rows];
  }
}

const byId = (entries: readonly Listed<TimelineEntry>[]): ReadonlyMap<string, TimelineEntry> =>
  new Map(entries.map(({ row }) => [row.eventId, row]));

const subjectOf = (area: string): string => `localArea-${area}`;
const historyOf = (area: string): readonly Source[] => [{ historyOf: subjectOf(area) }];

const earliest = (positions: readonly (Position | undefined)[]): Position | undefined =>
  positions.reduce((first, position) => (comparePositions(position, first) < 0 ? position : first));
