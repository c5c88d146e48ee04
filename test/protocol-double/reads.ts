import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { Faults } from './faults';
import { EventLog } from './log';
import { drained, positionIn, ReadCall } from './read-call';
import { LoggedEvent } from './recorded';
import { Refusal, streamDeleted, thrown, unknown } from './refusals';
import { follow } from './subscriptions';
import { Malformed, notFoundMessage, revisionOf, streamName } from './wire';

const BACKWARDS = ReadReq.Options.ReadDirection.BACKWARDS;

export class Reads {
  constructor(
    private readonly log: EventLog,
    private readonly faults: Faults,
    private readonly version: string,
  ) {}

  readonly read = (call: ReadCall): void => {
    const refuse = (refusal: Refusal): void => void call.emit('error', refusal);
    const handle = (): void => {
      try {
        const options = call.request.getOptions();
        if (options === undefined) throw new Malformed('no options');
        if (options.hasSubscription()) return follow(call, options, this.log, this.faults, this.version);
        const count = Number(options.getCount());
        if (count === 0) return options.hasStream() ? refuse(unknown('Unexpected ReadStreamResult: Error')) : searchForEver();
        const backwards = options.getReadDirection() === BACKWARDS;
        const toRead = options.hasStream() ? this.ofStream(options.getStream()!, backwards, call) : this.ofAll(options, backwards);
        if (toRead === undefined) return;
        if ('code' in toRead) return refuse(toRead);
        void this.send(call, toRead, count);
      } catch (error) {
        refuse(thrown(error));
      }
    };
    this.faults.admit(call, handle, refuse);
  };

  private async send(call: ReadCall, events: Iterator<LoggedEvent>, count: number): Promise<void> {
    for (let sent = 0; sent < count && !call.cancelled;) {
      const next = events.next();
      if (next.done === true) break;
      if (!this.log.isThere(next.value)) continue;
      sent += 1;
      if (!call.write(next.value.message)) await drained(call);
      if (this.faults.thawed !== undefined) await this.faults.thawed;
    }
    call.end();
  }

  private ofStream(
    options: ReadReq.Options.StreamOptions,
    backwards: boolean,
    call: ReadCall,
  ): Iterator<LoggedEvent> | Refusal | undefined {
    const stream = streamName(options.getStreamIdentifier());
    if (stream === '') throw new Malformed('no stream');
    if (options.hasEnd() && !backwards) return unknown('Unexpected ReadStreamResult: Error');
    const readable = this.log.readable(stream);
    if (readable === 'deleted') return streamDeleted(stream);
    if (readable === 'absent') {
      call.write(notFoundMessage(stream));
      call.end();
      return undefined;
    }
    const { events, from, to } = readable;
    const revision = options.hasRevision() ? Number(revisionOf(options.getRevision())) : options.hasEnd() ? to : 0;
    if (backwards) return downwards(events, Math.min(revision, to - 1), from);
    return upwards(events, Math.max(revision, from), () => to);
  }

  private ofAll(options: ReadReq.Options, backwards: boolean): Iterator<LoggedEvent> | Refusal {
    const all = options.getAll()!;
    const { events, committed, end } = this.log;
    if (all.hasStart()) return backwards ? downwards(events, -1, 0) : upwards(events, 0, () => this.log.committed);
    if (all.hasEnd()) return backwards ? downwards(events, committed - 1, 0) : upwards(events, committed, () => committed);
    const position = positionIn(all.getPosition());
    const { index, isRecordStart } = this.log.find(position);
    const beyond = position > end || index >= committed;
    if (!isRecordStart && !(beyond && !backwards)) return unknown('Unexpected ReadAllResult: Error');
    if (backwards) return downwards(events, Math.min(index, committed) - 1, 0);
    return upwards(events, index, () => this.log.committed);
  }
}

/** The server goes on asking itself for the next page of none, and never answers. */
const searchForEver = (): void => undefined;

/** From `index` as far as `end` says when it is asked, so that what is committed meanwhile is read as well. */
function* upwards(events: readonly LoggedEvent[], index: number, end: () => number): Iterator<LoggedEvent> {
  for (let at = index; at < end(); at += 1) yield events[at]!;
}

function* downwards(events: readonly LoggedEvent[], index: number, last: number): Iterator<LoggedEvent> {
  for (let at = index; at >= last; at -= 1) yield events[at]!;
}
