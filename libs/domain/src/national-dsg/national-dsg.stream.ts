import type { Day } from '@app/calendar';
import { declarationsIn, evolveWith, type Stream } from '@app/event-sourcing';
import * as events from './national-dsg.events';
import type { NationalDsgEvent } from './national-dsg.events';

/** The figure that stands. */
export interface NationalBalance {
  /** Of the record, or of its latest correction. */
  readonly revision: number;
  /** Per cent of income, or a marker. */
  readonly balance: string;
  readonly publisher: string;
  readonly title: string;
  readonly publishedOn: Day;
}

export interface NationalDsgState {
  /** Financial year; empty while nothing is recorded. */
  readonly year: string;
  readonly standing?: NationalBalance;
}

type Said = Extract<NationalDsgEvent, { type: 'NationalDsgRecorded' }>['data'];

const balanceOf = ({ balance, source, publishedOn }: Said, revision: number): NationalBalance => ({
  revision,
  balance,
  publisher: source.publisher,
  title: source.title,
  publishedOn,
});

/** Id of the stream of a year: of `2021-22`, `2021_22`. */
export const nationalDsgId = (year: string): string => year.replace('-', '_');

/**
 * `nationalDsg-{year}`: England's cumulative balance of the dedicated schools grant at one year end, to hold those of areas against
 * (J9, G13). Bounded by the year: a publication and its corrections.
 */
export const nationalDsgStream: Stream<NationalDsgState, NationalDsgEvent> = {
  category: 'nationalDsg',
  collection: 'national-dsg',
  events: declarationsIn(events),
  initial: () => ({ year: '' }),
  evolve: evolveWith<NationalDsgState, NationalDsgEvent>({
    NationalDsgRecorded: (_state, data, { revision }) => ({ year: data.year, standing: balanceOf(data, revision) }),
    NationalDsgCorrected: (state, data, { revision }) => ({ ...state, standing: balanceOf(data, revision) }),
    NationalDsgWithdrawn: ({ year }) => ({ year }),
  }),
};
