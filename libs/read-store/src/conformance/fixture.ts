import { defineEvent, defineProcess, defineProjection, EventCatalogue, type EventOf } from '@app/event-sourcing';
import { comparePositions, type JsonObject, type Position, type RecordedEvent } from '@app/event-store/port';
import type { Log } from '../replay';

class CaseOpenedShape {
  area!: string;
  openedOn!: string;
}
class CaseRatedShape {
  rating!: number | null;
  /** Makes the lines of `register` throw. */
  poison?: boolean;
  padding?: string;
}
class CaseClosedShape {
  closedOn!: string;
}
class ContractSignedShape {
  cases!: string[];
}
class ReportReceivedShape {
  month!: string;
}

export const CaseOpened = defineEvent('CaseOpened', CaseOpenedShape, { says: () => 'opened' });
export const CaseRated = defineEvent('CaseRated', CaseRatedShape, { says: () => 'rated' });
export const CaseClosed = defineEvent('CaseClosed', CaseClosedShape, { says: () => 'closed' });
export const ContractSigned = defineEvent('ContractSigned', ContractSignedShape, { says: () => 'signed' });
export const ReportReceived = defineEvent('ReportReceived', ReportReceivedShape, { says: () => 'received' });

export const catalogue = new EventCatalogue([CaseOpened, CaseRated, CaseClosed, ContractSigned, ReportReceived] as never[]);

type CaseEvent = EventOf<typeof CaseOpened> | EventOf<typeof CaseRated> | EventOf<typeof CaseClosed>;
type ContractEvent = EventOf<typeof ContractSigned> | EventOf<typeof ReportReceived>;

export class CaseRow {
  case!: string;
  area?: string;
  status!: 'open' | 'closed';
  openedOn?: string;
  rating!: number | null;
  history!: (number | null)[];
  lastBy?: string;
}

/** One row per case; throws at a poisonous rating. */
export const register = defineProjection<CaseRow, CaseEvent>({
  name: 'case-register',
  version: 1,
  view: CaseRow,
  columns: { area: 'text', status: 'text', openedOn: 'text', rating: 'integer' },
  indexes: [['status', 'openedOn'], ['rating']],
  key: (_event, { category, streamId }) => (category === 'case' ? streamId : undefined),
  on: {
    CaseOpened: (row, { area, openedOn }, { who }, key) => ({
      ...row,
      case: key,
      area,
      status: 'open',
      openedOn,
      rating: row?.rating ?? null,
      history: row?.history ?? [],
      lastBy: who,
    }),
    CaseRated: (row, { rating, poison }, { who }) => {
      if (poison) throw new RangeError('This rating cannot be taken');
      return row && { ...row, rating, history: [...row.history, rating].slice(-5), lastBy: who };
    },
    CaseClosed: (row) => row && { ...row, status: 'closed', area: undefined },
  },
});

export class AreaRow {
  cases!: string[];
}

/** One row per area with an open case, none without. */
export const areas = defineProjection<AreaRow, EventOf<typeof CaseOpened> | EventOf<typeof CaseClosed>>({
  name: 'areas',
  version: 1,
  view: AreaRow,
  key: (event) => (event.type === 'CaseOpened' ? ['every-area', event.data.area] : ['every-area']),
  on: {
    CaseOpened: (row, _data, { streamId }) => ({ cases: [...(row?.cases ?? []), streamId].sort() }),
    CaseClosed: (row, _data, { streamId }) => {
      const cases = (row?.cases ?? []).filter((known) => known !== streamId);
      return cases.length === 0 ? null : { cases };
    },
  },
});

/** Stands for a day that nobody knows. */
export const UNKNOWN = '0000-00-00';

export class DirectoryRow {
  title!: string;
  /** Absent where nobody knows. */
  openedOn?: string;
  /** The area, and every rating that it ever had. */
  tags!: string[];
}

/** One row per open case, found by the words of its title and by its tags. */
export const directory = defineProjection<DirectoryRow, CaseEvent>({
  name: 'directory',
  version: 1,
  view: DirectoryRow,
  columns: { title: 'text', openedOn: 'day', tags: 'texts' },
  indexes: [['openedOn']],
  words: ['title'],
  termsBy: 'openedOn',
  key: (_event, { category, streamId }) => (category === 'case' ? streamId : undefined),
  on: {
    CaseOpened: (row, { area, openedOn }) => ({
      title: `${area}, opened ${openedOn}`,
      tags: row?.tags ?? [area],
      ...(openedOn !== UNKNOWN && { openedOn }),
    }),
    CaseRated: (row, { rating }) => row && { ...row, tags: [...new Set([...row.tags, `rated-${rating}`])].slice(-3) },
    CaseClosed: (row) => row && null,
  },
});

