import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Telling } from '@app/automation/notifications/telling';
import { openKeptTablesFile, Outbox, type KeptTables } from '@app/nest';
import { openReadStore, type ReadStore } from '@app/read-store';
import { projections } from '@app/reporting';
import { Logger } from '@nestjs/common';
import { Notifications } from '../../apps/casework/src/notifications/notifications';
import { notificationSettingsFrom } from '../../apps/casework/src/notifications/notification-settings';
import { catalogue } from '../../apps/casework/src/runtime';
import { MailServer } from './mail-server';
import { WebhookReceiver } from './webhook-receiver';

const SECRET = Buffer.alloc(32, 7).toString('base64');
const NOW = '2025-04-10T23:01:00.000Z';
const clock = { now: () => NOW };

let folder: string;
let readStore: ReadStore;
let outbox: Outbox;
const mail = new MailServer();
const hooks = new WebhookReceiver(SECRET);
const running: Notifications[] = [];
const said: unknown[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'casework-notifications-'));
  readStore = await openReadStore({ sqlite: join(folder, 'reading.db'), catalogue });
  await readStore.prepare(projections);
  for (const level of ['log', 'warn', 'error'] as const)
    jest.spyOn(Logger.prototype, level).mockImplementation((...words) => said.push(...words));
});
afterAll(async () => {
  await readStore.close();
  rmSync(folder, { recursive: true, force: true });
});

let databases = 0;
const opened: Outbox[] = [];
const openOutbox = async (tables: KeptTables = openKeptTablesFile(join(folder, `kept-${databases}.db`))): Promise<Outbox> => {
  const another = await Outbox.open(tables, '2024-01-01T00:00:00.000Z');
  opened.push(another);
  return another;
};
beforeEach(async () => {
  databases += 1;
  outbox = await openOutbox();
  Object.assign(mail, { answer: () => 'yes', login: undefined, silent: false });
  hooks.answer = () => 204;
  for (const list of [mail.received, mail.refused, hooks.received, said]) list.splice(0);
  await Promise.all([mail.start(), hooks.start()]);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
  await Promise.all(opened.splice(0).map((each) => each.close()));
  await Promise.all([mail.stop(), hooks.stop()]);
});

/** The deputy director by mail, the team leader by webhook, the contract manager by both, the grant manager by neither. */
const written = (change: object = {}): object => ({
  link: 'https://casework.example.org/',
  email: { smtp: mail.url, from: 'casework@example.org' },
  people: { 'u-9': { email: 'nine@example.org' } },
  roles: {
    'deputy-director': { email: 'director@example.org' },
    'team-leader': { webhook: { url: hooks.url, secret: SECRET } },
    'contract-manager': { email: 'manager@example.org', webhook: { url: hooks.url, secret: SECRET } },
  },
  retry: { firstSeconds: 0.05, longestSeconds: 0.2, answerWithinSeconds: 0.4 },
  ...change,
});
function notificationsWith(settings = written(), into = outbox): Notifications {
  const file = join(folder, 'notifications.json');
  writeFileSync(file, JSON.stringify(settings));
  const notifications = new Notifications({
    installation: { id: 'f00d' },
    settings: notificationSettingsFrom(file, {}, 'http://127.0.0.1:3000'),
    outbox: into,
    readStore,
    clock,
    folder,
  });
  running.push(notifications);
  return notifications;
}
const started = (settings?: object, into?: Outbox): Notifications => {
  const notifications = notificationsWith(settings, into);
  notifications.start({ alone: false });
  return notifications;
};

