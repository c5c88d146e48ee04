import type { Day } from '@app/calendar';
import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import type { Source } from '../local-area/source.parts.command';
import * as events from './timeliness.events';
import type { TimelinessEvent } from './timeliness.events';
import type { TimelinessCounts } from './timeliness.parts.command';
import type { TimelinessBasis } from './timeliness.vocabulary';

/** What a publisher said at one time. */
export interface PublishedFigure {
  /** Of the record, or of its latest correction. */
  readonly revision: number;
  readonly publisher: string;
  readonly title: string;
  readonly publishedOn: Day;
  /** Per cent, or a marker. */
  readonly rate: string;
  /** Everything that was said, as text, to see whether another record says the same. */
  readonly digest: string;
}

/** What one source said and later revised, in the order of publication: the last one stands. */
export type SourceFigures = readonly PublishedFigure[];

export interface TimelinessState {
  /** Local area by its id, or `england`; empty while nothing is recorded. */
  readonly area: string;
  /** Calendar year; 0 while nothing is recorded. */
  readonly year: number;
  /** By basis, every source's figures; the preferred source first. */
  readonly sources: Readonly<Record<TimelinessBasis, readonly SourceFigures[]>>;
}

type Saying = TimelinessCounts & { readonly rate: string };

/** What a record says, as text. */
export const digestOf = ({ issued, withinTwentyWeeks, rate, publishedOn, source }: Saying): string =>
  JSON.stringify([rate, issued ?? '', withinTwentyWeeks ?? '', publishedOn, source.publisher, source.title, source.url ?? '']);

/** A record as state holds it. */
export const figureOf = (said: Saying & { readonly source: Source }, revision: number): PublishedFigure => ({
  revision,
  publisher: said.source.publisher,
  title: said.source.title,
  publishedOn: said.publishedOn,
  rate: said.rate,
  digest: digestOf(said),
});

/** The rate that a year goes by: the preferred source's latest. */
export const standingRate = (sources: readonly SourceFigures[]): string | undefined => sources[0]?.at(-1)?.rate;

/** A source's figures with another one after those that it had published. */
export const withRevised = (sources: readonly SourceFigures[], revises: number, figure: PublishedFigure): readonly SourceFigures[] =>
  sources.map((figures) => (figures.some(({ revision }) => revision === revises) ? [...figures, figure] : figures));

/** The figures with one standing in for a record. */
export const withCorrected = (sources: readonly SourceFigures[], corrects: number, figure: PublishedFigure): readonly SourceFigures[] =>
  sources.map((figures) => figures.map((known) => (known.revision === corrects ? figure : known)));

/** The figures without a record: what its source had published before stands again; without any, the next source's. */
export const withoutFigure = (sources: readonly SourceFigures[], corrects: number): readonly SourceFigures[] =>
  sources.map((figures) => figures.filter(({ revision }) => revision !== corrects)).filter((figures) => figures.length > 0);

/** The source of a record first, the others as they were. */
const withPreferred = (sources: readonly SourceFigures[], prefers: number): readonly SourceFigures[] => {
  const isIt = (figures: SourceFigures): boolean => figures.some(({ revision }) => revision === prefers);
  return [...sources.filter(isIt), ...sources.filter((figures) => !isIt(figures))];
};

const changed = (
  state: TimelinessState,
  basis: TimelinessBasis,
  change: (sources: readonly SourceFigures[]) => readonly SourceFigures[],
): TimelinessState => ({ ...state, sources: { ...state.sources, [basis]: change(state.sources[basis]) } });

/**
 * `timeliness-{area}~{year}`: how many education, health and care plans were issued within 20 weeks in a calendar year, source by
 * source (J7); the whole country's is `timeliness-england~{year}`. Bounded by the year: a few publications and their revisions.
 */
export const timelinessStream: Stream<TimelinessState, TimelinessEvent> = {
  category: 'timeliness',
  collection: 'timeliness',
  events: declarationsIn(events),
  initial: () => ({ area: '', year: 0, sources: { 'no-exceptions': [], 'with-exceptions': [] } }),
  evolve: evolveWith<TimelinessState, TimelinessEvent>({
    TimelinessRecorded: (state, data, { revision }) =>
      changed({ ...state, area: data.area, year: data.year }, data.basis, (sources) => [...sources, [figureOf(data, revision)]]),
    TimelinessRevised: (state, data, { revision }) =>
      changed(state, data.basis, (sources) => withRevised(sources, data.revises, figureOf(data, revision))),
    TimelinessCorrected: (state, data, { revision }) =>
      changed(state, data.basis, (sources) => withCorrected(sources, data.corrects, figureOf(data, revision))),
    TimelinessWithdrawn: (state, { basis, corrects }) => changed(state, basis, (sources) => withoutFigure(sources, corrects)),
    TimelinessSourcePreferred: (state, { basis, prefers }) => changed(state, basis, (sources) => withPreferred(sources, prefers)),
  }),
};
