import {
  declarationsIn,
  defineEvent,
  evolveWith,
  EventCatalogue,
  feature,
  type Decide,
  type EventOf,
  type Stream,
} from '@app/event-sourcing';
import { IsInt, IsString, Length, Matches, Min } from 'class-validator';

/** About 1 KB of data in sixteen fields, as a well-filled record has. */
const FIELDS = 14;

class NotedShape {
  @IsInt() @Min(0) number!: number;
  @Matches(/^\d{4}-\d{2}-\d{2}$/) day!: string;
  @IsString({ each: true }) @Length(1, 200, { each: true }) notes!: string[];
}

export const BenchNoted = defineEvent('BenchNoted', NotedShape, { effective: ({ day }) => day, says: ({ number }) => `Note ${number}` });
type Noted = EventOf<typeof BenchNoted>;

interface NotesState {
  readonly count: number;
}

export const benchStream: Stream<NotesState, Noted> = {
  category: 'bench',
  collection: 'benches',
  events: declarationsIn({ BenchNoted }),
  initial: () => ({ count: 0 }),
  evolve: evolveWith<NotesState, Noted>({ BenchNoted: ({ count }) => ({ count: count + 1 }) }),
};

export class NoteDown {
  @Matches(/^\d{4}-\d{2}-\d{2}$/) day!: string;
  @IsString({ each: true }) @Length(1, 200, { each: true }) notes!: string[];
}

export const noteDown: Decide<NoteDown, NotesState, Noted> = ({ day, notes }, { count }) => [BenchNoted({ number: count, day, notes })];

export const benchFeature = feature(NoteDown, benchStream, noteDown, { roles: ['case-lead'], rules: ['P5'], says: 'Note something down' });
export const benchCatalogue = new EventCatalogue(benchStream.events);

export const aBody = (): NoteDown =>
  Object.assign(new NoteDown(), {
    day: '2023-10-23',
    notes: Array.from({ length: FIELDS }, (_none, index) => `what was said about number ${index} at the deep dive, and more of it than`),
  });
