import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { KeysUnavailable, subjectKey } from '@app/access';
import { openSqlite } from '@app/event-store';
import { readModels } from '@app/reporting';
import { makeLogger } from '../../apps/casework/src/logging';
import type { Runtime } from '../../apps/casework/src/runtime';
import { newFolder, startInstallation, type Answer, type Installation } from './installation';
import { expectProblem, expectUnavailable } from './problems';

const subject = 's_professional';
const name = 'Illustrious Professional of the Contract';
const contact = 'illustrious.professional@example.org';
const manager = { role: 'contract-manager' };
const contract = '/v1/contracts/CON_22889';
const naming = { subject, name, contact, from: '2023-10-12' };

/** The forms in which a name could lie in a file. */
const formsOf = (text: string): Buffer[] => [
  Buffer.from(text),
  Buffer.from(text, 'utf16le'),
  ...[0, 1, 2].map((shift) =>
    Buffer.from(
      Buffer.from('x'.repeat(shift) + text)
        .toString('base64')
        .slice(4, -4),
    ),
  ),
  Buffer.from(Buffer.from(text).toString('hex')),
  Buffer.from(encodeURIComponent(text)),
];
const traces = [name, contact].flatMap(formsOf);
const namedIn = (bytes: Buffer): boolean => traces.some((trace) => bytes.includes(trace));

const filesIn = (folder: string): Map<string, Buffer> =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((file) => {
      try {
        return [[file, readFileSync(join(folder, file))] as const];
      } catch {
        return [];
      }
    }),
  );

