import { sendUnaryData, ServerDuplexStream, ServerReadableStream } from '@grpc/grpc-js';
import { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb';
import { batchConflict, batchDeleted, batchSuccess, batchTimeout, batchTooLarge, batchUnrecognised } from './batch-wire';
import { AppendFate, Faults } from './faults';
import { EventLog } from './log';
import { Expected, LoggedEvent, Outcome, Proposed } from './recorded';
import { Refusal, streamDeleted, thrown, timedOut, tooLarge, wrongExpectedVersion } from './refusals';
import { appendConflict, appendSuccess, expectedIn, Malformed, proposed, revisionOf, streamName } from './wire';

export interface AppendLimits {
  /** Bytes of data in one append. */
  readonly maxAppendSize: number;
  /** Milliseconds after which a writer is told of a timeout. */
  readonly writeTimeout: number;
}

/** Whether a write waits: then its outcome is a promise, that may end in a refusal. */
type Applied = Outcome | Promise<Outcome | Refusal>;

interface Write {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly Proposed[];
}

interface InFlight {
  readonly last: LoggedEvent;
  readonly committed: () => void;
  due: boolean;
  timer?: NodeJS.Timeout;
}

const TIMEOUT = timedOut('Commit phase timeout.');

/** What has become of an append when its answer is due. */
type Verdict = Outcome | Refusal;

const isRefusal = (verdict: Verdict): verdict is Refusal => 'code' in verdict;

export class Appends {
  /** In flight, in log order; each is committed after those before it. */
  private readonly inFlight: InFlight[] = [];

  constructor(
    private readonly log: EventLog,
    private readonly faults: Faults,
    private readonly limits: AppendLimits,
    private readonly cut: (peer: string) => void,
  ) {}

  readonly unary = (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    let options: AppendReq.Options | undefined;
    const messages: AppendReq.ProposedMessage[] = [];
    let size = 0;
    call.on('data', (request: AppendReq) => {
      options ??= request.getOptions();
      const message = request.getProposedMessage();
      if (message === undefined) return;
      messages.push(message);
      size += message.getData_asU8().length;
    });
    call.on('end', () => {
      const handle = (): void => {
        if (size > this.limits.maxAppendSize) return answer(tooLarge(this.limits.maxAppendSize));
        try {
          const write = {
            stream: nonEmpty(streamName(options?.getStreamIdentifier())),
            expected: expectedIn(options!),
            events: messages.map(proposed),
          };
          this.settle(write, call.getPeer(), (verdict) => this.answerUnary(write, verdict, answer));
        } catch (error) {
          answer(thrown(error));
        }
      };
      this.faults.admit(call, handle, answer);
    });
  };

  readonly batch = (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const pending = new Map<string, { options: BatchAppendReq.Options; messages: BatchAppendReq.ProposedMessage[]; size: number }>();
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()!.getString();
      const options = request.getOptions();
      if (options !== undefined) pending.set(id, { options, messages: [], size: 0 });
      const write = pending.get(id);
      if (write === undefined) return;
      write.messages.push(...request.getProposedMessagesList());
      for (const message of request.getProposedMessagesList()) write.size += message.getData_asU8().length;
      if (!request.getIsFinal()) return;
      pending.delete(id);
      const stream = streamName(write.options.getStreamIdentifier());
      const refuse = (refusal: Refusal): void => {
        if (refusal.metadata?.get('exception')[0] === 'not-leader') call.emit('error', refusal);
        else call.write(batchUnrecognised(id, stream, refusal.details));
      };
      const handle = (): void => {
        if (write.size > this.limits.maxAppendSize) return void call.write(batchTooLarge(id, stream, this.limits.maxAppendSize));
        try {
          const toWrite = { stream: nonEmpty(stream), expected: expectedInBatch(write.options), events: write.messages.map(proposed) };
          this.settle(toWrite, call.getPeer(), (verdict) => this.answerBatch(id, toWrite, verdict, call));
        } catch (error) {
          thrown(error);
          call.write(batchUnrecognised(id, stream, 'BadRequest'));
        }
      };
      this.faults.admit(call, handle, refuse);
    });
    call.on('end', () => call.end());
  };

  /** What a kill leaves behind: everything written, or only what was committed. */
  abandonInFlight(lost: boolean): void {
    const last = this.inFlight.at(-1)?.last;
    for (const { timer } of this.inFlight.splice(0)) clearTimeout(timer);
    if (lost) this.log.dropInFlight();
    else if (last !== undefined) this.log.commit(last);
  }

  /** Commits what is written now, at once or as slowly as is asked for. */
  commit(last: LoggedEvent): void | Promise<void> {
    const { writeTime } = this.faults;
    if (writeTime === 0 && this.inFlight.length === 0) return this.log.commit(last);
    return new Promise((committed) => {
      const entry: InFlight = { last, due: false, committed };
      this.inFlight.push(entry);
      entry.timer = setTimeout(() => this.commitDue(entry), writeTime);
    });
  }

  private commitDue(entry: InFlight): void {
    entry.due = true;
    while (this.inFlight[0]?.due === true) {
      const { last, committed } = this.inFlight.shift()!;
      this.log.commit(last);
      committed();
    }
  }

  private settle(write: Write, peer: string, answer: (verdict: Verdict) => void): void {
    const fate = this.faults.nextFate();
    if (fate !== undefined) return void this.meet(fate, write, peer, answer);
    const applied = this.apply(write);
    if (applied instanceof Promise) void applied.then(answer);
    else answer(applied);
  }

  private async meet({ applied, answer: kind }: AppendFate, write: Write, peer: string, answer: (verdict: Verdict) => void): Promise<void> {
    if (applied) await this.apply(write);
    if (kind === 'cut') this.cut(peer);
    else if (kind !== 'silence') answer(kind);
  }

  private apply({ stream, expected, events }: Write): Applied {
    const outcome = this.log.append(stream, expected, events);
    const timeout = (): Promise<Refusal> => new Promise((resolve) => setTimeout(resolve, this.limits.writeTimeout, TIMEOUT));
    if (outcome.kind === 'twin-in-flight') return timeout();
    if (outcome.kind !== 'appended' || outcome.last === undefined) return outcome;
    const committed = this.commit(outcome.last);
    if (committed === undefined) return outcome;
    return Promise.race([committed.then(() => outcome), timeout()]);
  }

  private answerUnary({ stream }: Write, verdict: Verdict, answer: sendUnaryData<AppendResp>): void {
    if (isRefusal(verdict)) return answer(verdict);
    if (verdict.kind === 'deleted') return answer(streamDeleted(stream));
    if (verdict.kind === 'conflict') return answer(null, appendConflict(verdict));
    if (verdict.kind === 'twin-in-flight') return answer(TIMEOUT);
    return answer(null, appendSuccess(verdict.revision, this.toTell(verdict)));
  }

  private answerBatch(id: string, { stream }: Write, verdict: Verdict, call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    if (isRefusal(verdict)) call.write(verdict === TIMEOUT ? batchTimeout(id, stream) : batchUnrecognised(id, stream, verdict.details));
    else if (verdict.kind === 'deleted') call.write(batchDeleted(id, stream));
    else if (verdict.kind === 'conflict') call.write(batchConflict(id, stream, verdict));
    else if (verdict.kind === 'twin-in-flight') call.write(batchTimeout(id, stream));
    else call.write(batchSuccess(id, stream, verdict.revision, this.toTell(verdict)));
  }

  private toTell({ kind, last }: Extract<Outcome, { kind: 'appended' | 'replayed' }>): LoggedEvent | undefined {
    return kind === 'replayed' && !this.faults.replaysHavePositions ? undefined : last;
  }
}

function nonEmpty(stream: string): string {
  if (stream === '') throw new Malformed('no stream');
  return stream;
}

function expectedInBatch(options: BatchAppendReq.Options): Expected {
  if (options.hasStreamPosition()) return revisionOf(options.getStreamPosition());
  if (options.hasNoStream()) return 'no-stream';
  if (options.hasAny()) return 'any';
  if (options.hasStreamExists()) return 'stream-exists';
  throw new Malformed('no expected revision');
}

/** Why a stream may not be deleted by one who expects `expected`, if so; one without events can only be tombstoned. */
export function refusalToDelete(log: EventLog, stream: string, expected: Expected, softly: boolean): Refusal | undefined {
  const current = log.currentRevision(stream);
  if (current === 'deleted') return streamDeleted(stream);
  const asked = { any: -2, 'no-stream': -1, 'stream-exists': -4 }[String(expected)] ?? Number(expected);
  const asExpected = asked === -2 || (asked === -4 ? current >= 0 : current === asked);
  if (asExpected && (current >= 0 || !softly)) return undefined;
  return wrongExpectedVersion(stream, asked, current);
}
