import type { LocalAreaEvent, NationalDsgEvent, TimelinessEvent } from '@app/domain/events';
import { defineProjection, everyFieldOf } from '@app/event-sourcing';
import { inOrder, withoutRecord } from '../lists';
import {
  PublishedFigures,
  type PublishedBalance,
  type PublishedName,
  type PublishedTimeliness,
  type TimelinessYear,
} from './published-figures.view';

type Data<T extends LocalAreaEvent['type']> = Extract<LocalAreaEvent, { type: T }>['data'];
type Figure = Extract<TimelinessEvent, { type: 'TimelinessRecorded' }>['data'];
type NationalBalance = Extract<NationalDsgEvent, { type: 'NationalDsgRecorded' }>['data'];

/** Stands in the place of a local area where the figure is the whole country's. */
const ENGLAND = 'england';

const nameOf = ({ name, region, from }: Data<'LocalAreaRegistered'>, record: number): PublishedName => ({ name, region, from, record });

/** The latest name is the area's, whenever it was recorded. */
function named(row: PublishedFigures, names: readonly PublishedName[]): PublishedFigures {
  const ordered = inOrder(names, ({ from }) => from);
  const { name, region } = ordered.at(-1) ?? row;
  return { ...row, name, ...(region !== undefined && { region }), names: ordered };
}

const figureOf = ({ rate, issued, withinTwentyWeeks, source, publishedOn }: Figure, record: number): PublishedTimeliness => ({
  rate,
  ...(issued !== undefined && { issued }),
  ...(withinTwentyWeeks !== undefined && { withinTwentyWeeks }),
  publisher: source.publisher,
  publishedOn,
  record,
});

interface Standing extends Pick<TimelinessYear, 'year' | 'basis'> {
  readonly standing?: string;
}

/** The year on its basis with its figures changed; without a figure it is no year. */
function withYear(
  row: PublishedFigures,
  { year, basis, standing }: Standing,
  change: (figures: PublishedTimeliness[]) => PublishedTimeliness[],
): PublishedFigures {
  const isIt = (one: TimelinessYear): boolean => one.year === year && one.basis === basis;
  const others = row.timeliness.filter((one) => !isIt(one));
  if (standing === undefined) return { ...row, timeliness: others };
  const figures = change(row.timeliness.find(isIt)?.figures ?? []);
  return { ...row, timeliness: inOrder([...others, { year, basis, rate: standing, figures }], (one) => `${one.year} ${one.basis}`) };
}

/** The preferred balance of a year is the one that a person preferred, otherwise the one that was published first. */
function withBalances(row: PublishedFigures, balances: readonly PublishedBalance[]): PublishedFigures {
  const isPreferred = ({ year, record }: PublishedBalance): boolean => {
    const ofYear = balances.filter((one) => one.year === year);
    const preference = row.preferences.find((one) => one.year === year)?.record;
    return record === (ofYear.find((one) => one.record === preference) ?? ofYear[0])?.record;
  };
  const dsg = balances.map((one) => ({ ...one, preferred: isPreferred(one) }));
  return { ...row, dsg: inOrder(dsg, ({ year }) => year) };
}

/** England has one figure a year, each on a stream of its own. */
const withNational = (
  known: PublishedFigures | undefined,
  year: string,
  figure?: Omit<PublishedBalance, 'year' | 'preferred'>,
): PublishedFigures => {
  const row = known ?? blank('England');
  const others = row.dsg.filter((one) => one.year !== year);
  return withBalances(row, figure ? [...others, { year, ...figure, preferred: false }] : others);
};

const nationalFigure = ({ balance, source, publishedOn }: NationalBalance, record: number) => ({
  balance,
  publisher: source.publisher,
  publishedOn,
  record,
});

const blank = (name: string): PublishedFigures => ({ name, names: [], timeliness: [], preferences: [], dsg: [] });

/** What is published of each local area and of England, for whoever may read published figures alone (P4). */
export const publishedFigures = defineProjection<PublishedFigures, LocalAreaEvent | TimelinessEvent | NationalDsgEvent>({
  name: 'published-figures',
  version: 2,
  view: PublishedFigures,
  fields: everyFieldOf<PublishedFigures>()('name', 'region', 'names', 'timeliness', 'preferences', 'dsg'),
  feed: true,
  columns: { name: 'text', region: 'text' },
  indexes: [['name'], ['region', 'name']],
  words: ['name'],
  key: (_event, { category, streamId }) => {
    if (category === 'localArea') return streamId;
    if (category === 'nationalDsg') return ENGLAND;
    return category === 'timeliness' ? streamId.split('~', 1) : undefined;
  },
  on: {
    LocalAreaRegistered: (_row, data, { revision }) => named(blank(data.name), [nameOf(data, revision)]),
    LocalAreaRecoded: (row, data, { revision }) => row && named(row, [...row.names, nameOf(data, revision)]),
    LocalAreaCodesCorrected: (row, data, { revision }) =>
      row && named(row, [...withoutRecord(row.names, data.corrects), nameOf(data, revision)]),
    DsgPositionPublished: (row, { year, position, balance, publishedOn, source }) => {
      if (!row) return undefined;
      const one = { year, balance, publisher: source.publisher, publishedOn, preferred: false, record: position };
      return withBalances(row, [...withoutRecord(row.dsg, position), one]);
    },
    SourcePreferred: (row, { year, prefers }) =>
      row &&
      withBalances({ ...row, preferences: [...row.preferences.filter((one) => one.year !== year), { year, record: prefers }] }, row.dsg),
    DsgPositionCorrected: (row, { corrects }) => row && withBalances(row, withoutRecord(row.dsg, corrects)),
    FactWithdrawn: (row, { kind, corrects }) => {
      if (!row) return undefined;
      if (kind === 'codes') return named(row, withoutRecord(row.names, corrects));
      return kind === 'dsg-position' ? withBalances(row, withoutRecord(row.dsg, corrects)) : row;
    },
    TimelinessRecorded: (known, data, { revision }, key) => {
      const row = known ?? (key === ENGLAND ? blank('England') : undefined);
      return row && withYear(row, data, (figures) => [...figures, figureOf(data, revision)]);
    },
    TimelinessRevised: (row, data, { revision }) => row && withYear(row, data, (figures) => [...figures, figureOf(data, revision)]),
    TimelinessCorrected: (row, data, { revision }) =>
      row &&
      withYear(row, data, (figures) => figures.map((figure) => (figure.record === data.corrects ? figureOf(data, revision) : figure))),
    TimelinessWithdrawn: (row, data) => row && withYear(row, data, (figures) => withoutRecord(figures, data.corrects)),
    TimelinessSourcePreferred: (row, data) => row && withYear(row, data, (figures) => figures),
    NationalDsgRecorded: (row, data, { revision }) => withNational(row, data.year, nationalFigure(data, revision)),
    NationalDsgCorrected: (row, data, { revision }) => row && withNational(row, data.year, nationalFigure(data, revision)),
    NationalDsgWithdrawn: (row, { year }) => row && withNational(row, year),
  },
});
