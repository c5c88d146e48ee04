import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openPostgresPool } from '@app/read-store';
import { openKeptFile } from '../kept-records';
import { openKeptTablesFile, openKeptTablesSchema, type KeptTables } from './kept-tables';
import { Outbox, type Claim } from './outbox';
import type { QueuedMessage } from './outbox-message';

const BEGINS = '2024-01-01T00:00:00.000Z';
const AT = '2024-04-12T23:01:00.000Z';
const ANSWERED = '2024-04-12T23:01:02.000Z';
const email = (id: string, recipient = 'role/team-leader'): QueuedMessage => ({ id, recipient, channel: 'email' });
const telling = (id: string, messages: readonly QueuedMessage[], about = 'escalation-a') => ({ id, about, body: { says: id }, messages });
const claim = (change: Partial<Claim> = {}): Claim => ({ by: 'one', count: 10, milliseconds: 60_000, except: [], ...change });
const sent = { subject: 's', text: 't' };

function outboxes(place: () => KeptTables): void {
  const opened: Outbox[] = [];
  const open = async (begins = BEGINS): Promise<Outbox> => {
    const outbox = await Outbox.open(place(), begins);
    opened.push(outbox);
    return outbox;
  };
  afterEach(() => Promise.all(opened.splice(0).map((outbox) => outbox.close())));

  it('queues a telling once for ever, whatever is to be told by it later, and keeps it when it is closed', async () => {
    const outbox = await open();
    expect(await outbox.queue(telling('t1', [email('m1')]), AT)).toBe(true);
    expect(await outbox.queue(telling('t1', [email('m1'), email('m2')]), ANSWERED)).toBe(false);
    await outbox.close();
    opened.pop();
    const again = await open('2026-01-01T00:00:00.000Z');
    expect(await again.queue(telling('t1', [email('m1')]), AT)).toBe(false);
    expect(await again.begins()).toBe(BEGINS);
    expect(await again.toldOf('escalation-a')).toEqual([
      {
        id: 'm1',
        telling: { says: 't1' },
        about: 'escalation-a',
        recipient: 'role/team-leader',
        channel: 'email',
        state: 'queued',
        attempts: 0,
        queuedAt: AT,
      },
    ]);
  });

  it('asked by many at once queues each telling once', async () => {
    const [one, other] = [await open(), await open()];
    const asked = Array.from({ length: 40 }, (_none, index) => telling(`t${index % 10}`, [email(`m${index % 10}`)]));
    const queued = await Promise.all(asked.map((each, index) => (index % 2 ? one : other).queue(each, AT)));
    expect(queued.filter(Boolean)).toHaveLength(10);
    expect(await one.figures()).toMatchObject({ queued: 10, delivered: 0, parked: 0 });
  });

  it('gives a message to one of those who deliver, and to another when the claim is void', async () => {
    const [one, other] = [await open(), await open()];
    await one.queue(telling('t1', [email('m1'), email('m2')]), AT);
    const first = await one.claim(claim({ count: 1, milliseconds: 150 }));
    expect(first.map(({ id, attempts, telling: body }) => [id, attempts, body])).toEqual([['m1', 1, { says: 't1' }]]);
    expect((await other.claim(claim({ by: 'other' }))).map(({ id }) => id)).toEqual(['m2']);
    expect(await other.claim(claim({ by: 'other' }))).toEqual([]);
    while ((await other.nextIn())! > 0) await pause(20);
    expect((await other.claim(claim({ by: 'other' }))).map(({ id, attempts }) => [id, attempts])).toEqual([['m1', 2]]);
    await one.postpone('m1', 'one', 'smtp-451', 0);
    expect(await one.claim(claim())).toEqual([]);
    await one.releaseClaims();
    expect(await one.claim(claim())).toHaveLength(2);
  });

  it('never gives one message to two who ask at once', async () => {
    const [one, other] = [await open(), await open()];
    const messages = Array.from({ length: 60 }, (_none, index) => email(`m${index}`));
    await one.queue(telling('t1', messages), AT);
    const taken = await Promise.all(
      Array.from({ length: 30 }, (_none, index) => (index % 2 ? one : other).claim(claim({ by: `worker ${index}`, count: 3 }))),
    );
    const ids = taken.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    ids.push(...(await one.claim(claim({ count: 100 }))).map(({ id }) => id));
    expect(ids.sort()).toEqual(messages.map(({ id }) => id).sort());
  });

  it('holds a claim that is renewed, and only by who has it', async () => {
    const outbox = await open();
    await outbox.queue(telling('t1', [email('m1')]), AT);
    await outbox.claim(claim({ milliseconds: 1 }));
    await outbox.renew(['m1'], 'another', 60_000);
    expect(await outbox.nextIn()).toBeLessThan(1_000);
    await outbox.renew(['m1'], 'one', 60_000);
    expect(await outbox.nextIn()).toBeGreaterThan(50_000);
  });

  it('leaves a way in peace: all mail, and the webhooks of each recipient apart', async () => {
    const outbox = await open();
    const hook = (id: string, recipient: string): QueuedMessage => ({ id, recipient, channel: 'webhook' });
    await outbox.queue(telling('t1', [email('m1'), hook('w1', 'person/u-1'), hook('w2', 'person/u-2'), email('m2', 'person/u-1')]), AT);
    const claimed = await outbox.claim(claim({ except: ['email', 'webhook person/u-1'] }));
    expect(claimed.map(({ id }) => id)).toEqual(['w2']);
  });

  it('tells what was delivered, in which words and when, whoever holds the claim by then', async () => {
    const outbox = await open();
    await outbox.queue(telling('t1', [email('m1')]), AT);
    await outbox.claim(claim({ by: 'another' }));
    await outbox.delivered('m1', sent, ANSWERED);
    expect(await outbox.toldOf('escalation-a')).toMatchObject([{ state: 'delivered', deliveredAt: ANSWERED, subject: 's', text: 't' }]);
    await outbox.park('m1', 'another', 'smtp-550');
    await outbox.postpone('m1', 'another', 'smtp-451', 0);
    expect(await outbox.figures()).toEqual({ queued: 0, delivered: 1, parked: 0, oldestUndeliveredSeconds: 0 });
    expect(await outbox.nextIn()).toBeUndefined();
  });

  it('tries again after a while, and not sooner', async () => {
    const outbox = await open();
    await outbox.queue(telling('t1', [email('m1')]), AT);
    await outbox.claim(claim());
    await outbox.postpone('m1', 'one', 'smtp-451', 60_000);
    expect(await outbox.claim(claim())).toEqual([]);
    expect(await outbox.nextIn()).toBeGreaterThan(50_000);
    expect(await outbox.toldOf('escalation-a')).toMatchObject([{ state: 'queued', error: 'smtp-451', attempts: 1 }]);
  });

  it('keeps what was refused for good until a person releases it, under the same id', async () => {
    const outbox = await open();
    await outbox.queue(telling('t1', [email('m1')]), AT);
    expect(await outbox.release('m1')).toBe(0);
    await outbox.claim(claim());
    await outbox.park('m1', 'one', 'smtp-550');
    expect(await outbox.claim(claim())).toEqual([]);
    expect((await outbox.list({ state: 'parked', limit: 10 })).messages).toMatchObject([{ id: 'm1', error: 'smtp-550', attempts: 1 }]);
    expect((await outbox.figures()).oldestUndeliveredSeconds).toBeGreaterThanOrEqual(0);
    expect(await outbox.release('m1')).toBe(1);
    expect(await outbox.claim(claim())).toMatchObject([{ id: 'm1', attempts: 1 }]);
    expect(await outbox.release('unknown')).toBe(0);
    await outbox.park('m1', 'one', 'smtp-550');
    expect([await outbox.release(), await outbox.release()]).toEqual([1, 0]);
  });

  it('lists the newest first, page by page, of one channel and recipient', async () => {
    const outbox = await open();
    for (const id of ['m1', 'm2', 'm3', 'm4']) {
      const channel = id === 'm4' ? 'email' : 'mailbox';
      await outbox.queue(telling(id, [{ id, recipient: `role/${id === 'm1' ? 'auditor' : 'team-leader'}`, channel }]), AT);
    }
    const first = await outbox.list({ channel: 'mailbox', limit: 2 });
    expect(first.messages.map(({ id }) => id)).toEqual(['m3', 'm2']);
    const second = await outbox.list({ channel: 'mailbox', limit: 2, before: first.next! });
    expect(second).toMatchObject({ messages: [{ id: 'm1' }] });
    expect(second.next).toBeUndefined();
    expect((await outbox.list({ recipient: 'role/auditor', limit: 2 })).messages.map(({ id }) => id)).toEqual(['m1']);
  });

  it('writes nothing of what is queued together when one of it cannot be written', async () => {
    const outbox = await open();
    const poison = { ...telling('t2', [email('m2')]), about: undefined as unknown as string };
    const queued = await Promise.allSettled([outbox.queue(telling('t1', [email('m1')]), AT), outbox.queue(poison, AT)]);
    expect(queued.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await outbox.figures()).toMatchObject({ queued: 0 });
    expect(await outbox.queue(telling('t1', [email('m1')]), AT)).toBe(true);
  });
}

