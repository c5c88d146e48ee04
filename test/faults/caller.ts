import { setTimeout as pause } from 'node:timers/promises';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: any;
  /** Milliseconds until it came. */
  readonly took: number;
}

/** Somebody with a token. */
export interface Caller {
  /** Where the server is; it may move between calls. */
  readonly url: () => string;
  readonly token: string;
}

/** One request. @throws TypeError where nobody answers */
export async function ask(
  { url, token }: Caller,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const started = performance.now();
  const response = await fetch(`${url()}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(120_000),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : (JSON.parse(text) as unknown),
    took: performance.now() - started,
  };
}

/** What a command that was carried out is answered. */
export interface Recorded {
  readonly stream: string;
  readonly revision: number;
  readonly events: readonly { readonly id: string }[];
}

/**
 * Sends a command with its key again and again until it is carried out: nobody there, 503 and 409 mean "not now".
 * @throws Error for any other answer
 */
export async function untilAnswered(
  caller: Caller,
  path: string,
  body: object,
  key: string,
  each: (answer: Answer | undefined) => void = () => undefined,
): Promise<Recorded> {
  for (;;) {
    const answer = await ask(caller, 'POST', path, body, { 'idempotency-key': key }).catch(() => undefined);
    each(answer);
    if (answer?.status === 200) return answer.body as Recorded;
    if (answer && answer.status !== 503 && answer.status !== 409)
      throw new Error(`${path} was answered ${answer.status} ${answer.body.code}`);
    await pause(AGAIN);
  }
}

const AGAIN = 30;

/** What a command was answered at last, and by which key it was asked for. */
export interface Acknowledged {
  readonly key: string;
  readonly stream: string;
  readonly revision: number;
  readonly ids: readonly string[];
}

/** Commands on one risk: it is raised, then reassessed. */
const LENGTH = 4;

/**
 * Writers that raise and reassess risks one command after the other, each asked for with its key until it is answered: by this server or the
 * next one. What is answered and neither a success nor a "not now" is a fault.
 */
export class Writers {
  readonly acknowledged: Acknowledged[] = [];
  /** Answers that were no success, by code. */
  readonly refusals = new Map<string, number>();
  /** The longest that a caller waited for an answer, in milliseconds. */
  slowest = 0;
  private going = true;
  private abandoned = false;
  private keys = 0;
  private readonly writing: Promise<unknown>;
  private failure: Error | undefined;

  /** @param dueOn next review of the `turn`th command of a writer, a London day */
  constructor(
    private readonly caller: Caller,
    private readonly options: {
      readonly writers: number;
      readonly run: string;
      readonly day: string;
      readonly dueOn: (turn: number) => string;
      /** Milliseconds between two commands of one writer. */
      readonly every?: number;
    },
  ) {
    this.writing = Promise.all(Array.from({ length: options.writers }, (_none, writer) => this.write(writer)));
    this.writing.catch((error: Error) => (this.failure = error));
  }

  /** Until so many more commands are acknowledged. */
  async progress(commands: number): Promise<void> {
    const enough = this.acknowledged.length + commands;
    while (this.acknowledged.length < enough) {
      if (this.failure) throw this.failure;
      await pause(5);
    }
  }

  /** Begins no new command; resolves when every begun one is acknowledged. */
  async finish(): Promise<readonly Acknowledged[]> {
    this.going = false;
    await this.writing;
    return this.acknowledged;
  }

  /** Asks for nothing more, answered or not. */
  abandon(): void {
    this.going = false;
    this.abandoned = true;
  }

  private async write(writer: number): Promise<void> {
    const { run, day, dueOn, every = 0 } = this.options;
    for (let turn = 0; this.going; turn += 1) {
      const risk = `${run}.${writer}.${Math.floor(turn / LENGTH)}`;
      const assessed = { likelihood: 1 + (turn % 5), impact: 1 + (writer % 5), nextReviewOn: dueOn(turn) };
      if (turn % LENGTH === 0) {
        await this.untilAnswered(`/v1/risks/${risk}/raise-risk`, {
          area: `a${writer}`,
          raisedOn: day,
          owner: 'u-owner',
          summary: risk,
          ...assessed,
        });
      } else await this.untilAnswered(`/v1/risks/${risk}/reassess-risk`, { reassessedOn: day, reason: `turn ${turn}`, ...assessed });
      await pause(every);
    }
  }

  private async untilAnswered(path: string, body: object): Promise<void> {
    this.keys += 1;
    const key = `${this.options.run}-${this.keys}`;
    const answered = await untilAnswered(this.caller, path, body, key, (answer) => {
      if (this.abandoned) throw new Error('abandoned');
      if (answer === undefined) return;
      this.slowest = Math.max(this.slowest, answer.took);
      if (answer.status !== 200) this.refusals.set(answer.body.code, (this.refusals.get(answer.body.code) ?? 0) + 1);
    });
    this.acknowledged.push({ key, stream: answered.stream, revision: answered.revision, ids: answered.events.map(({ id }) => id) });
  }
}
