import { streamName, type Shape, type Stream } from '@app/event-sourcing';
import type { Source } from '@app/domain/local-area/source.parts.command';

/** A command for a fact, with the stream that it goes to. */
export interface Step<C extends object = any> {
  readonly stream: Stream<any, any>;
  readonly id: string;
  readonly command: Shape<C>;
  readonly body: C;
}

/** What is to be done about a fact: a command, or nothing, and why. */
export type Plan = { readonly step: Step } | { readonly because: string };

/** A stream as it stands, with what its events say. */
export interface OnRecord<S> {
  readonly state: S;
  /** Data of the event at a revision. */
  readonly said: (revision: number) => { readonly source?: Source };
}

/** The name of a fact within its file and stream: the same fact of the same file is recorded once, whoever imports it and however often. */
export const factName = (what: string, ...parts: readonly (string | number)[]): string => [what, ...parts].join('~');

/** Words for a stream and revision in a report. */
export const recordNamed = (stream: Stream<any, any>, id: string, revision: number): string => `${streamName(stream, id)}@${revision}`;
