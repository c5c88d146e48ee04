import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { issueLocalToken } from '@app/access';
import { addDays } from '@app/calendar';
import { openEventStoreDb } from '@app/event-store/eventstoredb';
import { openKeptSchema } from '@app/nest';
import { openReadStore } from '@app/read-store';
import { catalogue } from '../../apps/casework/src/runtime';
import { MailServer } from '../notifications/mail-server';
import { postgresBinaries, startThrowawayCluster, type ThrowawayCluster } from '../postgres/throwaway-cluster';
import { ask, untilAnswered, Writers, type Answer, type Caller } from './caller';
import { expectAcknowledged, expectFreshFold, expectLapses, expectWhole, wholeLog } from './expectations';
import { endServers, launchServer, startServer, type ServerProcess } from './server';

/** Seconds for which a store is gone; twenty for the full proof. */
const GONE = Number(process.env['FAULTS_GONE'] ?? 3);
/** Rounds of twins. */
const ROUNDS = Number(process.env['FAULTS_TWINS'] ?? 25);
const WRITERS = 4;
const DAY = '2021-09-02';
/** Messages that can come again under their ids: those under way in the worker that was killed. */
const REPEATED = 4;
/** Milliseconds in which a caller is answered, whatever the stores do, on a machine that is busy. */
const ANSWERED_WITHIN = 3_000;
/** Milliseconds from the death of the worker that leads until another one does. */
const TAKEN_OVER_WITHIN = 10_000;

