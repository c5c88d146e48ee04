import { missingTables, type KeptTables, type Rows, type Statement } from './kept-tables';
import { wayOf, type Channel, type MessageState, type OutboxFigures, type OutboxMessage, type QueuedTelling } from './outbox-message';
import { OUTBOX_TABLES, WALL_NOW } from './outbox-schema';

export interface Claim {
  /** Names who delivers; another process has another name. */
  readonly by: string;
  readonly count: number;
  /** Milliseconds after which the claim is void unless it is renewed. */
  readonly milliseconds: number;
  /** Ways that are left in peace. */
  readonly except: readonly string[];
}

export interface Listing {
  readonly channel?: Channel;
  readonly state?: MessageState;
  readonly recipient?: string;
  readonly limit: number;
  /** `next` of the page before. */
  readonly before?: number;
}

interface Row {
  readonly id: string;
  readonly body: string;
  readonly about: string;
  readonly recipient: string;
  readonly channel: Channel;
  readonly state: MessageState;
  readonly attempts: number;
  readonly queued_at: string;
  readonly delivered_at: string | null;
  readonly error: string | null;
  readonly subject: string | null;
  readonly sent_text: string | null;
  readonly place: number;
}

interface Waiting {
  readonly statements: readonly Statement[];
  readonly settle: (last: Rows) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * What people are to be told, to whom, and what became of it (E7). It cannot be rebuilt from the events: it is what keeps a rebuild from telling
 * anybody twice. Every method may throw what the database throws.
 */
export class Outbox {
  private waiting: Waiting[] = [];
  private readonly now: string;
  private readonly tellings: string;
  private readonly messages: string;
  private readonly selecting: string;

  private constructor(private readonly tables: KeptTables) {
    this.now = WALL_NOW[tables.kind];
    this.tellings = `${tables.schema}tellings`;
    this.messages = `${tables.schema}messages`;
    this.selecting = `SELECT m.id, t.body, t.about, m.recipient, m.channel, m.state, m.attempts, t.queued_at, m.delivered_at, m.error, m.subject,
      m.sent_text, m.place FROM ${this.messages} m JOIN ${this.tellings} t ON t.id = m.telling`;
  }

  /** @param begins instant of the domain clock: where the outbox is new, what came to be told before it is told to nobody */
  static async open(tables: KeptTables, begins: string): Promise<Outbox> {
    const beginning: Statement = [`INSERT INTO ${tables.schema}outbox_begins (one, at) VALUES (1, ?) ON CONFLICT (one) DO NOTHING`, begins];
    await tables.all([...(await missingTables(tables, OUTBOX_TABLES)), beginning]);
    return new Outbox(tables);
  }

  /** Instant of the domain clock. */
  async begins(): Promise<string> {
    return (await this.ask<{ at: string }>(`SELECT at FROM ${this.tables.schema}outbox_begins`))[0]!.at;
  }

  /**
   * Queues a telling with its messages, once for ever.
   * @param at instant of the domain clock
   * @returns whether it was not there before
   */
  async queue({ id, about, body, messages }: QueuedTelling, at: string): Promise<boolean> {
    const queueing = messages.map((message): Statement => [
      `INSERT INTO ${this.messages} (id, telling, recipient, channel, way, state, attempts, next_at, claimed_until)
          SELECT ?, ?, ?, ?, ?, 'queued', 0, ${this.now}, 0 WHERE NOT EXISTS (SELECT 1 FROM ${this.tellings} WHERE id = ?)
          ON CONFLICT (id) DO NOTHING`,
      message.id,
      id,
      message.recipient,
      message.channel,
      wayOf(message),
      id,
    ]);
    const telling: Statement = [
      `INSERT INTO ${this.tellings} (id, about, body, queued_at, queued_wall) VALUES (?, ?, ?, ?, ${this.now})
        ON CONFLICT (id) DO NOTHING RETURNING id`,
      id,
      about,
      JSON.stringify(body),
      at,
    ];
    return (await this.together([...queueing, telling])).length > 0;
  }

