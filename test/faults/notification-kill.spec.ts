import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { issueLocalToken } from '@app/access';
import { addDays, londonDay } from '@app/calendar';
import { claimFolder, openEmbeddedEventStore, type RecordedEvent } from '@app/event-store';
import { MailServer } from '../notifications/mail-server';
import { WebhookReceiver } from '../notifications/webhook-receiver';
import { ask, untilAnswered, type Caller } from './caller';
import { expectWhole, wholeLog } from './expectations';
import { endServers, startServer, withoutScript, type ServerProcess } from './server';

/** How often the worker is killed; a hundred times for the full proof. */
const KILLS = Number(process.env['NOTIFICATION_KILLS'] ?? 3);
const DAY = '2021-09-02';
const SECRET = Buffer.alloc(32, 5).toString('base64');
const WHO_IS_TOLD = ['EscalationRaised', 'EscalationRaisedToNextLevel', 'EscalationNotifiedAgain'];

const mail = new MailServer();
const hooks = new WebhookReceiver(SECRET);
let folder: string;
let server: ServerProcess;

beforeAll(async () => {
  await Promise.all([mail.start(), hooks.start()]);
  folder = mkdtempSync(join(tmpdir(), 'casework-faults-'));
  const role = (name: string): object => ({ email: `${name}@example.org`, webhook: { url: hooks.url, secret: SECRET } });
  writeFileSync(
    join(folder, 'notifications.json'),
    JSON.stringify({
      email: { smtp: mail.url, from: 'casework@example.org' },
      roles: Object.fromEntries(['case-lead', 'team-leader', 'deputy-director'].map((name) => [name, role(name)])),
      retry: { firstSeconds: 0.1, longestSeconds: 1, answerWithinSeconds: 2 },
    }),
  );
});
afterAll(async () => {
  await endServers();
  await Promise.all([mail.stop(), hooks.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

const start = (): Promise<ServerProcess> =>
  startServer({ CASEWORK_DATA: folder, CASEWORK_NOTIFICATIONS: join(folder, 'notifications.json') });
const caller = async (role: string): Promise<Caller> => ({ url: () => server.url, token: await issueLocalToken(folder, { role }) });

/** Kills at a place between the lapse and the note that somebody was told; resolves when it is dead. */
function killed(kill: number): Promise<unknown> {
  const end = (): Promise<unknown> => server.end('SIGKILL');
  switch (kill % 4) {
    case 0:
      return pause((kill * 53) % 900).then(end);
    case 1:
      return new Promise((dead) => (mail.answer = () => (dead(end()), 'yes')));
    case 2:
      return new Promise((dead) => (mail.beforeYes = () => dead(end())));
    default:
      return new Promise((dead) => (hooks.answer = () => (dead(end()), 204)));
  }
}

/** What was said by webhook, and which event asked for it, in the same words. */
const saidBy = ({ about, kind, level, time }: { about: string; kind: string; level: number; time?: number }): string =>
  `${about} ${kind} ${level} ${time ?? ''}`;
const askedBy = ({ stream, type, data }: RecordedEvent): string => {
  const kind = { EscalationRaised: 'raised', EscalationRaisedToNextLevel: 'raised-to-next-level' }[type] ?? 'told-again';
  return saidBy({ about: stream, kind, level: data.level as number, ...(data.time !== undefined && { time: data.time as number }) });
};

describe('the worker', () => {
  it(
    `killed ${KILLS} times between a lapse and the notification tells everybody, under one id for each recipient, level and way (E7, E4, E5)`,
    async () => {
      await withoutScript(folder);
      server = await start();
      const [administrator, lead] = [await caller('administrator'), await caller('case-lead')];
      for (let kill = 0; kill < KILLS; kill += 1) {
        const today = londonDay((await ask(administrator, 'GET', '/admin/status')).body.clock as string);
        const body = {
          area: 'a',
          raisedOn: DAY,
          owner: 'u-owner',
          summary: 's',
          likelihood: 2,
          impact: 2,
          nextReviewOn: addDays(today, 1),
        };
        await untilAnswered(lead, `/v1/risks/r.${kill}/raise-risk`, body, `risk-${kill}`);
        const dead = killed(kill);
        await ask(administrator, 'POST', '/admin/clock/advance', { by: '3d' }).catch(() => undefined);
        await dead;
        Object.assign(mail, { answer: () => 'yes', beforeYes: () => undefined });
        hooks.answer = () => 204;
        server = await start();
      }
      expect((await ask(administrator, 'POST', '/admin/clock/advance', { by: '3d' })).status).toBe(200);
      for (;;) {
        const { queued, parked } = (await ask(administrator, 'GET', '/admin/notifications')).body;
        expect(parked).toBe(0);
        if (queued === 0) break;
        await pause(50);
      }
      expect(await server.end('SIGTERM')).toEqual({ code: 0, signal: null });

      const claim = claimFolder(folder);
      const store = openEmbeddedEventStore(folder);
      const log = await wholeLog(store);
      await store.close();
      claim.release();
      expectWhole(log);
      const asked = log.filter(({ type }) => WHO_IS_TOLD.includes(type)).map(askedBy);
      expect(asked.length).toBeGreaterThanOrEqual(KILLS);
      expect(new Set(asked).size).toBe(asked.length);
      const ids = new Map<string, Set<string>>();
      for (const { id, body } of hooks.taken) ids.set(saidBy(body.data), (ids.get(saidBy(body.data)) ?? new Set()).add(id));
      expect([...ids.keys()].sort()).toEqual([...asked].sort());
      expect([...ids.values()].filter(({ size }) => size !== 1)).toEqual([]);
      const mails = new Set(
        mail.received.map(({ id, to, subject, source }) => `${id} ${to} ${subject} ${/v1\/escalations\/\S+/.exec(source)}`),
      );
      expect(mails.size).toBe(asked.length);
      expect(new Set([...mail.received, ...hooks.taken].map(({ id }) => id)).size).toBe(2 * asked.length);
      const repeated = mail.received.length + hooks.taken.length - 2 * asked.length;
      expect(repeated).toBeLessThanOrEqual(8 * KILLS);
      if (process.env['NOTIFICATION_KILLS']) process.stderr.write(`${asked.length} tellings, ${repeated} repeated under their ids\n`);
    },
    120_000 + KILLS * 60_000,
  );
});
