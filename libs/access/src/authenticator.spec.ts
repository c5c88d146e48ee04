import { createHmac, createPublicKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROLES } from '@app/domain/roles';
import { base64url, exportJWK, exportSPKI, generateKeyPair, SignJWT, type JWK, type JWTPayload } from 'jose';
import { AUDIENCE, AuthenticationFailed, openAuthenticator, type Authenticator } from './authenticator';
import { issueLocalToken, LOCAL_ISSUER } from './local-issuer';

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

const folder = mkdtempSync(join(tmpdir(), 'casework-issuer-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => jest.useRealTimers());

const failureOf = (authenticator: Authenticator, header: string | undefined): Promise<AuthenticationFailed> =>
  authenticator.authenticate(header).then(
    () => Promise.reject(new Error('let in')),
    (error: unknown) => {
      expect(error).toBeInstanceOf(AuthenticationFailed);
      return error as AuthenticationFailed;
    },
  );
const codeOf = async (authenticator: Authenticator, token: string): Promise<[number, string]> => {
  const { status, code, message } = await failureOf(authenticator, `Bearer ${token}`);
  expect(message).toMatch(/^[A-Z].*\.$/);
  expect(message).not.toMatch(/undefined|\bat /);
  return [status, code];
};

describe('tokens of the local issuer', () => {
  let authenticator: Authenticator;
  beforeAll(async () => (authenticator = await openAuthenticator({ localIssuer: folder })));

  it.each(ROLES)('let a %s in, with the id, subject and areas that they carry (P4)', async (role) => {
    const token = await issueLocalToken(folder, { role, who: 'u-1', subject: 's_1', areas: ['931', '887'], onBehalfOf: 'u-2' });
    const actor = { who: 'u-1', role, subject: 's_1', areas: ['931', '887'], onBehalfOf: 'u-2' };
    expect(await authenticator.authenticate(`Bearer ${token}`)).toEqual(actor);
    expect(await authenticator.authenticate(`bearer ${token}`)).toEqual(actor);
    expect(await authenticator.authenticate(`Bearer ${await issueLocalToken(folder, { role })}`)).toEqual({ who: role, role });
  });

  it.each(['system', 'minister', '', 'Case-Lead', '__proto__', 'case-lead auditor'])('do not let in the role "%s" (P4)', async (role) => {
    expect(await codeOf(authenticator, await issueLocalToken(folder, { role, who: 'u-1' }))).toEqual([403, 'token-role-unknown']);
  });

  it('are signed with a key that is for the owner of the folder only, and that stays', async () => {
    const file = join(folder, 'issuer.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const key = readFileSync(file, 'utf8');
    await Promise.all([issueLocalToken(folder, { role: 'auditor' }), openAuthenticator({ localIssuer: folder })]);
    expect(readFileSync(file, 'utf8')).toBe(key);
  });

  it('of another folder are not ours', async () => {
    const other = mkdtempSync(join(tmpdir(), 'casework-issuer-'));
    expect(await codeOf(authenticator, await issueLocalToken(other, { role: 'auditor' }))).toEqual([401, 'token-signature']);
    rmSync(other, { recursive: true });
  });

  it('are made by two processes at once with one key', async () => {
    const other = mkdtempSync(join(tmpdir(), 'casework-issuer-'));
    const tokens = await Promise.all(Array.from({ length: 8 }, () => issueLocalToken(other, { role: 'auditor' })));
    const both = await openAuthenticator({ localIssuer: other });
    for (const token of tokens) expect((await both.authenticate(`Bearer ${token}`)).role).toBe('auditor');
    rmSync(other, { recursive: true });
  });

  it('end when they expire, also for whoever was let in before (cached or not)', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'] });
    const start = Date.now();
    for (const lifetimeSeconds of [30, 90]) {
      jest.setSystemTime(start);
      const token = await issueLocalToken(folder, { role: 'auditor', lifetimeSeconds });
      expect((await authenticator.authenticate(`Bearer ${token}`)).role).toBe('auditor');
      const end = (Math.floor(start / 1_000) + lifetimeSeconds) * 1_000;
      for (let now = start; now < end; now += 7_000) {
        jest.setSystemTime(now);
        expect((await authenticator.authenticate(`Bearer ${token}`)).role).toBe('auditor');
      }
      jest.setSystemTime(end - 1);
      expect((await authenticator.authenticate(`Bearer ${token}`)).role).toBe('auditor');
      jest.setSystemTime(end);
      expect(await codeOf(authenticator, token)).toEqual([401, 'token-expired']);
    }
  });

  it('are asked for, in the one form that is taken', async () => {
    const token = await issueLocalToken(folder, { role: 'auditor' });
    expect(await failureOf(authenticator, undefined)).toMatchObject({ status: 401, code: 'token-missing' });
    const wrong = [
      '',
      'Bearer',
      'Bearer ',
      token,
      `Basic ${token}`,
      `Bearer  ${token}`,
      `Bearer ${token} `,
      `Bearer ${token}, Bearer ${token}`,
    ];
    for (const header of [...wrong, 'Bearer a.b', 'Bearer a.b.c.d', 'Bearer ä.b.c', `Bearer ${token}\u0000`]) {
      expect(await failureOf(authenticator, header)).toMatchObject({ status: 401, code: 'token-malformed' });
    }
  });

  it('that were touched anywhere are refused, whatever is in them', async () => {
    const token = await issueLocalToken(folder, { role: 'auditor' });
    const [head = '', body = '', signature = ''] = token.split('.');
    const claims = { iss: LOCAL_ISSUER, aud: AUDIENCE, sub: 'u-1', role: 'deputy-director', exp: 4_000_000_000 };
    const part = (value: unknown): string => base64url.encode(JSON.stringify(value));
    const publicKey = JSON.parse(readFileSync(join(folder, 'issuer.json'), 'utf8')) as JWK;
    const pem = await exportSPKI(createPublicKey({ key: { ...publicKey, d: undefined } as never, format: 'jwk' }));
    const hs256 = `${part({ alg: 'HS256', kid: 'local' })}.${part(claims)}`;
    const forged: [string, string][] = [
      [`${head}.${part(claims)}.${signature}`, 'token-signature'],
      [`${head}.${body}.${base64url.encode(randomBytes(64))}`, 'token-signature'],
      [`${head}.${body}.`, 'token-signature'],
      [`${part({ alg: 'EdDSA', kid: 'another' })}.${body}.${signature}`, 'token-signature'],
      [`${part({ alg: 'none' })}.${part(claims)}.`, 'token-algorithm'],
      [`${part({ alg: 'None', kid: 'local' })}.${part(claims)}.`, 'token-algorithm'],
      ...[pem, publicKey.x!, base64url.decode(publicKey.x!)].map((secret): [string, string] => [
        `${hs256}.${createHmac('sha256', secret).update(hs256).digest('base64url')}`,
        'token-algorithm',
      ]),
      [`${part({ kid: 'local' })}.${body}.${signature}`, 'token-malformed'],
      [`${part({ alg: 'EdDSA', crit: ['b64'], b64: false })}.${body}.${signature}`, 'token-signature'],
      [`${part([])}.${body}.${signature}`, 'token-malformed'],
      [`${part(null)}.${body}.${signature}`, 'token-malformed'],
      ['a.b.c', 'token-malformed'],
      ['e30.e30.e30', 'token-malformed'],
    ];
    for (const [forgery, code] of forged) expect(await codeOf(authenticator, forgery)).toEqual([401, code]);
  });

  it('of pure noise are malformed, never a fault of the issuer', async () => {
    for (let round = 0; round < 200; round += 1) {
      const noise = Array.from({ length: 3 }, () => randomBytes(Math.floor(Math.random() * 60)).toString('base64url'));
      const [status] = await codeOf(authenticator, noise.map((part) => part || 'e30').join('.'));
      expect(status).toBe(401);
    }
  });
});

describe('tokens of an issuer whose keys are fetched', () => {
  const issuer = 'https://issuer.example';
  let keys: { keys: JWK[] };
  let answer: (() => [number, string]) | undefined;
  let server: Server;
  let jwksUrl: string;
  let fetched: number;

  const pairOf = async (kid: string, alg = 'ES256'): Promise<KeyPair & { jwk: JWK; kid: string; alg: string }> => {
    const pair = await generateKeyPair(alg, { extractable: true });
    return { ...pair, kid, alg, jwk: { ...(await exportJWK(pair.publicKey)), kid, alg, use: 'sig' } };
  };
  const sign = ({ privateKey, alg, kid }: Awaited<ReturnType<typeof pairOf>>, claims: JWTPayload = {}, named = true): Promise<string> =>
    new SignJWT({ iss: issuer, aud: AUDIENCE, sub: 'u-1', role: 'auditor', exp: Math.floor(Date.now() / 1_000) + 600, ...claims })
      .setProtectedHeader({ alg, ...(named && { kid }) })
      .sign(privateKey);

  beforeEach(async () => {
    fetched = 0;
    answer = undefined;
    server = createServer((_request, response) => {
      fetched += 1;
      const [status, body] = answer?.() ?? [200, JSON.stringify(keys)];
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    jwksUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`;
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it.each(['ES256', 'RS256', 'PS256', 'EdDSA'])('are taken when signed with %s', async (alg) => {
    const pair = await pairOf('one', alg);
    keys = { keys: [pair.jwk] };
    const authenticator = await openAuthenticator({ jwksUrl, issuer });
    expect(await authenticator.authenticate(`Bearer ${await sign(pair)}`)).toEqual({ who: 'u-1', role: 'auditor' });
  });

  it.each(['ES512', 'RS384'])('are not taken when signed with %s', async (alg) => {
    const pair = await pairOf('one', alg);
    keys = { keys: [pair.jwk] };
    expect(await codeOf(await openAuthenticator({ jwksUrl, issuer }), await sign(pair))).toEqual([401, 'token-algorithm']);
  });

  it('are refused for every claim that is missing or not what it should be', async () => {
    const pair = await pairOf('one');
    keys = { keys: [pair.jwk] };
    const authenticator = await openAuthenticator({ jwksUrl, issuer });
    const now = Math.floor(Date.now() / 1_000);
    const faults: [JWTPayload | Record<string, unknown>, number, string][] = [
      [{ iss: 'https://other.example' }, 401, 'token-not-for-us'],
      [{ iss: LOCAL_ISSUER }, 401, 'token-not-for-us'],
      [{ iss: undefined }, 401, 'token-not-for-us'],
      [{ aud: 'another' }, 401, 'token-not-for-us'],
      [{ aud: [] }, 401, 'token-not-for-us'],
      [{ aud: undefined }, 401, 'token-not-for-us'],
      [{ exp: now - 1 }, 401, 'token-expired'],
      [{ exp: now }, 401, 'token-expired'],
      [{ exp: undefined }, 401, 'token-malformed'],
      [{ exp: 'tomorrow' }, 401, 'token-malformed'],
      [{ nbf: now + 60 }, 401, 'token-not-yet-valid'],
      [{ sub: undefined }, 401, 'token-malformed'],
      [{ sub: '' }, 401, 'token-malformed'],
      [{ sub: 7 }, 401, 'token-malformed'],
      [{ sub: 'A Name' }, 401, 'token-malformed'],
      [{ sub: 'name@example.org' }, 401, 'token-malformed'],
      [{ sub: 'process:deadlines' }, 401, 'token-malformed'],
      [{ sub: 'x'.repeat(121) }, 401, 'token-malformed'],
      [{ role: undefined }, 403, 'token-role-unknown'],
      [{ role: 'system' }, 403, 'token-role-unknown'],
      [{ role: ['auditor'] }, 403, 'token-role-unknown'],
      [{ subject: 7 }, 401, 'token-malformed'],
      [{ subject: 'A Name' }, 401, 'token-malformed'],
      [{ areas: '931' }, 401, 'token-malformed'],
      [{ areas: ['931', 7] }, 401, 'token-malformed'],
      [{ on_behalf_of: 'process:deadlines' }, 401, 'token-malformed'],
      [{ on_behalf_of: { who: 'u-2' } }, 401, 'token-malformed'],
    ];
    for (const [claims, status, code] of faults) {
      expect([claims, ...(await codeOf(authenticator, await sign(pair, claims as JWTPayload)))]).toEqual([claims, status, code]);
    }
    const another = await openAuthenticator({ jwksUrl, issuer, audience: 'another' });
    expect((await another.authenticate(`Bearer ${await sign(pair, { aud: ['more', 'another'] })}`)).who).toBe('u-1');
  });

  it('are judged by the new keys once the issuer has changed them, and by the old ones no more', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout', 'setInterval'] });
    const [old, next] = [await pairOf('old'), await pairOf('next')];
    keys = { keys: [old.jwk] };
    const authenticator = await openAuthenticator({ jwksUrl, issuer });
    await authenticator.authenticate(`Bearer ${await sign(old)}`);
    keys = { keys: [old.jwk, next.jwk] };
    expect(await codeOf(authenticator, await sign(next))).toEqual([401, 'token-signature']);
    jest.setSystemTime(Date.now() + 31_000);
    expect((await authenticator.authenticate(`Bearer ${await sign(next)}`)).who).toBe('u-1');
    expect((await authenticator.authenticate(`Bearer ${await sign(old, { sub: 'u-2' })}`)).who).toBe('u-2');
    keys = { keys: [next.jwk] };
    jest.setSystemTime(Date.now() + 11 * 60_000);
    expect(await codeOf(authenticator, await sign(old))).toEqual([401, 'token-signature']);
    expect(fetched).toBe(3);
  });

  it('that do not name their key are tried with each of several', async () => {
    const [one, two, stranger] = [await pairOf('one'), await pairOf('two'), await pairOf('stranger')];
    keys = { keys: [one.jwk, two.jwk] };
    const authenticator = await openAuthenticator({ jwksUrl, issuer });
    for (const pair of [one, two]) expect((await authenticator.authenticate(`Bearer ${await sign(pair, {}, false)}`)).who).toBe('u-1');
    expect(await codeOf(authenticator, await sign(stranger, {}, false))).toEqual([401, 'token-signature']);
    expect(await codeOf(authenticator, await sign(two, { exp: 1 }, false))).toEqual([401, 'token-expired']);
  });

  it.each<[string, () => [number, string]]>([
    ['answers 500', () => [500, '']],
    ['answers 404', () => [404, '{}']],
    ['sends no JSON', () => [200, '<html>']],
    ['sends no keys', () => [200, '{"keys":7}']],
  ])('cannot be judged while the issuer %s, and can afterwards', async (_how, how) => {
    const pair = await pairOf('one');
    keys = { keys: [pair.jwk] };
    answer = how;
    const authenticator = await openAuthenticator({ jwksUrl, issuer });
    const token = await sign(pair);
    expect(await codeOf(authenticator, token)).toEqual([503, 'issuer-unavailable']);
    answer = undefined;
    expect((await authenticator.authenticate(`Bearer ${token}`)).who).toBe('u-1');
  });

  it('cannot be judged while nobody is at the issuer’s address', async () => {
    const authenticator = await openAuthenticator({ jwksUrl: 'http://127.0.0.1:1/jwks', issuer });
    expect(await codeOf(authenticator, await sign(await pairOf('one')))).toEqual([503, 'issuer-unavailable']);
  });

  it('cannot be judged while the issuer hangs: the answer comes within seconds', async () => {
    const hanging = createServer(() => undefined);
    await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
    const authenticator = await openAuthenticator({ jwksUrl: `http://127.0.0.1:${(hanging.address() as AddressInfo).port}/`, issuer });
    const asked = Date.now();
    expect(await codeOf(authenticator, await sign(await pairOf('one')))).toEqual([503, 'issuer-unavailable']);
    expect(Date.now() - asked).toBeLessThan(4_000);
    hanging.closeAllConnections();
    await new Promise((resolve) => hanging.close(resolve));
  }, 10_000);
});