/** An event store that ends as a crash ends it, and has what it had acknowledged when it is started again. */
export interface MortalEventStore {
  readonly url: string;
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Two processes side by side, and whatever can happen to them, to what they store events in, and to PostgreSQL. */
export function scaleOutSuite(where: string, startEventStore: () => Promise<MortalEventStore>): void {
  jest.setTimeout(120_000 + 4_000 * GONE);

  describe(`two processes, each with all parts, on EventStoreDB (${where}) and PostgreSQL`, () => {
    if (postgresBinaries() === undefined) {
      it('PostgreSQL was not found on this machine: this half did not run', () => {
        process.stderr.write('HALF NOT RUN: faults of the scaled-out system (PostgreSQL was not found)\n');
      });
      return;
    }
    let folder: string;
    let eventStore: MortalEventStore;
    let cluster: ThrowawayCluster;
    let environment: NodeJS.ProcessEnv;
    let servers: [ServerProcess, ServerProcess];
    const mail = new MailServer();
    const writing: Writers[] = [];
    const tokens = new Map<string, string>();

    const caller = (server: number, role = 'case-lead'): Caller => ({ url: () => servers[server]!.url, token: tokens.get(role)! });
    const read = (server: number): Promise<Answer> => ask(caller(server), 'GET', '/v1/requirements?limit=1');
    const begin = (run: string): Writers[] => {
      const both = [0, 1].map(
        (server) =>
          new Writers(caller(server), {
            writers: WRITERS,
            every: 60,
            run: `${run}${server}`,
            day: DAY,
            dueOn: (turn) => addDays(DAY, 1 + (turn % 3)),
          }),
      );
      writing.push(...both);
      return both;
    };
    const progress = (both: readonly Writers[], commands: number): Promise<unknown> =>
      Promise.all(both.map((each) => each.progress(commands)));
    const finish = (both: readonly Writers[]): Promise<unknown> => Promise.all(both.map((each) => each.finish()));
    /** Until nothing is stale and a read holds what was just written, in both processes, without any help. */
    const caughtUp = async (): Promise<void> => {
      for (const server of [0, 1]) {
        for (;;) {
          const { status, headers } = await read(server);
          const ready = await ask(caller(server), 'GET', '/health/ready');
          if (status === 200 && !headers.has('casework-stale-since') && ready.status === 200 && ready.body.folding.status === 'up') break;
          await pause(100);
        }
      }
    };

    /** When a process said last that it leads, by its own log, where that still holds. */
    const leadsSince = (server: number): number | undefined => {
      const said = servers[server]!.output()
        .split('\n')
        .findLast((line) => line.includes('This worker leads') || line.includes('This worker no longer leads'));
      return said?.includes('This worker leads') ? Date.parse((JSON.parse(said) as { time: string }).time) : undefined;
    };
    const leader = async (among: readonly (0 | 1)[] = [0, 1]): Promise<0 | 1> => {
      for (;;) {
        const found = among.find((server) => leadsSince(server) !== undefined);
        if (found !== undefined) return found;
        await pause(50);
      }
    };

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'casework-faults-'));
      eventStore = await startEventStore();
      cluster = (await startThrowawayCluster())!;
      await mail.start();
      const roles = Object.fromEntries(
        ['case-lead', 'team-leader', 'deputy-director'].map((role) => [role, { email: `${role}@example.org` }]),
      );
      const told = { email: { smtp: mail.url, from: 'casework@example.org' }, roles, retry: { firstSeconds: 0.2, longestSeconds: 1 } };
      writeFileSync(join(folder, 'notifications.json'), JSON.stringify(told));
      environment = {
        CASEWORK_LOG_LEVEL: 'info',
        CASEWORK_NOTIFICATIONS: join(folder, 'notifications.json'),
        CASEWORK_STORE: 'eventstoredb',
        CASEWORK_DATA: folder,
        EVENTSTORE_URL: eventStore.url,
        DATABASE_URL: cluster.url,
        CASEWORK_MASTER_KEY: randomBytes(32).toString('base64'),
      };
      const kept = await openKeptSchema(cluster.url);
      await kept.put('example/played', '1000000');
      await kept.close();
      for (const role of ['case-lead', 'administrator']) tokens.set(role, await issueLocalToken(folder, { role }));
    });
    afterAll(async () => {
      for (const writers of writing) writers.abandon();
      await endServers();
      await mail.stop();
      await eventStore?.stop();
      await cluster?.stop();
      rmSync(folder, { recursive: true, force: true });
    });

    it('found one installation although they are started on an empty log at the same moment', async () => {
      servers = [await launchServer(environment), await launchServer(environment)];
      await Promise.all(servers.map((server) => server.says('Casework is ready')));
      const [one, other] = await Promise.all([0, 1].map((server) => ask(caller(server, 'administrator'), 'GET', '/admin/status')));
      expect(one!.body.installation).toEqual(other!.body.installation);
    });

    it(`asked for the same command at once, ${ROUNDS} times, carry it out once and give both callers the one answer`, async () => {
      const both = begin('t');
      for (let round = 0; round < ROUNDS; round += 1) {
        const body = {
          area: 'twins',
          raisedOn: DAY,
          owner: 'u-owner',
          summary: `round ${round}`,
          likelihood: 2,
          impact: 2,
          nextReviewOn: '2021-12-01',
        };
        const twins = await Promise.all(
          [0, 1].map((server) => untilAnswered(caller(server), `/v1/risks/twin.${round}/raise-risk`, body, `twin-${round}`)),
        );
        const [one, other] = twins.map(({ stream, revision, events }) => ({ stream, revision, events }));
        expect(one).toEqual(other);
        expect(one!.events).toHaveLength(1);
      }
      await finish(both);
    });

    it(`while EventStoreDB is gone for ${GONE} seconds answer writes with 503, read on and say that it is stale, and catch up by themselves`, async () => {
      const both = begin('e');
      await progress(both, 20);
      await caughtUp();
      await eventStore.kill();
      const gone = Date.now();
      const until = gone + GONE * 1_000;
      const told = new Set<number>();
      while (Date.now() < until || told.size < 2) {
        for (const server of [0, 1]) {
          const { status, headers, took } = await read(server);
          expect(status).toBe(200);
          expect(took).toBeLessThan(ANSWERED_WITHIN);
          const since = headers.get('casework-stale-since');
          if (since === null) continue;
          told.add(server);
          expect(Math.abs(Date.parse(since) - gone)).toBeLessThan(5_000);
        }
        expect((await ask(caller(0), 'GET', '/health/ready')).status).toBe(503);
        expect((await ask(caller(0), 'GET', '/health/live')).status).toBe(200);
        await pause(100);
      }
      expect((await ask(caller(0, 'administrator'), 'POST', '/admin/clock/advance', { by: '1h' })).status).toBe(503);
      await eventStore.restart();
      await progress(both, 10);
      await finish(both);
      await caughtUp();
      for (const writers of both) {
        expect(
          [...writers.refusals.keys()].filter(
            (code) => !/^(outcome-unknown|store-unavailable|stream-busy|clock-moving|idempotency-key-in-flight)$/.test(code),
          ),
        ).toEqual([]);
        expect(writers.refusals.size).toBeGreaterThan(0);
        expect(writers.slowest).toBeLessThan(ANSWERED_WITHIN);
      }
    });

    it(`while PostgreSQL is gone for ${GONE} seconds record commands or answer 503, answer reads with 503, and catch up by themselves`, async () => {
      const both = begin('p');
      await progress(both, 20);
      await cluster.kill();
      const until = Date.now() + GONE * 1_000;
      while (Date.now() < until) {
        for (const server of [0, 1]) {
          const { status, took } = await read(server);
          expect(status).toBe(503);
          expect(took).toBeLessThan(ANSWERED_WITHIN);
        }
        await pause(100);
      }
      await cluster.restart();
      await progress(both, 10);
      await finish(both);
      await caughtUp();
      for (const writers of both) expect(writers.slowest).toBeLessThan(ANSWERED_WITHIN);
    });

    it('go on when the one that leads is killed: within ten seconds the other one does, and watches over what is owed (E5)', async () => {
      const both = begin('k');
      for (const round of [0, 1]) {
        await progress(both, 10);
        const killed = await leader();
        const other = killed === 0 ? 1 : 0;
        const died = Date.now();
        await servers[killed].end('SIGKILL');
        await leader([other]);
        expect(leadsSince(other)! - died).toBeLessThan(TAKEN_OVER_WITHIN);
        const risk = { area: 'left', raisedOn: DAY, owner: 'u-owner', summary: 's', likelihood: 2, impact: 2, nextReviewOn: '2021-12-01' };
        await untilAnswered(caller(other), `/v1/risks/left.${round}/raise-risk`, risk, `left-${round}`);
        while ((await ask(caller(other), 'GET', `/v1/requirements/risk_review~left.${round}~r0`)).status !== 200) await pause(50);
        await both[other]!.progress(20);
        servers[killed] = await startServer(environment);
      }
      await finish(both);
      await caughtUp();
    });

    it('double nothing where both lead: one that stood still goes on with what it was at, although another has taken over (E4)', async () => {
      const both = begin('s');
      await progress(both, 10);
      const still = await leader();
      const other = still === 0 ? 1 : 0;
      servers[still].pause();
      cluster.cutOff('casework worker');
      await leader([other]);
      await both[other]!.progress(20);
      servers[still].goOn();
      await both[still]!.progress(20);
      await finish(both);
      await caughtUp();
      expect([leadsSince(still), leadsSince(other)]).toEqual([undefined, expect.any(Number)]);
    });

    it('in the end have recorded every command once, every lapse exactly once, and read what a fresh fold gives, and have told everybody once (E4, E7, P5, P6)', async () => {
      const moved = await ask(caller(0, 'administrator'), 'POST', '/admin/clock/advance', { by: '5d' });
      expect(moved.status).toBe(200);
      await caughtUp();
      for (;;) {
        const { queued, parked } = (await ask(caller(0, 'administrator'), 'GET', '/admin/notifications')).body;
        expect(parked).toBe(0);
        if (queued === 0) break;
        await pause(100);
      }
      expect(await Promise.all(servers.map((server) => server.end('SIGTERM')))).toEqual([
        { code: 0, signal: null },
        { code: 0, signal: null },
      ]);
      const store = openEventStoreDb(eventStore.url);
      const readStore = await openReadStore({ postgres: cluster.url, schema: 'reading', catalogue });
      try {
        const log = await wholeLog(store);
        expectWhole(log);
        expectAcknowledged(
          log,
          writing.flatMap(({ acknowledged }) => acknowledged),
        );
        expect(expectLapses(log, moved.body.to)).toBeGreaterThan(10);
        await expectFreshFold(readStore, store, { atEnd: true });
        const tellings = log.filter(({ type }) => /^Escalation(Raised|RaisedToNextLevel|NotifiedAgain)$/.test(type)).length;
        expect(tellings).toBeGreaterThan(10);
        expect(new Set(mail.received.map(({ id }) => id)).size).toBe(tellings);
        expect(mail.received.length - tellings).toBeLessThanOrEqual(REPEATED);
      } finally {
        await readStore.close();
        await store.close();
      }
    });
  });
}
