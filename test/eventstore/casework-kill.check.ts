import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEventStoreDb } from '@app/event-store/eventstoredb';
import { openKeptSchema } from '@app/nest';
import { openReadStore } from '@app/read-store';
import { catalogue } from '../../apps/casework/src/runtime';
import { expectAcknowledged, expectFreshFold, expectLapses, expectWhole, wholeLog } from '../faults/expectations';
import { killUnderWriters, KILLED_WRITERS } from '../faults/killed-under-writers';
import { endServers } from '../faults/server';
import { postgresBinaries, startThrowawayCluster, type ThrowawayCluster } from '../postgres/throwaway-cluster';
import { describeWithRealServer, RealServer } from './real-server';

const KILLS = Number(process.env['FAULTS_KILLS'] ?? 3);

describeWithRealServer('the whole server killed on EventStoreDB and PostgreSQL', () => {
  if (postgresBinaries() === undefined) throw new Error('PostgreSQL was not found on this machine');
  const folder = mkdtempSync(join(tmpdir(), 'casework-faults-'));
  let eventStore: RealServer;
  let cluster: ThrowawayCluster;

  beforeAll(async () => {
    eventStore = await RealServer.start();
    cluster = (await startThrowawayCluster())!;
    const kept = await openKeptSchema(cluster.url);
    await kept.put('example/played', '1000000');
    await kept.close();
  }, 60_000);
  afterAll(async () => {
    await endServers();
    await eventStore?.stop();
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it(
    `the whole server on EventStoreDB, killed ${KILLS} times under ${KILLED_WRITERS} writers while its clock is moved, loses and doubles nothing, and every lapse happens exactly once (E4, P5, P6)`,
    async () => {
      const { acknowledged, until } = await killUnderWriters(
        {
          CASEWORK_STORE: 'eventstoredb',
          CASEWORK_DATA: folder,
          EVENTSTORE_URL: eventStore.url,
          DATABASE_URL: cluster.url,
          CASEWORK_MASTER_KEY: randomBytes(32).toString('base64'),
        },
        KILLS,
      );
      const store = openEventStoreDb(eventStore.url);
      const readStore = await openReadStore({ postgres: cluster.url, schema: 'reading', catalogue });
      try {
        const log = await wholeLog(store);
        expectWhole(log);
        expectAcknowledged(log, acknowledged);
        expect(expectLapses(log, until)).toBeGreaterThan(10);
        await expectFreshFold(readStore, store, { atEnd: true });
      } finally {
        await readStore.close();
        await store.close();
      }
    },
    120_000 + KILLS * 30_000,
  );
});