/** A row per event of a case, found by its words. */
export const diary = defineProjection<DirectoryRow, CaseEvent>({
  name: 'diary',
  version: 1,
  view: DirectoryRow,
  rows: 'entry',
  columns: { tags: 'texts' },
  words: ['title'],
  key: (_event, { category, streamId }) => (category === 'case' ? streamId : undefined),
  on: {
    CaseOpened: (_row, { area }) => ({ title: `opened in ${area}`, tags: [area] }),
    CaseRated: (_row, { rating }) => ({ title: `rated ${rating}`, tags: [`rated-${rating}`, 'rated'] }),
  },
});

export class MomentRow {
  cases!: readonly string[];
  type!: string;
  at!: string;
  what?: string;
}

/** A row per event of a case and of the contracts that serve it. */
export const timeline = defineProjection<MomentRow, CaseEvent | ContractEvent>({
  name: 'timeline',
  version: 1,
  view: MomentRow,
  rows: 'entry',
  columns: { cases: 'texts', type: 'text', at: 'instant' },
  indexes: [['type']],
  termsBy: 'at',
  key: (_event, { category, streamId }) => (category === 'case' ? streamId : undefined),
  follows: (event, { stream }) => (event.type === 'ContractSigned' ? event.data.cases.map((key) => ({ stream, key })) : []),
  on: {
    CaseOpened: (_row, { area }, { recordedAt }, _key, cases) => ({ cases, type: 'opened', at: recordedAt, what: area }),
    CaseRated: (_row, { rating }, { recordedAt }, _key, cases) => ({ cases, type: 'rated', at: recordedAt, what: String(rating) }),
    CaseClosed: (_row, _data, { recordedAt }, _key, cases) => ({ cases, type: 'closed', at: recordedAt }),
    ReportReceived: (_row, { month }, { recordedAt }, _key, cases) => ({ cases, type: 'report', at: recordedAt, what: month }),
  },
});

export interface WatchState {
  readonly openedOn?: string;
  readonly ratings: number;
}

/** An instance per case; throws at a poisonous rating. */
export const watch = defineProcess<WatchState, CaseEvent>({
  name: 'watch',
  version: 1,
  inForceFrom: '2020-01-01',
  initial: () => ({ ratings: 0 }),
  key: (_event, { category, streamId }) => (category === 'case' ? streamId : undefined),
  on: {
    CaseOpened: (state, { openedOn }) => ({ ...state, openedOn }),
    CaseRated: (state, { poison }) => {
      if (poison) throw new RangeError('This rating cannot be taken');
      return { ...state, ratings: state.ratings + 1 };
    },
  },
  next: () => [],
});

/** A log in memory. */
export class MemoryLog implements Log {
  readonly events: RecordedEvent[] = [];
  private readonly revisions = new Map<string, number>();

  append(stream: string, { type, data }: { type: string; data: object }, schemaVersion = 1): RecordedEvent {
    const revision = (this.revisions.get(stream) ?? -1) + 1;
    this.revisions.set(stream, revision);
    const number = this.events.length + 1;
    const metadata = {
      v: 1,
      who: `user-${number % 7}`,
      role: 'case-lead',
      recordedAt: `2024-01-01T00:00:00.${String(number % 1000).padStart(3, '0')}Z`,
      effectiveOn: '2024-01-01',
      commandId: `command-${number}`,
      bodyDigest: '',
      $correlationId: `correlation-${number}`,
      $causationId: `cause-${number}`,
      schemaVersion,
      build: 'spec',
      hash: '',
    };
    const event: RecordedEvent = {
      stream,
      revision,
      id: `event-${number}`,
      type,
      data: JSON.parse(JSON.stringify(data)) as JsonObject,
      metadata,
      schemaVersion,
      position: String(number).padStart(20, '0') as Position,
    };
    this.events.push(event);
    return event;
  }

  get end(): Position {
    return this.events.at(-1)!.position;
  }

  after(position: Position | undefined, limit = Infinity): RecordedEvent[] {
    const events = this.events.slice(position === undefined ? 0 : Number(position));
    return events.slice(0, limit);
  }

  async readAll({ from, limit }: { from?: Position; limit: number }): Promise<RecordedEvent[]> {
    const start = from === undefined ? 0 : Number(from) - 1;
    return this.events.slice(Math.max(start, 0), start + limit).filter(({ position }) => comparePositions(position, from) >= 0);
  }
}