describe('the erasure of the named professional (C8, P3)', () => {
  const folder = newFolder();
  const log: string[] = [];
  const logger = makeLogger('trace', { write: (line) => void log.push(line) });
  const told: Answer[] = [];
  let installation: Installation;
  let wrapped: Buffer;

  const start = async (): Promise<void> => {
    installation = await startInstallation({ folder, logger });
  };
  const post = async (path: string, body: unknown, role = 'contract-manager', headers?: Record<string, string>): Promise<Answer> => {
    const answer = await installation.post(path, body, { role }, headers);
    told.push(answer);
    return answer;
  };
  /** Everything that can be read, as whoever may read most. */
  const readEverything = async (): Promise<Answer[]> => {
    const answers: Answer[] = [];
    for (const role of ['contract-manager', 'auditor']) {
      for (const { path } of readModels) answers.push(await installation.get(`/v1/${path}?limit=1000`, { role }));
      for (const stream of ['contract-CON_22889', `subject-${subject}`])
        answers.push(await installation.get(`/v1/events/${stream}`, { role }));
      for (const area of ['931', '887', '851']) answers.push(await installation.get(`/v1/local-areas/${area}/journey`, { role }));
    }
    answers.push(
      await installation.get('/admin/status', { role: 'administrator' }),
      await installation.get('/metrics', { role: 'auditor' }),
    );
    return answers;
  };
  const events = async (stream: string, role = 'contract-manager'): Promise<any[]> =>
    (await installation.get(`/v1/events/${stream}`, { role })).body;

  beforeAll(async () => {
    await start();
    await installation.runtime.movable!.moveTo('2023-10-12T09:00:00.000Z');
    const order = {
      number: 'CON_22889',
      references: ['Project_8404', 'ITT_2442'],
      title: 'SEND and AP Advisory Services',
      invoiceAddress: 'Department for Education',
      supplier: 'An illustrative supplier Ltd',
      orderedOn: '2023-10-12',
      commencesOn: '2023-10-12',
      completesOn: '2025-03-31',
      maximumPence: 5_850_000,
      areas: ['931', '887', '851'],
    };
    for (const [command, body] of [
      ['place-order', order],
      ['accept-order', { party: 'buyer', acceptedOn: '2023-10-12' }],
      ['accept-order', { party: 'supplier', acceptedOn: '2023-10-12' }],
    ] as const) {
      expect(await post(`${contract}/${command}`, body)).toMatchObject({ status: 200 });
    }
    expect(await post(`${contract}/name-professional`, naming, 'contract-manager', { 'idempotency-key': 'naming' })).toMatchObject({
      status: 200,
    });
    expect(await post(`/v1/subjects/${subject}/register-subject`, { subject, kind: 'adviser', name, contact })).toMatchObject({
      status: 200,
    });
    const correction = { subject, kind: 'adviser', name, contact, reason: 'An illustration' };
    expect(await post(`/v1/subjects/${subject}/correct-subject`, correction)).toMatchObject({ status: 200 });
    await installation.automation.settled();
  });
  afterAll(async () => {
    await installation.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('before it, whoever has the clearance reads the name, and others do not (P1, P2)', async () => {
    const named = (await events('contract-CON_22889')).find(({ type }) => type === 'ProfessionalNamed');
    expect(named).toMatchObject({ data: naming, redacted: [] });
    expect(named.says).not.toContain(name);
    expect((await events(`subject-${subject}`, 'auditor'))[0].data).toEqual({ subject, kind: 'adviser', name, contact });
    expect(told.filter(({ text }) => namedIn(Buffer.from(text))).map(({ to }) => to)).toEqual([
      `POST ${contract}/name-professional`,
      `POST /v1/subjects/${subject}/register-subject`,
      `POST /v1/subjects/${subject}/correct-subject`,
    ]);
  });

  it('no fault that a request with the name can meet brings it into the log', async () => {
    const faults: [string, unknown, Record<string, string>?][] = [
      [`${contract}/name-professional`, { ...naming, name: [name] }],
      [`${contract}/name-professional`, { ...naming, name: `${name} `.repeat(20) }],
      [`${contract}/name-professional`, { ...naming, [name]: contact }],
      [`${contract}/name-professional`, `{"name":"${name}"`, { 'content-type': 'application/json' }],
      [`${contract}/name-professional`, name, { 'content-type': 'text/plain' }],
      [`${contract}/name-professional`, { ...naming, name: `${name}\u0000` }],
      [`${contract}/name-professional?name=${encodeURIComponent(name)}`, { ...naming, subject: 's_2' }],
      [`${contract}/name-professional`, naming, { 'idempotency-key': name }],
      [`${contract}/name-professional`, naming, { 'if-match': name, 'x-correlation-id': name }],
      [`/v1/subjects/${encodeURIComponent(name)}/register-subject`, { subject, kind: 'adviser', name }],
    ];
    for (const [path, body, headers] of faults) {
      const answer = await installation.post(path, body, manager, headers);
      expectProblem(answer);
    }
    await installation.get(`/v1/timeline?subjects=${encodeURIComponent(name)}`);
    await installation.get(`/v1/timeline/${encodeURIComponent(name)}`);
    expect(log.length).toBeGreaterThan(faults.length);
    expect(log.filter((line) => namedIn(Buffer.from(line)))).toEqual([]);
  });

  it('before it, too, the name stands in no file', async () => {
    await installation.stop();
    const files = filesIn(folder);
    expect([...files.keys()]).toEqual(expect.arrayContaining(['events.db', 'keys.db', 'kept.db', 'reading.db']));
    expect(files.get('events.db')!.includes(Buffer.from('An illustrative supplier Ltd'))).toBe(true);
    expect([...files].filter(([, bytes]) => namedIn(bytes)).map(([file]) => file)).toEqual([]);
    const keys = openSqlite(join(folder, 'keys.db'));
    wrapped = Buffer.from((keys.prepare('SELECT wrapped FROM keys WHERE id = ?').get(subjectKey(subject)) as { wrapped: Buffer }).wrapped);
    keys.close();
    copyFileSync(join(folder, 'keys.db'), join(folder, 'keys.copy'));
    await start();
  });

  it('is not for everybody, and is on record with its ground (P4)', async () => {
    const path = `/v1/subjects/${subject}/erase-subject`;
    const body = { subject, lawfulBasis: 'objection', reason: 'The professional has objected' };
    expectProblem(await post(path, body, 'contract-manager'), { status: 403 });
    const erased = await post(path, body, 'deputy-director', { 'idempotency-key': 'erasing' });
    expect(erased.body.events).toMatchObject([{ type: 'SubjectErased', data: body, metadata: { role: 'deputy-director' } }]);
    expect((await post(path, body, 'deputy-director', { 'idempotency-key': 'erasing' })).body).toEqual(erased.body);
    expect((await post(path, body, 'deputy-director')).body.events).toEqual([]);
  });

  const expectErased = async (): Promise<void> => {
    const redacted = (category: string) => ['name', 'contact'].map((field) => ({ field, category, erased: true }));
    const named = (await events('contract-CON_22889')).find(({ type }) => type === 'ProfessionalNamed');
    expect(named).toMatchObject({
      data: { subject, name: null, contact: null, from: '2023-10-12' },
      redacted: redacted('adviser-contact'),
    });
    const [registered, corrected, erased] = await events(`subject-${subject}`);
    expect(corrected).toMatchObject({ data: { name: null, contact: null, reason: 'An illustration' } });
    expect(registered).toMatchObject({ data: { subject, kind: 'adviser', name: null, contact: null }, redacted: redacted('personnel') });
    expect(erased.data.reason).toBe('The professional has objected');
    for (const { to, status, text } of await readEverything()) {
      expect([200, 404]).toContain(status);
      expect({ to, named: namedIn(Buffer.from(text)) }).toEqual({ to, named: false });
    }
  };

  it('after it no answer gives the name, and the record says that it was erased', expectErased);

  it('after it nothing more can be recorded under the id, and a retry does not bring the name back', async () => {
    const attempts = [
      await post(`${contract}/name-professional`, naming, 'contract-manager', { 'idempotency-key': 'naming' }),
      await post(`${contract}/replace-professional`, { ...naming, from: '2023-11-01', reason: 'An illustration' }),
      await post(`/v1/subjects/${subject}/register-subject`, { subject, kind: 'adviser', name }),
      await post(`/v1/subjects/${subject}/correct-subject`, { subject, kind: 'adviser', name, reason: 'An illustration' }),
    ];
    for (const attempt of attempts) {
      expectProblem(attempt, { status: 422 });
      expect(namedIn(Buffer.from(attempt.text))).toBe(false);
    }
  });

  it('a rebuild of every read model keeps it so', async () => {
    for (const { projection } of readModels) {
      expect((await installation.post(`/admin/rebuild/${projection.name}`, {}, { role: 'administrator' })).status).toBe(200);
    }
    await expectErased();
  });

  it('after it no file holds the name or the key, and no line of the log either', async () => {
    await installation.stop();
    const files = filesIn(folder);
    expect([...files].filter(([, bytes]) => namedIn(bytes)).map(([file]) => file)).toEqual([]);
    expect([...files].filter(([, bytes]) => bytes.includes(wrapped)).map(([file]) => file)).toEqual(['keys.copy']);
    expect(log.filter((line) => namedIn(Buffer.from(line)))).toEqual([]);
    await start();
    await expectErased();
  });

  it('a copy of the keys that is brought back is made to forget before anything is served', async () => {
    await installation.stop();
    for (const file of readdirSync(folder).filter((known) => known.startsWith('keys.db'))) rmSync(join(folder, file));
    copyFileSync(join(folder, 'keys.copy'), join(folder, 'keys.db'));
    rmSync(join(folder, 'keys.copy'));
    await start();
    expect(await installation.runtime.keys.key(subjectKey(subject), { create: true })).toBeUndefined();
    await expectErased();
    await installation.stop();
    expect([...filesIn(folder)].filter(([, bytes]) => bytes.includes(wrapped)).map(([file]) => file)).toEqual([]);
    await start();
    await expectErased();
  });
});

describe('an erasure while the key store does not answer (P3)', () => {
  it('is said to be outstanding, opens nothing here, and is carried out as soon as it answers', async () => {
    let away = false;
    let runtime!: Runtime;
    const installation = await startInstallation({
      altered: (opened) => {
        runtime = opened;
        const destroy = opened.keys.destroy.bind(opened.keys);
        opened.keys.destroy = (id) => {
          if (!away) return destroy(id);
          opened.keys.forget(id);
          return Promise.reject(new KeysUnavailable(new Error('away')));
        };
        return opened;
      },
    });
    const path = `/v1/subjects/${subject}`;
    await installation.post(`${path}/register-subject`, { subject, kind: 'adviser', name });
    const erasure = { subject, lawfulBasis: 'objection', reason: 'An illustration' };
    const director = { role: 'deputy-director' };
    away = true;
    expectUnavailable(await installation.post(`${path}/erase-subject`, erasure, director), 'erasure-outstanding');
    const read = await installation.get(`/v1/events/subject-${subject}`);
    expect(read.body[0]).toMatchObject({ data: { name: null }, redacted: [{ field: 'name', erased: true }] });
    expect(read.body[1].type).toBe('SubjectErased');
    const keys = openSqlite(join(installation.folder, 'keys.db'));
    const stored = (): { wrapped: Buffer | null } =>
      keys.prepare('SELECT wrapped FROM keys WHERE id = ?').get(subjectKey(subject)) as never;
    expect(stored().wrapped).not.toBeNull();
    away = false;
    for (const deadline = Date.now() + 10_000; stored().wrapped !== null && Date.now() < deadline;)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(stored().wrapped).toBeNull();
    keys.close();
    expect(runtime.keys.atHand(subjectKey(subject))).toBeUndefined();
    await installation.clear();
  }, 20_000);

  it('is carried out at the next start where the process ended first', async () => {
    const installation = await startInstallation({
      altered: (opened) => {
        opened.keys.destroy = () => Promise.reject(new KeysUnavailable(new Error('away')));
        return opened;
      },
    });
    const { folder } = installation;
    await installation.post(`/v1/subjects/${subject}/register-subject`, { subject, kind: 'adviser', name });
    const erasure = { subject, lawfulBasis: 'objection', reason: 'An illustration' };
    expectUnavailable(
      await installation.post(`/v1/subjects/${subject}/erase-subject`, erasure, { role: 'deputy-director' }),
      'erasure-outstanding',
    );
    await installation.stop();
    const again = await startInstallation({ folder });
    expect(await again.runtime.keys.key(subjectKey(subject), { create: true })).toBeUndefined();
    await again.clear();
  });
});