describe('the outbox in the file of the kept records (E7)', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'casework-outbox-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  outboxes(() => openKeptTablesFile(join(folder, 'kept.db')));

  it('stands beside the kept records, and neither waits for the other', async () => {
    const kept = openKeptFile(join(folder, 'kept.db'));
    const outbox = await Outbox.open(openKeptTablesFile(join(folder, 'kept.db')), BEGINS);
    const writing = Array.from({ length: 20 }, (_none, index) =>
      Promise.all([outbox.queue(telling(`t${index}`, [email(`m${index}`)]), AT), kept.put(`k${index}`, 'v')]),
    );
    await Promise.all(writing);
    expect((await kept.startingWith('k')).size).toBe(20);
    expect(await outbox.figures()).toMatchObject({ queued: 20 });
    await outbox.close();
    await kept.close();
  });
});

const postgres = process.env['CASEWORK_TEST_POSTGRES'];

describe('the outbox in the schema of the kept records of PostgreSQL (E7)', () => {
  if (postgres === undefined) {
    it('PostgreSQL was not found on this machine: this half did not run', () => {
      process.stderr.write('HALF NOT RUN: the outbox in PostgreSQL (PostgreSQL was not found)\n');
    });
    return;
  }
  const name = `outbox_${process.pid}`;
  const own = new URL(postgres);
  own.pathname = `/${name}`;
  const server = openPostgresPool(postgres, { max: 1 });
  const inside = openPostgresPool(own.href, { max: 1 });
  beforeAll(() => server.query(`CREATE DATABASE ${name}`));
  afterEach(() => inside.query('DROP SCHEMA IF EXISTS kept CASCADE'));
  afterAll(async () => {
    await inside.end();
    await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await server.end();
  });
  outboxes(() => openKeptTablesSchema(own.href));

  it('is opened while another process is writing into it, and neither waits for the other', async () => {
    const one = await Outbox.open(openKeptTablesSchema(own.href), BEGINS);
    await one.queue(telling('t1', [email('m1')]), AT);
    await inside.query('BEGIN');
    await inside.query(`UPDATE kept.messages SET error = 'under way'`);
    const other = await Outbox.open(openKeptTablesSchema(own.href), BEGINS);
    await inside.query(`UPDATE kept.tellings SET queued_at = '${AT}'`);
    await inside.query('COMMIT');
    expect(await other.toldOf('escalation-a')).toMatchObject([{ error: 'under way' }]);
    await Promise.all([one.close(), other.close()]);
  });
});
