import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import type { TokenClaims } from '@app/access';
import { replay } from '@app/read-store';
import { localAreaJourney } from '@app/reporting/local-area-journey/local-area-journey';
import { timeline } from '@app/reporting/timeline/timeline';
import { catalogue, folds } from '../../apps/casework/src/runtime';
import { newFolder, startInstallation, type Answer, type Installation } from './installation';

const administrator: TokenClaims = { role: 'administrator' };
const auditor: TokenClaims = { role: 'auditor' };
const LINES = { accept: 'application/x-ndjson' };
const source = { publisher: 'Department for Education', title: 'An illustration' };

const linesIn = ({ text }: Answer): Record<string, any>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, any>);

jest.setTimeout(60_000);

describe('what an operator sees and does', () => {
  let installation: Installation;
  const folder = newFolder();
  const start = async (): Promise<void> => {
    installation = await startInstallation({ folder });
  };
  const status = async (question = ''): Promise<Record<string, any>> => {
    const { body } = await installation.get(`/admin/status${question}`, administrator);
    return Object.fromEntries(body.folds.map((fold: { name: string }) => [fold.name, fold]));
  };
  const register = (code: string): Promise<Answer> =>
    installation.post(`/v1/local-areas/${code}/register-local-area`, {
      name: `Area ${code}`,
      laCode: code,
      onsCode: `E06000${code}`,
      region: 'South East',
      from: '2009-04-01',
      source,
    });
  const rate = (code: string, day: string, claims?: TokenClaims): Promise<Answer> =>
    installation.post(`/v1/local-areas/${code}/record-care-rating`, { rating: 'good', publishedOn: day, source }, claims);

  beforeAll(async () => {
    await start();
    for (const code of ['931', '887', '851']) {
      await register(code);
      for (const day of ['2019-05-01', '2020-05-01', '2021-05-01']) await rate(code, day);
    }
    await installation.automation.settled();
  });
  afterAll(async () => {
    await installation.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('status says of every read model and process where it is, and the checksum of a fresh replay', async () => {
    const shown = await status('?checksums=true');
    expect(Object.keys(shown)).toEqual(folds.map(({ name }) => name));
    for (const fold of folds) {
      const { sha256, rows } = (await replay(fold, catalogue, installation.runtime.store)).checksum;
      expect(shown[fold.name]).toMatchObject({ version: fold.version, checksum: sha256, lag: { events: 0, more: false, seconds: 0 } });
      expect(shown[fold.name].serving).toMatchObject({ position: await installation.end(), rows, parked: 0 });
      expect(shown[fold.name]).not.toHaveProperty('rebuiltAt');
    }
    expect((await status())['timeline']).not.toHaveProperty('checksum');
    expect((await installation.get('/admin/status?checksums=perhaps', administrator)).body).toMatchObject({ code: 'query-invalid' });
  });

  it('status counts the events that a read model lacks', async () => {
    await installation.runtime.foldRunner.stop();
    await rate('931', '2018-05-01');
    await rate('887', '2018-05-01');
    expect((await status())['timeline'].lag).toMatchObject({ events: 2, more: false });
    await installation.runtime.foldRunner.start();
    expect(await installation.runtime.foldRunner.caughtUp()).toBe(true);
    expect((await status())['timeline'].lag).toMatchObject({ events: 0 });
  });

  it('a rebuild tells how far it is, and status says when it was', async () => {
    const told = linesIn(
      await installation.ask({ method: 'POST', path: '/admin/rebuild/timeline', claims: administrator, headers: LINES }),
    );
    const events = (await installation.runtime.store.readAll({ limit: 10_000 })).length;
    expect(told.slice(0, -1).every(({ progress }) => progress.share > 0 && progress.share <= 1)).toBe(true);
    expect(told.at(-2)).toMatchObject({ progress: { share: 1, events } });
    const { timeline: shown } = await status();
    expect(told.at(-1)).toMatchObject({ rebuilt: { name: 'timeline', version: timeline.version, rows: shown.serving.rows } });
    expect(Date.now() - Date.parse(shown.rebuiltAt)).toBeLessThan(60_000);
  });

  it('one of two rebuilds at once is told that it is under way', async () => {
    const asked = await Promise.all([1, 2].map(() => installation.post('/admin/rebuild/timeline', {}, administrator)));
    expect(asked.map(({ status: code }) => code).sort()).toEqual([200, 409]);
    expect(asked.find(({ status: code }) => code === 409)!.body).toMatchObject({ code: 'fold-under-way' });
  });

  it('verify says of a read model that its rows are those of a fresh replay', async () => {
    const path = `/admin/verify/${localAreaJourney.name}`;
    const told = linesIn(await installation.ask({ method: 'POST', path, claims: administrator, headers: LINES }));
    expect(told.at(-1)!.verified).toMatchObject({ name: localAreaJourney.name, same: true, served: { rows: 3 }, replayed: { rows: 3 } });
    expect((await installation.post('/admin/verify/nothing', {}, administrator)).body).toMatchObject({ status: 404, code: 'unknown-fold' });
  });

  it('a rebuild that ended half way with its process is gone on with by the next one, unasked', async () => {
    const before = (await status())[localAreaJourney.name];
    const cut = new AbortController();
    const { readStore, store } = installation.runtime;
    const options = { batch: 4, signal: cut.signal, onProgress: (_position: unknown, folded: number) => folded >= 8 && cut.abort() };
    await expect(readStore.rebuild(localAreaJourney.name, store, options)).rejects.toThrow(/abort/);
    expect((await status())[localAreaJourney.name].building).toMatchObject({ version: localAreaJourney.version });
    await installation.stop();
    await start();
    let now = (await status())[localAreaJourney.name];
    while (now.building) now = (await status())[localAreaJourney.name];
    expect(now.rebuiltAt > (before.rebuiltAt ?? '')).toBe(true);
    const { sha256 } = (await replay(localAreaJourney, catalogue, installation.runtime.store)).checksum;
    expect((await status('?checksums=true'))[localAreaJourney.name].checksum).toBe(sha256);
  });

  describe('an export', () => {
    it('is every event of what the history of a local area refers to, with rows and a manifest of hashes', async () => {
      const told = linesIn(await installation.get('/v1/exports/localArea-931', auditor));
      const { manifest } = told.at(-1)!;
      expect(manifest).toMatchObject({ subject: 'localArea-931', by: auditor, upTo: await installation.end() });
      const written = new Map<string, string>();
      for (const { file, line } of told.slice(0, -1)) written.set(file, `${written.get(file) ?? ''}${JSON.stringify(line)}\n`);
      expect([...written.keys()].sort()).toEqual(manifest.files.map(({ path }: { path: string }) => path).sort());
      for (const { path, lines, bytes, sha256 } of manifest.files) {
        const text = written.get(path)!;
        expect([text.trim().split('\n').length, Buffer.byteLength(text)]).toEqual([lines, bytes]);
        expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
      }
      const events = told.filter(({ file }) => file === 'events/localArea-931.jsonl').map(({ line }) => line);
      const stored = await installation.runtime.store.readStream('localArea-931');
      expect(events.map(({ id, revision, metadata }) => [id, revision, metadata])).toEqual(
        stored.map(({ id, revision, metadata }) => [id, revision, metadata]),
      );
      expect(told.filter(({ file }) => file === 'rows/local-area-journey.jsonl').map(({ line }) => line.key)).toEqual(['931']);
      expect(told.filter(({ file }) => String(file).includes('887'))).toEqual([]);
    });

    it('is not for the administrator, who reads no case, nor of what does not exist (P4)', async () => {
      for (const role of ['administrator', 'dashboard-reader', 'adviser', 'la-contact']) {
        expect((await installation.get('/v1/exports/localArea-931', { role })).body).toMatchObject({
          status: 403,
          code: 'role-not-allowed',
        });
      }
      for (const subject of ['localArea-999', 'nonsense', 'localArea-%00']) {
        expect((await installation.get(`/v1/exports/${subject}`, auditor)).status).toBe(404);
      }
    });
  });
});