const telling = (id: string, to: Partial<Telling> = {}): Telling => ({
  id,
  kind: 'raised',
  about: 'escalation-monthly_report~CON_22889~2025_03_01',
  level: 3,
  role: 'deputy-director',
  rule: 'C9',
  because: 'The report for the period is submitted: nothing was recorded by 2025-04-10',
  what: 'contract-CON_22889',
  areas: ['931'],
  need: 'information',
  day: '2025-04-10',
  at: NOW,
  ...to,
});
const teamLeader = { level: 2, role: 'team-leader' } as const;
const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await condition())) await pause(10);
};
const states = async (): Promise<string[]> => (await outbox.list({ limit: 1_000 })).messages.map(({ state }) => state);
const allDelivered = (): Promise<void> => until(async () => (await states()).every((state) => state === 'delivered'));
const ofMail = (): string[] => mail.received.map(({ id }) => id);
const once = (ids: readonly string[]): void => expect(new Set(ids).size).toBe(ids.length);

describe('a notification by e-mail (E7)', () => {
  it('says that there is something to see, by which rule and where, with the references of the contract (C20), and nothing else', async () => {
    await started().tell(telling('t1'));
    await allDelivered();
    const [{ id, to, subject, source }] = mail.received as [(typeof mail.received)[0]];
    expect({ to, subject }).toEqual({
      to: 'director@example.org',
      subject:
        'CON_22889 Escalation, level 3 (deputy director): The report for the period is submitted: nothing was recorded by 2025-04-10',
    });
    expect(source).toContain('https://casework.example.org/v1/escalations/monthly_report~CON_22889~2025_03_01');
    expect(source).toContain('References: CON_22889');
    expect(source).toContain('Rule C9: Monthly: a written report on the reporting template');
    expect(source).toContain('From: casework@example.org');
    expect(source).toContain('Auto-Submitted: auto-generated');
    expect(source).toMatch(/Message-ID: <[0-9a-f-]{36}@f00d\.casework>/);
    expect(source).not.toContain('Legal basis');
    expect(await outbox.toldOf(telling('t1').about)).toMatchObject([
      { id, recipient: 'role/deputy-director', state: 'delivered', deliveredAt: NOW, attempts: 1, subject, text: expect.any(String) },
    ]);
  });

  it('goes to the person where they have an address, else to their role', async () => {
    const notifications = started();
    await notifications.tell(telling('t1', { person: 'u-9' }));
    await notifications.tell(telling('t2', { person: 'u-10' }));
    await allDelivered();
    expect(mail.received.map(({ to }) => to).sort()).toEqual(['director@example.org', 'nine@example.org']);
  });

  it('is sent once however often it is told, and under the same id by whoever sends it', async () => {
    const notifications = started();
    expect(await Promise.all([notifications.tell(telling('t1')), notifications.tell(telling('t1'))])).toEqual([true, false]);
    await allDelivered();
    expect(await notifications.tell(telling('t1'))).toBe(false);
    const elsewhere = await Outbox.open(openKeptTablesFile(join(folder, 'elsewhere.db')), '2024-01-01T00:00:00.000Z');
    opened.push(elsewhere);
    await notificationsWith(written(), elsewhere).tell(telling('t1'));
    const [same] = (await elsewhere.list({ limit: 1 })).messages;
    expect(ofMail()).toEqual([same!.id]);
  });

  it('is not sent of what was to be told before the outbox began', async () => {
    expect(await started().tell(telling('t1', { at: '2023-12-31T23:59:59.999Z' }))).toBe(false);
    expect(await started().tell(telling('t2', { at: '2024-01-01T00:00:00.000Z' }))).toBe(true);
  });

  it('waits while the server is away, and arrives once when it is back', async () => {
    await mail.stop();
    const notifications = started();
    for (const id of ['t1', 't2', 't3', 't4', 't5', 't6']) await notifications.tell(telling(id));
    await until(async () => (await outbox.list({ limit: 10 })).messages.some(({ attempts }) => attempts >= 3));
    await mail.start();
    await allDelivered();
    expect(ofMail()).toHaveLength(6);
    once(ofMail());
  });

  it('waits while the server says nothing, and webhooks go out meanwhile', async () => {
    mail.silent = true;
    const notifications = started();
    for (const id of ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8']) await notifications.tell(telling(id));
    for (const id of ['w1', 'w2', 'w3']) await notifications.tell(telling(id, teamLeader));
    await until(() => hooks.taken.length === 3);
    await until(async () => (await outbox.list({ limit: 20, channel: 'email' })).messages.some(({ error }) => error === 'smtp-etimedout'));
    mail.silent = false;
    await allDelivered();
    expect(ofMail()).toHaveLength(8);
    once(ofMail());
  });

  it.each([
    [451, /^smtp-451$/],
    [421, /^smtp-(421|econnection)$/],
  ])('is tried again after a %i', async (code, error) => {
    mail.answer = () => code;
    await started().tell(telling('t1'));
    await until(async () => (await outbox.list({ limit: 1 })).messages[0]!.attempts > 2);
    expect((await outbox.list({ limit: 1 })).messages[0]).toMatchObject({ state: 'queued', error: expect.stringMatching(error) });
    mail.answer = () => 'yes';
    await allDelivered();
    expect(ofMail()).toHaveLength(1);
  });

  it('is parked after a 550, holds up nothing, says no word of the server, and goes under the same id when a person has seen to it', async () => {
    mail.answer = (to) => (to === 'nine@example.org' ? 550 : 'yes');
    const notifications = started();
    await notifications.tell(telling('t1', { person: 'u-9' }));
    await notifications.tell(telling('t2'));
    await until(async () => (await states()).every((state) => state !== 'queued'));
    const [parked] = (await outbox.list({ state: 'parked', limit: 10 })).messages;
    expect(parked).toMatchObject({ error: 'smtp-550', attempts: 1, recipient: 'person/u-9' });
    expect(mail.received.map(({ to }) => to)).toEqual(['director@example.org']);
    expect(JSON.stringify([parked, said])).not.toContain('example.org');
    expect(said).toContain('A notification was refused for good; it waits for a person');
    mail.answer = () => 'yes';
    expect(await notifications.retry(parked!.id)).toBe(1);
    await allDelivered();
    expect(mail.received.at(-1)).toMatchObject({ to: 'nine@example.org', id: parked!.id });
  });

  it('waits while the server does not take our login: that is no answer to the message', async () => {
    await mail.stop();
    mail.login = { user: 'casework', password: 'wrong' };
    await mail.start();
    await started().tell(telling('t1'));
    await until(async () => (await outbox.list({ limit: 1 })).messages[0]!.attempts > 1);
    expect((await outbox.list({ limit: 1 })).messages[0]).toMatchObject({ state: 'queued', error: 'smtp-login-refused' });
  });

  it('is parked where the address is gone from the settings, since nobody can be asked', async () => {
    await notificationsWith().tell(telling('t1'));
    started(written({ roles: {} }));
    await until(async () => (await states())[0] === 'parked');
    expect((await outbox.list({ limit: 1 })).messages[0]).toMatchObject({ error: 'no-address' });
  });
});

describe('a notification by webhook (E7)', () => {
  it('is signed over id, time and body, so that the receiver can tell it from another', async () => {
    await started().tell(telling('t1', { ...teamLeader, kind: 'raised-to-next-level', person: 'u-2' }));
    await until(() => hooks.taken.length === 1);
    const [{ id, genuine, body }] = hooks.taken as [(typeof hooks.taken)[0]];
    expect(genuine).toBe(true);
    expect(body).toEqual({
      id,
      type: 'escalation.raised-to-next-level',
      timestamp: NOW,
      data: {
        kind: 'raised-to-next-level',
        about: 'escalation-monthly_report~CON_22889~2025_03_01',
        level: 2,
        role: 'team-leader',
        rule: 'C9',
        sentence: expect.stringMatching(/^Monthly: a written report/),
        because: 'The report for the period is submitted: nothing was recorded by 2025-04-10',
        need: 'information',
        what: 'contract-CON_22889',
        areas: ['931'],
        references: ['CON_22889'],
        day: '2025-04-10',
        link: 'https://casework.example.org/v1/escalations/monthly_report~CON_22889~2025_03_01',
      },
    });
  });

  it.each([500, 503, 429, 408])('is tried again after a %i, under the same id and signed anew', async (status) => {
    hooks.answer = () => (hooks.received.length < 3 ? status : 200);
    await started().tell(telling('t1', teamLeader));
    await allDelivered();
    expect(hooks.received.map(({ status: answered }) => answered)).toEqual([status, status, status, 200]);
    expect(new Set(hooks.received.map(({ id }) => id)).size).toBe(1);
    expect(hooks.received.every(({ genuine }) => genuine)).toBe(true);
  });

  it('is tried again where the receiver does not answer, or nobody is there', async () => {
    hooks.answer = () => (hooks.received.length === 0 ? 0 : 204);
    const notifications = started();
    await notifications.tell(telling('t1', teamLeader));
    await allDelivered();
    await hooks.stop();
    await notifications.tell(telling('t2', teamLeader));
    await until(async () => (await outbox.list({ limit: 1 })).messages[0]!.error === 'http-not-reached');
    await hooks.start();
    await allDelivered();
    expect(hooks.taken).toHaveLength(2);
  });

  it.each([400, 404, 410, 301])('is parked after a %i, and a redirection is not followed', async (status) => {
    hooks.answer = () => status;
    await started().tell(telling('t1', teamLeader));
    await until(async () => (await states())[0] === 'parked');
    expect((await outbox.list({ limit: 1 })).messages[0]).toMatchObject({ error: `http-${status}` });
    expect(hooks.received).toHaveLength(1);
    expect(JSON.stringify(said)).not.toContain('example.org');
  });
});

describe('deliveries (E7)', () => {
  it('send a message by each way of a recipient, under an id for each', async () => {
    await started().tell(telling('t1', { level: 1, role: 'contract-manager' }));
    await allDelivered();
    once([...ofMail(), ...hooks.taken.map(({ id }) => id)]);
    expect([mail.received.length, hooks.taken.length]).toEqual([1, 1]);
  });

  it('put into the mailbox what nobody has an address for, as mail that any program reads', async () => {
    await started().tell(telling('t1', { level: 1, role: 'grant-manager' }));
    await allDelivered();
    const { id, channel } = (await outbox.list({ limit: 1 })).messages[0]!;
    expect(channel).toBe('mailbox');
    expect(readdirSync(join(folder, 'mailbox'))).toEqual([`${id}.eml`]);
    expect(readFileSync(join(folder, 'mailbox', `${id}.eml`), 'utf8')).toContain('To: grant-manager@role.f00d.casework');
  });

  it('by two at once arrive once', async () => {
    const other = await openOutbox();
    const [one] = [started(), started(written(), other)];
    for (let each = 0; each < 40; each += 1) await one.tell(telling(`t${each}`));
    await allDelivered();
    expect(ofMail()).toHaveLength(40);
    once(ofMail());
  });

  it('that have arrived are noted as soon as the outbox can be written, and not sent again', async () => {
    let broken = 3;
    const tables = openKeptTablesFile(join(folder, `kept-${databases}.db`));
    const failing: KeptTables = {
      ...tables,
      all: async (statements) => {
        if (/state = 'delivered'/.test(statements[0]![0]) && broken-- > 0) throw new Error('the disk is full');
        return tables.all(statements);
      },
    };
    await started(written(), await openOutbox(failing)).tell(telling('t1'));
    await allDelivered();
    expect(broken).toBe(-1);
    expect(ofMail()).toHaveLength(1);
  });

  it('go on where the one before was killed after it had claimed them', async () => {
    await notificationsWith().tell(telling('t1'));
    await outbox.claim({ by: 'killed', count: 1, milliseconds: 600_000, except: [] });
    notificationsWith().start({ alone: true });
    await allDelivered();
    expect(ofMail()).toHaveLength(1);
  });
});
