import { request } from 'node:http';
import type { TokenClaims } from '@app/access';
import { startInstallation, type Installation } from './installation';
import { expectProblem } from './problems';

const source = { publisher: 'Office for National Statistics', title: 'Register of geographic codes' };
const area = (name: string, laCode: string, onsCode: string) => ({
  name,
  laCode,
  onsCode,
  region: 'South East',
  from: '2009-04-01',
  source,
});

jest.setTimeout(30_000);

interface LiveEvent {
  readonly event?: string;
  readonly id?: string;
  readonly data?: any;
}

/** A connection whose events are read one after another. */
interface Watching {
  next(): Promise<LiveEvent>;
  /** Whether the server has ended it. */
  readonly ended: Promise<void>;
  leave(): void;
}

describe('a list that is watched over HTTP', () => {
  let installation: Installation;
  const open: Watching[] = [];
  const register = (id: string, name: string) =>
    installation.post(`/v1/local-areas/${id}/register-local-area`, area(name, id, `E06000${id}`));

  async function watch(path: string, claims: TokenClaims = { role: 'case-lead' }, headers: Record<string, string> = {}): Promise<Watching> {
    const authorization = `Bearer ${await installation.token(claims)}`;
    const arrived: LiveEvent[] = [];
    let tell: () => void = () => undefined;
    const watching = await new Promise<Watching>((resolve, reject) => {
      const asked = request({ host: '127.0.0.1', port: installation.port, path, headers: { authorization, ...headers } }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
          const blocks = text.split('\n\n');
          text = blocks.pop()!;
          arrived.push(...blocks.map(eventFrom).filter(({ event }) => event !== undefined));
          tell();
        });
        const ended = new Promise<void>((done) => answer.once('close', done));
        answer.on('error', () => undefined);
        resolve({ ended, leave: () => asked.destroy(), next: () => nextOf(arrived, (listener) => (tell = listener)) });
      });
      asked.on('error', reject).end();
    });
    open.push(watching);
    return watching;
  }

  beforeAll(async () => {
    installation = await startInstallation();
  });
  afterEach(() => open.splice(0).forEach((watching) => watching.leave()));
  afterAll(() => installation.clear());

  it('says where it stands, and then at which position it changed', async () => {
    const watching = await watch('/v1/local-areas/live?sort=name');
    expect(await watching.next()).toMatchObject({ event: 'watching', data: { list: 'local-areas' } });
    const { position } = (await register('801', 'Alton')).body;
    expect(await watching.next()).toEqual({ event: 'changed', id: position, data: { list: 'local-areas', position } });
    const list = await installation.get('/v1/local-areas', { role: 'case-lead' });
    expect(list.body.rows.map(({ key }: { key: string }) => key)).toContain('801');
  });

  it('says nothing of rows that it does not ask for', async () => {
    const watching = await watch('/v1/local-areas/live?name=Bramley');
    await watching.next();
    await register('802', 'Selborne');
    const { position } = (await register('803', 'Bramley')).body;
    expect(await watching.next()).toMatchObject({ event: 'changed', id: position });
  });

  it('tells who comes back that something was missed (Last-Event-ID)', async () => {
    const first = await watch('/v1/local-areas/live');
    const { id } = await first.next();
    first.leave();
    await register('804', 'Overton');
    const position = (await installation.end())!;
    await installation.get('/v1/local-areas', { role: 'case-lead' }, { 'casework-wait-for': position });
    const back = await watch('/v1/local-areas/live', undefined, { 'last-event-id': id! });
    expect(await back.next()).toMatchObject({ event: 'changed', id: position });
    const again = await watch('/v1/local-areas/live', undefined, { 'last-event-id': position });
    expect(await again.next()).toMatchObject({ event: 'watching', id: position });
  });

  it('ends when the token no longer holds, and tells nothing more', async () => {
    const watching = await watch('/v1/local-areas/live', { role: 'auditor', lifetimeSeconds: 2 });
    expect((await watching.next()).event).toBe('watching');
    let number = 810;
    let last: LiveEvent = {};
    while (last.event !== 'ended') {
      await register(String((number += 1)), `Place ${number}`);
      last = await watching.next();
    }
    expect(last.data).toEqual({ code: 'token-expired', title: 'The token has expired; get a new one.' });
    await watching.ended;
  });

  it('is refused like the list', async () => {
    const get = (path: string, claims?: TokenClaims | null, headers = {}) =>
      installation.ask({ path, headers, ...(claims !== undefined && { claims }) });
    expectProblem(await get('/v1/local-areas/live', null), { status: 401, code: 'token-missing' });
    expectProblem(await get('/v1/local-areas/live', { role: 'administrator' }), { status: 403, code: 'role-not-allowed' });
    expectProblem(await get('/v1/local-areas/live?colour=red'), { status: 400, code: 'query-invalid' });
    expectProblem(await get('/v1/local-areas/live', undefined, { 'last-event-id': '7' }), { status: 400, code: 'position-invalid' });
  });

  it('ends with the process, which does not wait for it', async () => {
    const own = await startInstallation();
    const before = installation;
    installation = own;
    try {
      const watching = await watch('/v1/local-areas/live');
      await watching.next();
      await own.clear();
      await watching.ended;
    } finally {
      installation = before;
    }
  });
});

function eventFrom(block: string): LiveEvent {
  const fields = Object.fromEntries(
    block.split('\n').flatMap((line) => {
      const at = line.indexOf(': ');
      return at > 0 ? [[line.slice(0, at), line.slice(at + 2)]] : [];
    }),
  );
  return { ...fields, ...(fields.data !== undefined && { data: JSON.parse(fields.data) }) };
}

async function nextOf(arrived: LiveEvent[], listen: (listener: () => void) => void): Promise<LiveEvent> {
  if (arrived.length === 0) await new Promise<void>((resolve) => listen(() => arrived.length > 0 && resolve()));
  return arrived.shift()!;
}
