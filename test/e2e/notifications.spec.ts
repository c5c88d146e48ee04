import { writeFileSync } from 'node:fs';
import { Writable } from 'node:stream';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeLogger } from '../../apps/casework/src/logging';
import { MailServer } from '../notifications/mail-server';
import { WebhookReceiver } from '../notifications/webhook-receiver';
import { newFolder, startInstallation, type Installation } from './installation';
import { expectProblem } from './problems';

const SECRET = Buffer.alloc(32, 3).toString('base64');
const MARKER = 'nobody-outside-may-read-this';
const administrator = { role: 'administrator' };
const ladder = [
  ['raised', 1, undefined],
  ['raised-to-next-level', 2, undefined],
  ['raised-to-next-level', 3, undefined],
  ['told-again', 3, 1],
  ['told-again', 3, 2],
  ['told-again', 3, 3],
];

describe('people are told of what escalates (E7)', () => {
  const mail = new MailServer();
  const hooks = new WebhookReceiver(SECRET);
  let installation: Installation;
  let folder: string;
  let log = '';

  const raiseRisk = (id: string) =>
    installation.post(`/v1/risks/${id}/raise-risk`, {
      area: '931',
      raisedOn: '2021-09-02',
      owner: 'u-owner',
      summary: MARKER,
      likelihood: 2,
      impact: 2,
      nextReviewOn: '2021-09-06',
    });
  const escalation = (id: string) => `risk_review~${id}~r0`;
  const advanceTo = (to: string) => installation.post('/admin/clock/advance', { to }, administrator);
  const toldOf = async (id: string) => (await installation.get(`/v1/escalations/${escalation(id)}/notifications`)).body.rows;
  const undelivered = async (): Promise<number> => {
    const { body } = await installation.get('/admin/notifications', administrator);
    return body.queued;
  };
  const delivered = async (): Promise<void> => {
    while ((await undelivered()) > 0) await pause(20);
  };

  beforeAll(async () => {
    await Promise.all([mail.start(), hooks.start()]);
    folder = newFolder();
    const settings = join(folder, 'notifications.yaml');
    writeFileSync(
      settings,
      `link: https://casework.example.org
email: { smtp: env:MAIL_SERVER, from: casework@example.org }
roles:
  case-lead: { email: lead@example.org }
  deputy-director: { email: director@example.org, webhook: { url: ${hooks.url}, secret: env:HOOK_SECRET } }
retry: { firstSeconds: 0.05, longestSeconds: 0.2, answerWithinSeconds: 1 }
`,
    );
    const logger = makeLogger('debug', new Writable({ write: (line, _encoding, done) => done(void (log += String(line))) }));
    installation = await startInstallation({
      folder,
      logger,
      environment: { CASEWORK_NOTIFICATIONS: settings, MAIL_SERVER: mail.url, HOOK_SECRET: SECRET },
    });
  });
  afterAll(async () => {
    await installation.clear();
    await Promise.all([mail.stop(), hooks.stop()]);
  });

  it('once for each level and recipient, and again at the highest, each by its own ways', async () => {
    await raiseRisk('a');
    expect((await advanceTo('2021-10-01T12:00:00.000Z')).status).toBe(200);
    await delivered();
    const rows = await toldOf('a');
    const byLevel = rows.filter(({ channel }: { channel: string }) => channel !== 'webhook');
    expect(byLevel.map(({ kind, level, time }: { kind: string; level: number; time?: number }) => [kind, level, time])).toEqual(ladder);
    expect(byLevel.map(({ channel }: { channel: string }) => channel)).toEqual(['email', 'mailbox', 'email', 'email', 'email', 'email']);
    expect(new Set(rows.map(({ state }: { state: string }) => state))).toEqual(new Set(['delivered']));
    expect(rows[0]).toMatchObject({
      recipient: 'role/case-lead',
      since: '2021-09-06T23:00:59.999Z',
      attempts: 1,
      deliveredAt: expect.stringMatching(/^2021-/),
    });
    expect(mail.received.map(({ to }) => to)).toEqual(['lead@example.org', ...Array.from({ length: 4 }, () => 'director@example.org')]);
    expect(hooks.taken.every(({ genuine }) => genuine)).toBe(true);
    expect([...mail.received, ...hooks.taken].map(({ id }) => id).sort()).toEqual(
      rows
        .filter(({ channel }: { channel: string }) => channel !== 'mailbox')
        .map(({ message }: { message: string }) => message)
        .sort(),
    );
  });

  it('in the mailbox where a role has no address, which its readers list and nobody else', async () => {
    const { body } = await installation.get('/v1/mailbox?recipient=role/team-leader');
    expect(body.rows).toMatchObject([
      {
        recipient: 'role/team-leader',
        subject: expect.stringMatching(/now with level 2 \(team leader\)/),
        about: `escalation-${escalation('a')}`,
      },
    ]);
    expect(body.rows[0].text).toContain(`https://casework.example.org/v1/escalations/${encodeURIComponent(escalation('a'))}`);
    expect((await installation.get('/v1/mailbox?recipient=role/case-lead')).body.rows).toEqual([]);
    expectProblem(await installation.get('/v1/mailbox', administrator), { status: 403, code: 'role-not-allowed' });
    expectProblem(await installation.get('/v1/mailbox', { role: 'adviser', subject: 's-1' }), { status: 403, code: 'role-not-allowed' });
    expectProblem(await installation.get('/v1/mailbox?limit=0'), { status: 400, code: 'query-invalid' });
    expectProblem(await installation.get('/v1/mailbox?cursor=x'), { status: 400, code: 'query-invalid' });
    expectProblem(await installation.get('/v1/mailbox?recipient=u-7%00'), { status: 400, code: 'query-invalid' });
  });

  it("in words that hold nothing confidential (P1); and nobody's address is in an event or in the log", async () => {
    const sent = JSON.stringify([mail.received, hooks.received, (await installation.get('/v1/mailbox')).body]);
    expect(sent).not.toContain(MARKER);
    const events = await installation.runtime.store.readAll({ limit: 1_000 });
    expect(JSON.stringify(events)).not.toContain('example.org');
    expect(log).toContain('"msg":"request"');
    expect(log).not.toContain('example.org');
  });

  it('and told nothing twice when everything is folded anew (E4)', async () => {
    const before = [mail.received.length, hooks.received.length];
    for (const fold of ['notifications', 'requirements', 'escalation-board']) {
      expect((await installation.post(`/admin/rebuild/${fold}`, {}, administrator)).status).toBe(200);
    }
    await installation.automation.settled();
    await delivered();
    expect([mail.received.length, hooks.received.length]).toEqual(before);
    expect((await toldOf('a')).length).toBe(ladder.length + 4);
  });

  it('while a dead mail server holds up neither a lapse nor what goes by another way', async () => {
    await mail.stop();
    await raiseRisk('b');
    const taken = hooks.taken.length;
    expect((await advanceTo('2021-11-01T12:00:00.000Z')).status).toBe(200);
    expect((await installation.get(`/v1/escalations/${escalation('b')}`)).body.data).toMatchObject({ level: 3, toldAgain: 3 });
    while (hooks.taken.length < taken + 4) await pause(20);
    const waiting = (await installation.get('/admin/notifications?state=queued', administrator)).body;
    expect(waiting).toMatchObject({ queued: 5, parked: 0 });
    const metrics = (await installation.get('/metrics', administrator)).text;
    expect(metrics).toContain('casework_notifications{state="queued"} 5');
    expect(metrics).toMatch(/casework_notifications_oldest_undelivered_seconds\{state="undelivered"\} [\d.]+/);
    await mail.start();
    await delivered();
    expect((await toldOf('b')).map(({ level }: { level: number }) => level)).toHaveLength(ladder.length + 4);
    expect(new Set(mail.received.map(({ id }) => id)).size).toBe(mail.received.length);
  });

  it('and the administrator sees what was refused for good, and has it delivered once more', async () => {
    mail.answer = () => 550;
    await raiseRisk('c');
    await advanceTo('2021-11-01T12:00:01.000Z');
    await installation.automation.settled();
    while ((await installation.get('/admin/notifications', administrator)).body.parked === 0) await pause(20);
    const { body } = await installation.get('/admin/notifications', administrator);
    expect(body.rows).toMatchObject([
      {
        about: `escalation-${escalation('c')}`,
        recipient: 'role/case-lead',
        channel: 'email',
        state: 'parked',
        error: 'smtp-550',
        attempts: 1,
      },
    ]);
    const [{ message }] = body.rows;
    expectProblem(await installation.get('/admin/notifications'), { status: 403, code: 'role-not-allowed' });
    expectProblem(await installation.get('/admin/notifications?state=lost', administrator), { status: 400, code: 'query-invalid' });
    expectProblem(await installation.post('/admin/notifications/unknown/retry', {}, administrator), { status: 404, code: 'not-parked' });
    mail.answer = () => 'yes';
    expect((await installation.post(`/admin/notifications/${message}/retry`, {}, administrator)).body).toEqual({ retried: 1 });
    await delivered();
    expect(mail.received.at(-1)).toMatchObject({ id: message, to: 'lead@example.org' });
    expect((await installation.post('/admin/notifications/retry', {}, administrator)).body).toEqual({ retried: 0 });
  });

  it('and nothing is told of an escalation that is not there', async () => {
    expectProblem(await installation.get('/v1/escalations/unknown/notifications'), { status: 404, code: 'not-found' });
    expectProblem(await installation.get('/v1/requirements/unknown/notifications'), { status: 404, code: 'not-found' });
    expect((await installation.get(`/v1/requirements/${escalation('a')}/notifications`)).body).toEqual({ rows: [] });
  });
});
