import { randomUUID } from 'node:crypto';
import { ReadReq } from '@eventstore/db-client/generated/streams_pb';
import { Faults } from './faults';
import { EventLog } from './log';
import { drained, positionIn, ReadCall } from './read-call';
import { LoggedEvent } from './recorded';
import { tooSlow } from './refusals';
import { caughtUpMessage, checkpointMessage, confirmationMessage, Malformed, revisionOf, streamName } from './wire';

/** Events that the server looks at in one go while a subscriber catches up. */
const PAGE = 32;

interface Following {
  /** Index of the first event to look at. */
  readonly from: number;
  /** Events looked at between two checkpoints; absent for subscriptions without a filter. */
  readonly checkpointEvery: number | undefined;
  readonly matches: (event: LoggedEvent) => boolean;
}

/** Serves a subscription: what is there, «caught up», then what comes. @throws Malformed */
export function follow(call: ReadCall, options: ReadReq.Options, log: EventLog, faults: Faults, version: string): void {
  const following = options.hasStream() ? ofStream(options.getStream()!, log) : ofAll(options, log, version);
  void new Subscription(call, log, faults, following).run();
}

function ofStream(options: ReadReq.Options.StreamOptions, log: EventLog): Following {
  const stream = streamName(options.getStreamIdentifier());
  if (stream === '') throw new Malformed('no stream');
  const after = options.hasRevision() ? Number(revisionOf(options.getRevision())) : -1;
  return {
    from: options.hasEnd() ? log.committed : 0,
    checkpointEvery: undefined,
    matches: (event) => event.stream === stream && event.revision > after,
  };
}

function ofAll(options: ReadReq.Options, log: EventLog, version: string): Following {
  const all = options.getAll()!;
  const filter = options.getFilter();
  const { from, after } = whereToStart(all, log, version);
  const passes = filter === undefined ? () => true : filtering(filter);
  return {
    from,
    checkpointEvery:
      filter === undefined ? undefined : filter.getCheckpointintervalmultiplier() * (filter.hasMax() ? filter.getMax() : PAGE),
    matches: (event) => event.position > after && log.isThere(event) && passes(event),
  };
}

/** As the server does it: the first event at or after the position is taken for seen. */
function whereToStart(all: ReadReq.Options.AllOptions, log: EventLog, version: string): { from: number; after: number } {
  if (all.hasStart()) return { from: 0, after: -1 };
  if (all.hasEnd()) return { from: log.committed, after: -1 };
  const position = positionIn(all.getPosition());
  if (position === 0) return { from: 0, after: -1 };
  const { index, isRecordStart } = log.find(position);
  if (index < log.committed && !isRecordStart) throw new Malformed('no record starts there');
  let seen = index;
  while (seen < log.committed && !log.isThere(log.events[seen]!)) seen += 1;
  const staysSilent = position > log.end && !version.startsWith('23.');
  return { from: Math.min(seen + 1, log.committed), after: staysSilent ? position : -1 };
}

function filtering(filter: ReadReq.Options.FilterOptions): (event: LoggedEvent) => boolean {
  const expression = filter.getStreamIdentifier() ?? filter.getEventType();
  if (expression === undefined || filter.getCheckpointintervalmultiplier() === 0) throw new Malformed('no filter');
  const subject = filter.hasStreamIdentifier() ? (event: LoggedEvent) => event.stream : (event: LoggedEvent) => event.type;
  if (expression.getRegex() !== '') {
    const pattern = new RegExp(expression.getRegex());
    return (event) => pattern.test(subject(event));
  }
  const prefixes = expression.getPrefixList();
  return (event) => prefixes.some((prefix) => subject(event).startsWith(prefix));
}

class Subscription {
  private next: number;
  private live = false;
  private sinceCheckpoint = 0;
  private wake = (): void => undefined;
  private ended = false;

  constructor(
    private readonly call: ReadCall,
    private readonly log: EventLog,
    private readonly faults: Faults,
    private readonly following: Following,
  ) {
    this.next = following.from;
  }

  async run(): Promise<void> {
    const unwatch = this.log.watch(() => this.wake());
    const unregister = this.faults.onTooSlow(() => this.live && this.drop());
    this.call.once('cancelled', () => this.wake());
    await this.send(confirmationMessage(randomUUID()));
    while (!this.call.cancelled && !this.ended) {
      if (this.faults.thawed !== undefined) await this.faults.thawed;
      else if (this.next < this.log.committed) await (this.live ? this.showNext() : this.showPage());
      else if (!this.live) {
        this.live = true;
        await this.send(caughtUpMessage);
      } else await new Promise<void>((resolve) => (this.wake = resolve));
    }
    unwatch();
    unregister();
  }

  private async showNext(): Promise<void> {
    if (this.faults.isTooSlow(this.log.committed - this.next)) return this.drop();
    const event = this.log.events[this.next]!;
    this.next += 1;
    if (this.following.matches(event)) await this.send(event.message);
    this.sinceCheckpoint += 1;
    if (this.sinceCheckpoint < (this.following.checkpointEvery ?? Infinity)) return;
    this.sinceCheckpoint = 0;
    await this.send(checkpointMessage(event.position));
  }

  private async showPage(): Promise<void> {
    const page = this.log.events.slice(this.next, Math.min(this.next + PAGE, this.log.committed));
    const start = this.next === 0 ? 0 : this.log.events[this.next - 1]!.end;
    this.next += page.length;
    const shown = page.filter(this.following.matches);
    for (const { message } of shown) {
      if (!this.call.cancelled) await this.send(message);
    }
    this.sinceCheckpoint += page.length;
    if (this.next >= this.log.committed || this.sinceCheckpoint < (this.following.checkpointEvery ?? Infinity)) return;
    this.sinceCheckpoint = 0;
    await this.send(checkpointMessage(shown.at(-1)?.position ?? start));
  }

  /** Pending only while the subscriber cannot keep up. */
  private send(message: Buffer): Promise<void> | void {
    if (!this.ended && !this.call.write(message)) return drained(this.call);
  }

  private drop(): void {
    if (this.ended) return;
    this.ended = true;
    this.call.emit('error', tooSlow('live'));
    this.wake();
  }
}
