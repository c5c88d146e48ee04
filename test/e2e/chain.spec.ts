import { randomUUID } from 'node:crypto';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openEmbeddedEventStore, openSqlite, type RecordedEvent, type Sqlite } from '@app/event-store';
import { openEventStoreDb } from '@app/event-store/eventstoredb';
import { verifyEventStoreDb, verifyFolder } from '../../apps/cli/src/verify-chains';
import { startProtocolDouble } from '../protocol-double/protocol-double';
import { newFolder, startInstallation } from './installation';

const TRIGGERS = ['events_stay', 'events_stay_as_they_are'];

describe('the history of a folder (P6)', () => {
  const written = newFolder();
  const said: string[] = [];
  let exitCode: typeof process.exitCode;

  beforeAll(async () => {
    const installation = await startInstallation({ folder: written });
    for (const subject of ['s_1', 's_2']) {
      const path = `/v1/subjects/${subject}`;
      const person = { subject, kind: 'adviser', name: `Illustrative ${subject}` };
      await installation.post(`${path}/register-subject`, person);
      for (const reason of ['One', 'Two', 'Three']) await installation.post(`${path}/correct-subject`, { ...person, name: reason, reason });
    }
    await installation.stop();
  });
  afterAll(() => rmSync(written, { recursive: true }));
  beforeEach(() => {
    exitCode = process.exitCode;
    said.length = 0;
    jest.spyOn(console, 'log').mockImplementation((line: string) => void said.push(line));
    jest.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  });
  afterEach(() => {
    process.exitCode = exitCode;
    jest.restoreAllMocks();
  });

  const verified = async (verify: () => Promise<void>): Promise<{ holds: boolean; said: readonly string[] }> => {
    process.exitCode = undefined;
    said.length = 0;
    await verify();
    return { holds: process.exitCode === undefined, said: [...said] };
  };
  /** Verifies a copy that somebody has laid hands on. */
  const afterChange = async (change: (log: Sqlite) => void): Promise<{ holds: boolean; said: readonly string[] }> => {
    const copy = newFolder();
    cpSync(written, copy, { recursive: true });
    const log = openSqlite(join(copy, 'events.db'));
    for (const trigger of TRIGGERS) log.exec(`DROP TRIGGER ${trigger}`);
    change(log);
    log.close();
    try {
      return await verified(() => verifyFolder(copy));
    } finally {
      rmSync(copy, { recursive: true });
    }
  };
  const edit =
    (set: string, where: string) =>
    (log: Sqlite): void =>
      void expect(log.prepare(`UPDATE events SET ${set} WHERE ${where}`).run().changes).toBeGreaterThan(0);
  const second = `stream = 'subject-s_1' AND revision = 1`;

  it('that nobody touched holds', async () => {
    expect(await verified(() => verifyFolder(written))).toEqual({ holds: true, said: ['9 events in 3 streams: every chain holds.'] });
    expect((await afterChange(() => undefined)).holds).toBe(true);
  });

  it('cannot be touched while its triggers stand', () => {
    const log = openSqlite(join(written, 'events.db'));
    expect(() => log.exec(`UPDATE events SET type = 'Other'`)).toThrow('never edited');
    expect(() => log.exec('DELETE FROM events')).toThrow('never deleted');
    log.close();
  });

  it.each([
    ['a fact', edit(`data = json_set(data, '$.kind', 'la-personnel')`, second)],
    ['a sealed field', edit(`data = json_set(data, '$.reason.ct', 'AAAA')`, second)],
    ['who recorded it', edit(`metadata = json_set(metadata, '$.who', 'u-2')`, second)],
    ['when it was recorded', edit(`metadata = json_set(metadata, '$.recordedAt', '2020-01-01T00:00:00.000Z')`, second)],
    ['when it was effective', edit(`metadata = json_set(metadata, '$.effectiveOn', '2020-01-01')`, second)],
    ['a claim that was not there', edit(`metadata = json_set(metadata, '$.onBehalfOf', 'u-2')`, second)],
    ['the hash', edit(`metadata = json_set(metadata, '$.hash', 'sha256:' || hex(zeroblob(32)))`, second)],
    ['the hash away', edit(`metadata = json_remove(metadata, '$.hash')`, second)],
    ['the id', edit(`id = '00000000-0000-8000-8000-000000000000'`, second)],
    ['the type', edit(`type = 'SubjectRegistered'`, second)],
    ['the version', edit('schema_version = 7', second)],
    ['the place in the stream', edit('revision = 9', `stream = 'subject-s_1' AND revision = 3`)],
    ['the stream', edit(`stream = 'subject-s_3'`, `stream = 'subject-s_1' AND revision = 0`)],
    ['data that is no JSON any more', edit(`data = '{"subject":'`, second)],
    ['metadata that is no JSON any more', edit(`metadata = 'nothing'`, second)],
    ['the whole metadata', edit(`metadata = '{}'`, second)],
  ])('shows an edit of %s', async (_what, change) => {
    const { holds, said: lines } = await afterChange(change);
    expect(holds).toBe(false);
    expect(lines.slice(0, -1).join('\n')).toMatch(/^subject-s_[13]@\d: [a-z]/);
    expect(lines.at(-1)).toMatch(/^9 events in \d streams: \d+ do not hold\.$/);
  });

  it('shows two events that changed places in their stream, whole or in what they say', async () => {
    const places = (log: Sqlite): void => {
      for (const [from, to] of [
        [1, 90],
        [2, 1],
        [90, 2],
      ]) {
        log.prepare(`UPDATE events SET revision = ? WHERE stream = 'subject-s_1' AND revision = ?`).run(to, from);
      }
    };
    expect((await afterChange(places)).holds).toBe(false);
    const words = (log: Sqlite): void => {
      const [one, other] = log.prepare(`SELECT position, data FROM events WHERE stream = 'subject-s_1' AND revision IN (1, 2)`).all() as {
        position: number;
        data: string;
      }[];
      log.prepare('UPDATE events SET data = ? WHERE position = ?').run(other!.data, one!.position);
      log.prepare('UPDATE events SET data = ? WHERE position = ?').run(one!.data, other!.position);
    };
    expect((await afterChange(words)).said.filter((line) => line.startsWith('subject-s_1'))).toHaveLength(2);
  });

  it('shows two streams that exchanged their events', async () => {
    const { holds } = await afterChange((log) => {
      for (const [from, to] of [
        ['subject-s_1', 'subject-s_9'],
        ['subject-s_2', 'subject-s_1'],
        ['subject-s_9', 'subject-s_2'],
      ]) {
        log.prepare(`UPDATE events SET stream = ? WHERE stream = ?`).run(to, from);
      }
    });
    expect(holds).toBe(false);
  });

  it.each([0, 1, 2])('shows that event %i of a stream is gone', async (revision) => {
    const gone = (log: Sqlite): void => void log.prepare(`DELETE FROM events WHERE stream = 'subject-s_1' AND revision = ?`).run(revision);
    expect((await afterChange(gone)).holds).toBe(false);
    const closedUp = (log: Sqlite): void => {
      gone(log);
      log.prepare(`UPDATE events SET revision = revision - 1 WHERE stream = 'subject-s_1' AND revision > ?`).run(revision);
    };
    expect((await afterChange(closedUp)).holds).toBe(false);
  });

  it('shows an event that was put in', async () => {
    const { holds } = await afterChange((log) => {
      log.exec(`UPDATE events SET revision = revision + 1 WHERE stream = 'subject-s_1' AND revision = 3;
        INSERT INTO events SELECT 90, stream, 3, id, type, schema_version, data, metadata FROM events WHERE ${second}`);
    });
    expect(holds).toBe(false);
  });

  it('does not show a cut tail or a missing stream: anchors kept elsewhere do', async () => {
    expect((await afterChange((log) => log.exec(`DELETE FROM events WHERE stream = 'subject-s_1' AND revision = 3`))).holds).toBe(true);
    expect((await afterChange((log) => log.exec(`DELETE FROM events WHERE stream = 'subject-s_2'`))).holds).toBe(true);
  });

  it('is not read while a server owns the folder', async () => {
    const installation = await startInstallation({ folder: written });
    await expect(verifyFolder(written)).rejects.toThrow(`process ${process.pid}`);
    await installation.stop();
    await expect(verifyFolder(join(written, 'nothing'))).rejects.toThrow('holds no events');
  });

  it('is followed in EventStoreDB too, where an event that somebody else put in shows', async () => {
    const double = await startProtocolDouble();
    const [folder, store] = [openEmbeddedEventStore(written), openEventStoreDb(double.url)];
    const put = ({ stream, type, data, metadata }: RecordedEvent, after: number, id: string): Promise<unknown> =>
      store.append(stream, after < 0 ? 'no-stream' : after, [{ id, type, data, metadata }]);
    const followed = (): ReturnType<typeof verified> => verified(() => verifyEventStoreDb(double.url));
    try {
      for (const event of await folder.readAll({ limit: 100 })) await put(event, event.revision - 1, event.id);
      expect(await followed()).toEqual({ holds: true, said: ['9 events in 3 streams: every chain holds.'] });
      const [last] = await store.readStream('subject-s_1', { direction: 'backwards', limit: 1 });
      await put(last!, last!.revision, randomUUID());
      const { holds, said: lines } = await followed();
      expect(holds).toBe(false);
      expect(lines).toEqual([expect.stringMatching(/^subject-s_1@4: /), '10 events in 3 streams: 1 do not hold.']);
    } finally {
      await folder.close();
      await store.close();
      await double.stop();
    }
  });
});
