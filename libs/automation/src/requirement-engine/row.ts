import type { Day, Instant } from '@app/calendar';
import type { EscalationNeed, EscalationLevel } from '@app/domain/escalation/escalation.parts.command';
import type { Counting, FollowingEscalation } from '@app/domain/requirement/requirement.parts.command';
import type { DomainEvent, EventMeta, Lines } from '@app/event-sourcing';
import type { Addressee, Rung } from './people';

/** A recorded event as a duty refers to it. */
export interface Cause {
  /** `stream@revision`. */
  readonly event: string;
  readonly effectiveOn: Day;
  readonly recordedAt: Instant;
  readonly eventId: string;
  readonly correlationId: string;
}

export const causeOf = ({ stream, revision, effectiveOn, recordedAt, eventId, correlationId }: EventMeta): Cause => ({
  event: `${stream}@${revision}`,
  effectiveOn,
  recordedAt,
  eventId,
  correlationId,
});

/** Numbers that the documents leave open, by name; the unit is in the name. */
export type Settings = Readonly<Record<string, number>>;

/** A due day, and how it follows. */
export interface Due {
  readonly day: Day;
  /** In a sentence. */
  readonly because: string;
  readonly counted: Counting;
  /** Working days on which whoever must act is reminded. */
  readonly remindOn?: readonly Day[];
}

/** What a duty served has ended. */
export interface Ended {
  readonly by: Cause;
  readonly because: string;
  /** Where given, what was due on that day or before is owed all the same. */
  readonly lastDay?: Day;
}

/** What is owed, as the recorded facts have it; nothing here says what was already imposed. */
export interface Duty {
  /** Which one of its kind: first day of a period, or the id of the thing that imposes it; letters, digits, `_`, `.`, `-`. */
  readonly period: string;
  /** Those of one series follow each other: two lapses in a row are counted within it. Absent where each stands alone. */
  readonly series?: string;
  /** What must be done, where the row's own words are too general. */
  readonly says?: string;
  /** Day from which it is owed; it is imposed then and not before. */
  readonly from: Day;
  readonly areas: readonly string[];
  /** Who is told at level 1, where it is not who the row says. */
  readonly role?: LevelOneRole;
  /** Streams to which that person is assigned, where it is not the one that the requirement concerns. */
  readonly assignedTo?: readonly string[];
  /** Asked with the settings that were in force when it was imposed, so that a new setting moves no due day. */
  readonly due: (settings: Settings) => Due;
  readonly imposedBy: Cause;
  readonly metBy?: Cause;
  /** What met it took away what it was owed for; nobody did it. */
  readonly causeGone?: boolean;
  /** What undid the meeting, where something did. */
  readonly undoneBy?: Cause;
  /** Of several ends the one that was recorded first counts. */
  readonly ended?: Ended | readonly Ended[];
}

export type LevelOneRole = 'case-lead' | 'contract-manager' | 'grant-manager';

/** One line of the table, for an official to read: all the words and numbers. */
export interface RowInWords {
  readonly definition: string;
  /** Rule id. */
  readonly rule: string;
  /** What must be done, as a sentence. */
  readonly says: string;
  readonly onePer: string;
  readonly imposedBy: string;
  readonly due: string;
  readonly metBy: string;
  readonly endsWith: string;
  readonly settings: Settings;
  /** Level of the escalation that a lapse leads to, who that is at level 1, what is needed, and the level where the one before in the series lapsed too. */
  readonly then: {
    readonly level: EscalationLevel;
    readonly role: LevelOneRole;
    readonly need: EscalationNeed;
    readonly secondInARow?: EscalationLevel;
  };
  /** London day: what was true before imposes nothing; where the time runs from recording, what was recorded before. */
  readonly inForceFrom: Day;
}

/** A row at work: the events of one thing fold into facts, and the duties follow from the facts. */
export interface Watch<S = any, E extends DomainEvent = any> {
  /** Category of the stream that a requirement concerns; its own events always concern it. */
  readonly of: string;
  /** Ids of the things that an event on another stream concerns. */
  readonly also?: (event: E, meta: EventMeta) => readonly string[];
  /** Stream that concerns the same thing from this event of its own on. */
  readonly follows?: (event: E) => string | undefined;
  /** Its time runs from the day on which what imposes it was recorded, whatever day that is true from; so does the row's `inForceFrom`. */
  readonly runsFromRecording?: true;
  readonly initial: (id: string) => S;
  readonly on: Lines<S, E, S>;
  /** Everything that is owed from `today` on or was before; later periods may be left out. */
  readonly duties: (facts: S, today: Day) => readonly Duty[];
  /** What a lapse leads to, where it is not an escalation of its own; `undefined` when that has been done. */
  readonly then?: (
    facts: S,
    period: string,
    lapse: Cause,
    addressee: (rung: Rung) => Addressee,
  ) => { readonly send: object; readonly to: string } | undefined;
}

/** Declares a watch with its facts and events typed. */
export const defineWatch = <S, E extends DomainEvent>(watch: Watch<S, E>): Watch<S, E> => watch;

/** A row of the table of requirements. */
export interface RequirementRow extends RowInWords {
  readonly watch: Watch;
}

export const followingEscalation = ({ then: { level, need, secondInARow } }: RowInWords): FollowingEscalation => ({
  level,
  need,
  ...(secondInARow === undefined ? {} : { secondInARow }),
});
