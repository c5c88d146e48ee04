import { randomBytes } from 'node:crypto';
import { copyFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { issueLocalToken, openAuthenticator } from '@app/access';
import { makeLogger } from '../../apps/casework/src/logging';
import { openRuntime } from '../../apps/casework/src/runtime';
import { SettingsInvalid, settingsFrom } from '../../apps/casework/src/settings';
import { Lead } from '../../apps/casework/src/worker/lead';
import { launchServer } from '../faults/server';
import { startProtocolDouble } from '../protocol-double/protocol-double';
import { newFolder, startInstallation } from './installation';

const ISSUER = { CASEWORK_JWKS_URL: 'http://127.0.0.1:1/jwks', CASEWORK_ISSUER: 'https://issuer.example' };

describe('an installation', () => {
  let folder: string;
  beforeEach(() => (folder = newFolder()));
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = (environment: NodeJS.ProcessEnv, ...argv: string[]) =>
    openRuntime(settingsFrom({ CASEWORK_DATA: folder, ...environment }, argv));
  const refused = async (environment: NodeJS.ProcessEnv, says: string | RegExp, ...argv: string[]): Promise<void> => {
    const opening = open(environment, ...argv);
    await expect(opening).rejects.toThrow(SettingsInvalid);
    await expect(opening).rejects.toThrow(says);
  };

  it('is founded because somebody said so', async () => {
    await refused({}, 'The log is empty');
    await refused(ISSUER, 'The log is empty');
  });

  it('that is live never trusts the local issuer, when it is founded or later', async () => {
    await refused({}, 'does not trust the local issuer', '--found', 'live');
    const live = await open(ISSUER, '--found', 'live');
    expect(live.installation.mode).toBe('live');
    expect(live.movable).toBeUndefined();
    await expect(
      live.authenticator.authenticate(`Bearer ${await issueLocalToken(folder, { role: 'deputy-director' })}`),
    ).rejects.toMatchObject({
      status: expect.any(Number),
    });
    await live.close();
    await refused({}, 'does not trust the local issuer');
    await refused({}, 'does not trust the local issuer', '--found', 'example');
    expect((await openAuthenticator({ localIssuer: folder })).issuer).not.toBe(live.authenticator.issuer);
  });

  it('that is an example never becomes live', async () => {
    const example = await open({}, '--found', 'example');
    const { id } = example.installation;
    await example.close();
    const again = await open(ISSUER, '--found', 'live');
    expect(again.installation).toEqual({ id, mode: 'example' });
    expect(again.movable).toBeDefined();
    await again.close();
  });

  it('does not start with another installation’s keys, records or read models', async () => {
    await (await open({}, '--found', 'example')).close();
    const other = newFolder();
    await (await openRuntime(settingsFrom({ CASEWORK_DATA: other }, ['--found', 'example']))).close();
    const filesOf = (place: string, database: string): string[] => readdirSync(place).filter((name) => name.startsWith(database));
    for (const name of filesOf(other, 'events.db')) rmSync(join(other, name));
    for (const name of filesOf(folder, 'events.db')) copyFileSync(join(folder, name), join(other, name));
    for (const database of ['keys.db', 'kept.db', 'reading.db']) {
      await expect(openRuntime(settingsFrom({ CASEWORK_DATA: other }))).rejects.toThrow(/belong/);
      for (const name of filesOf(other, database)) rmSync(join(other, name));
    }
    await (await openRuntime(settingsFrom({ CASEWORK_DATA: other }))).close();
    rmSync(other, { recursive: true });
  });

  it('does not serve from read models that have seen more than the log, of which an older copy was restored, until they are deleted', async () => {
    const copy = newFolder();
    const events = (): string[] => readdirSync(folder).filter((name) => name.startsWith('events.db'));
    const subject = { subject: 's_1', kind: 'adviser', name: 'Illustrative' };
    await (await startInstallation({ folder })).stop();
    for (const name of events()) copyFileSync(join(folder, name), join(copy, name));
    const recording = await startInstallation({ folder });
    expect((await recording.post('/v1/subjects/s_1/register-subject', subject)).status).toBe(200);
    await recording.runtime.foldRunner.caughtUp();
    await recording.stop();
    for (const name of events()) rmSync(join(folder, name));
    for (const name of readdirSync(copy)) copyFileSync(join(copy, name), join(folder, name));
    rmSync(copy, { recursive: true });

    const runtime = await open({});
    const serving = new Lead(runtime, undefined as never, makeLogger('silent')).start();
    await expect(serving).rejects.toThrow(SettingsInvalid);
    await expect(serving).rejects.toThrow(/the log has nothing there: it ends at .* An older copy of it was restored\. Delete reading\.db/);
    await runtime.close();
    for (const name of readdirSync(folder).filter((file) => file.startsWith('reading.db'))) rmSync(join(folder, name));
    const again = await startInstallation({ folder });
    expect((await again.post('/v1/subjects/s_1/register-subject', subject)).status).toBe(200);
    await again.stop();
  });

  it('does not start with another master key, and says so in a sentence', async () => {
    const key = randomBytes(32).toString('base64');
    await (await open({ CASEWORK_MASTER_KEY: key }, '--found', 'example')).close();
    await refused({ CASEWORK_MASTER_KEY: randomBytes(32).toString('base64') }, 'cannot be opened with this master key');
    await refused({ CASEWORK_MASTER_KEY: 'a secret' }, '32 bytes in base64');
    await refused({}, 'cannot be opened with this master key');
    await (await open({ CASEWORK_MASTER_KEY: key })).close();
  });

  it('says in a sentence that its servers cannot be reached, and ends', async () => {
    const scaledOut = { CASEWORK_STORE: 'eventstoredb', DATABASE_URL: 'postgres://casework:unsaid@127.0.0.1:1/casework' };
    const server = await launchServer({ ...scaledOut, CASEWORK_DATA: folder, EVENTSTORE_URL: 'esdb://127.0.0.1:1?tls=false' });
    expect((await server.ended).code).toBe(1);
    expect(server.output()).toMatch(
      /^EventStoreDB cannot be reached: .* EVENTSTORE_URL is right, and start again \(.*ECONNREFUSED.*\)\.\n$/,
    );

    const double = await startProtocolDouble();
    const opening = open({ ...scaledOut, EVENTSTORE_URL: double.url }, '--found', 'example');
    await expect(opening).rejects.toThrow(SettingsInvalid);
    await expect(opening).rejects.toThrow(
      /^PostgreSQL cannot be reached: .* DATABASE_URL is right, and start again \(.*ECONNREFUSED.*\)\.$/,
    );
    await expect(opening).rejects.not.toThrow(/unsaid/);
    await double.stop();
  });

  it('is opened again after it was closed for whatever reason', async () => {
    await refused({}, 'The log is empty');
    const first = await open({}, '--found', 'example');
    await expect(open({})).rejects.toThrow(`process ${process.pid}`);
    await first.close();
    await (await open({})).close();
  });
});