  /** Takes messages that are due and that nobody else is delivering, the longest due first. */
  async claim<Body>({ by, count, milliseconds, except }: Claim): Promise<readonly OutboxMessage<Body>[]> {
    const skip = this.tables.kind === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
    const taken = await this.ask<{ id: string }>(
      `UPDATE ${this.messages} SET claimed_by = ?, claimed_until = ${this.now} + ?, attempts = attempts + 1 WHERE id IN (
        SELECT id FROM ${this.messages} WHERE state = 'queued' AND next_at <= ${this.now} AND claimed_until <= ${this.now} ${apartFrom(except)}
        ORDER BY next_at, place LIMIT ? ${skip}) RETURNING id`,
      by,
      milliseconds,
      ...except,
      count,
    );
    if (taken.length === 0) return [];
    const rows = await this.ask<Row>(
      `${this.selecting} WHERE m.id IN (${placeholders(taken)}) ORDER BY m.place`,
      ...taken.map(({ id }) => id),
    );
    return rows.map((row) => messageFrom<Body>(row));
  }

  /** While messages are under way. */
  async renew(ids: readonly string[], by: string, milliseconds: number): Promise<void> {
    await this.ask(
      `UPDATE ${this.messages} SET claimed_until = ${this.now} + ? WHERE claimed_by = ? AND state = 'queued' AND id IN (${placeholders(ids)})`,
      milliseconds,
      by,
      ...ids,
    );
  }

  /** Everything may be claimed at once: nobody else can be delivering. */
  async releaseClaims(): Promise<void> {
    await this.ask(`UPDATE ${this.messages} SET claimed_until = 0 WHERE state = 'queued' AND claimed_until > 0`);
  }

  /** The other side has said yes, whoever holds the claim by now. @param at instant of the domain clock */
  async delivered(id: string, sent: { readonly subject: string; readonly text: string }, at: string): Promise<void> {
    await this.together([
      [
        `UPDATE ${this.messages} SET state = 'delivered', delivered_at = ?, error = NULL, subject = ?, sent_text = ?, claimed_until = 0
          WHERE id = ?`,
        at,
        sent.subject,
        sent.text,
        id,
      ],
    ]);
  }

  /** It is tried again after so many milliseconds. */
  async postpone(id: string, by: string, error: string, milliseconds: number): Promise<void> {
    await this.together([
      [
        `UPDATE ${this.messages} SET error = ?, next_at = ${this.now} + ?, claimed_until = 0 WHERE id = ? AND claimed_by = ? AND state = 'queued'`,
        error,
        milliseconds,
        id,
        by,
      ],
    ]);
  }

  /** It waits for a person. */
  async park(id: string, by: string, error: string): Promise<void> {
    await this.together([
      [
        `UPDATE ${this.messages} SET state = 'parked', error = ?, claimed_until = 0 WHERE id = ? AND claimed_by = ? AND state = 'queued'`,
        error,
        id,
        by,
      ],
    ]);
  }

  /** Queues a parked message once more, or all of them, under their ids. @returns how many there are */
  async release(id?: string): Promise<number> {
    const released = await this.ask(
      `UPDATE ${this.messages} SET state = 'queued', attempts = 0, next_at = ${this.now} WHERE state = 'parked' ${id === undefined ? '' : 'AND id = ?'}
        RETURNING id`,
      ...(id === undefined ? [] : [id]),
    );
    return released.length;
  }

  /** Milliseconds until a message is due that nobody is delivering, other than on these ways; absent where none waits. */
  async nextIn(except: readonly string[] = []): Promise<number | undefined> {
    const [next] = await this.ask<{ wait: number | null }>(
      `SELECT MIN(CASE WHEN claimed_until > next_at THEN claimed_until ELSE next_at END) - ${this.now} AS wait
        FROM ${this.messages} WHERE state = 'queued' ${apartFrom(except)}`,
      ...except,
    );
    return next?.wait ?? undefined;
  }

