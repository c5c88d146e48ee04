import type { Source } from '../local-area/source.parts.command';
import { refuse } from './timeliness.refusals';
import type { PublishedFigure, SourceFigures, TimelinessState } from './timeliness.stream';
import { TIMELINESS_BASES, type TimelinessBasis } from './timeliness.vocabulary';

/** A record with what stands around it. */
export interface KnownFigure {
  readonly basis: TimelinessBasis;
  /** Every source's figures on that basis, the preferred one first. */
  readonly sources: readonly SourceFigures[];
  /** Its own source's, in the order of publication. */
  readonly figures: SourceFigures;
  readonly figure: PublishedFigure;
  readonly place: number;
}

/** @throws Refused where no figure stands on a record. */
export function knownFigure(state: TimelinessState, revision: number, field: string): KnownFigure {
  for (const basis of TIMELINESS_BASES) {
    const sources = state.sources[basis];
    for (const figures of sources) {
      const place = figures.findIndex((figure) => figure.revision === revision);
      const figure = figures[place];
      if (figure) return { basis, sources, figures, figure, place };
    }
  }
  throw refuse('timeliness-not-on-record', { field, values: { revision } });
}

/** @throws Refused where a publication stands already for another figure of that year. */
export function checkSource(year: number, { publisher, title }: Source, others: readonly PublishedFigure[]): void {
  if (others.some((other) => other.publisher === publisher && other.title === title)) {
    throw refuse('timeliness-already-recorded', { field: 'source', values: { year, publisher, title } });
  }
}

/** @throws Refused where one source's figures would be of two publishers, or not in the order of their publication. */
export function checkRevisions(
  before: PublishedFigure | undefined,
  figure: Omit<PublishedFigure, 'revision'>,
  after?: PublishedFigure,
): void {
  const publisher = (before ?? after)?.publisher;
  if (publisher !== undefined && publisher !== figure.publisher) {
    throw refuse('timeliness-publisher-differs', { field: 'source', values: { publisher } });
  }
  const [earlier, later] =
    before && figure.publishedOn < before.publishedOn
      ? [before.publishedOn, figure.publishedOn]
      : after && after.publishedOn < figure.publishedOn
        ? [figure.publishedOn, after.publishedOn]
        : [];
  if (earlier !== undefined && later !== undefined) {
    throw refuse('timeliness-revisions-out-of-order', { field: 'publishedOn', values: { earlier, later } });
  }
}