  /** Who was told of an escalation or reminded of a requirement, when, and what became of it, in order (E7). @param about the stream */
  async toldOf<Body>(about: string): Promise<readonly OutboxMessage<Body>[]> {
    const rows = await this.ask<Row>(`${this.selecting} WHERE t.about = ? ORDER BY m.place`, about);
    return rows.map((row) => messageFrom<Body>(row));
  }

  /** The newest first. @returns messages, and where the next page begins if there is one */
  async list<Body>({ channel, state, recipient, limit, before }: Listing): Promise<{
    readonly messages: readonly OutboxMessage<Body>[];
    readonly next?: number;
  }> {
    const wanted = { 'm.channel = ?': channel, 'm.state = ?': state, 'm.recipient = ?': recipient, 'm.place < ?': before };
    const asked = Object.entries(wanted).filter((entry): entry is [string, string | number] => entry[1] !== undefined);
    const where = asked.length === 0 ? '' : `WHERE ${asked.map(([condition]) => condition).join(' AND ')}`;
    const values = asked.map(([, value]) => value);
    const rows = await this.ask<Row>(`${this.selecting} ${where} ORDER BY m.place DESC LIMIT ?`, ...values, limit + 1);
    const page = rows.slice(0, limit);
    return { messages: page.map((row) => messageFrom<Body>(row)), ...(rows.length > limit && { next: page.at(-1)!.place }) };
  }

  async figures(): Promise<OutboxFigures> {
    const counts = await this.ask<{ state: MessageState; count: number }>(
      `SELECT state, COUNT(*) AS count FROM ${this.messages} GROUP BY state`,
    );
    const [oldest] = await this.ask<{ age: number | null }>(
      `SELECT ${this.now} - MIN(t.queued_wall) AS age FROM ${this.messages} m JOIN ${this.tellings} t ON t.id = m.telling
        WHERE m.state IN ('queued', 'parked')`,
    );
    const of = (wanted: MessageState): number => counts.find(({ state }) => state === wanted)?.count ?? 0;
    return {
      queued: of('queued'),
      delivered: of('delivered'),
      parked: of('parked'),
      oldestUndeliveredSeconds: (oldest?.age ?? 0) / 1_000,
    };
  }

  close(): Promise<void> {
    return this.tables.close();
  }

  private async ask<R>(...statement: Statement): Promise<readonly R[]> {
    return (await this.tables.all([statement]))[0] as readonly R[];
  }

  /** What is asked for in one turn of the event loop is written together. @returns what the last statement returns */
  private together(statements: readonly Statement[]): Promise<Rows> {
    if (this.waiting.length === 0) setImmediate(() => void this.writeWaiting());
    return new Promise((settle, fail) => this.waiting.push({ statements, settle, fail }));
  }

  private async writeWaiting(): Promise<void> {
    const { waiting } = this;
    this.waiting = [];
    try {
      const answers = await this.tables.all(waiting.flatMap(({ statements }) => statements));
      let at = 0;
      for (const { statements, settle } of waiting) settle(answers[(at += statements.length) - 1]!);
    } catch (error) {
      for (const { fail } of waiting) fail(error);
    }
  }
}

const placeholders = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
const apartFrom = (ways: readonly string[]): string => (ways.length === 0 ? '' : `AND way NOT IN (${placeholders(ways)})`);

function messageFrom<Body>(row: Row): OutboxMessage<Body> {
  const { id, body, about, recipient, channel, state, attempts, queued_at, delivered_at, error, subject, sent_text } = row;
  return {
    id,
    telling: JSON.parse(body) as Body,
    about,
    recipient,
    channel,
    state,
    attempts,
    queuedAt: queued_at,
    ...(delivered_at !== null && { deliveredAt: delivered_at }),
    ...(error !== null && { error }),
    ...(subject !== null && { subject }),
    ...(sent_text !== null && { text: sent_text }),
  };
}
