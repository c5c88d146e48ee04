import { faultsOfAnswer } from './documented';
import { featureRequests, someOfEachStream, systemRequests } from './feature-requests';
import { startInstallation, type Installation } from './installation';
import { expectProblem } from './problems';

/** Each stands in every field of a body at once; none fits every field of any command that asks for something. */
const wrongForEveryField: readonly [string, unknown][] = [
  ['a number', 7],
  ['a negative number', -1],
  ['half a penny', 1.5],
  ['a number beyond all numbers', 1e21],
  ['an empty text', ''],
  ['blanks', '   '],
  ['an impossible day', '2024-02-30'],
  ['a year', '2024'],
  ['a week', '2024-W20-1'],
  ['an instant for a day', '2024-02-28T00:00:00.000Z'],
  ['a text too long', 'x'.repeat(20_000)],
  ['true', true],
  ['a list', []],
  ['a list of lists', [[[]]]],
  ['a list of an object', [{}]],
  ['an object', {}],
  ['an envelope', { $sealed: 1, alg: 'A256GCM', key: 'subject-1', iv: 'AAAAAAAAAAAAAAAA', ct: 'AAAAAAAAAAAAAAAAAAAAAAAA' }],
  ['names that every object has', 'constructor'],
  ['an object of such names', { toJSON: 'x', then: 'x', length: -1 }],
];

/** Keys that are no field of anything. */
const strangeKeys = ['toJSON', 'then', 'length', '', ' ', '$sealed', 'if', 'é', 'name~', '0'];

const expectNothingStored = async (installation: Installation, work: () => Promise<void>): Promise<void> => {
  const before = await installation.end();
  await work();
  expect(await installation.end()).toBe(before);
};

describe('a body that is not what a command asks for', () => {
  let installation: Installation;
  beforeAll(async () => (installation = await startInstallation()));
  afterAll(() => installation.clear());
  const nothingStored = (work: () => Promise<void>): Promise<void> => expectNothingStored(installation, work);

  it.each(featureRequests.map((request) => [request.name, request] as const))('%s refuses it, and nothing is stored', (_name, request) =>
    nothingStored(async () => {
      const { path, role, fields } = request;
      const send = async (body: unknown) => {
        const answer = await installation.post(path, body, { role });
        expect([answer.to, ...faultsOfAnswer(answer)]).toEqual([answer.to]);
        return answer;
      };
      const empty = await send({});
      if (empty.status !== 200) expectProblem(empty);
      for (const [what, value] of wrongForEveryField) {
        const answer = await send(Object.fromEntries(fields.map((field) => [field, value])));
        try {
          if (fields.length > 0) expectProblem(answer);
        } catch (error) {
          throw new Error(`${what}: ${answer.status} ${answer.text.slice(0, 300)}`, { cause: error });
        }
      }
      for (const key of strangeKeys) expectProblem(await send({ [key]: 'x' }), { status: 400, code: 'body-invalid' });
      expectProblem(await send(Object.fromEntries(strangeKeys.map((key) => [key, { [key]: [] }]))), { status: 400, code: 'body-invalid' });
    }),
  );

  it.each(systemRequests.map((request) => [request.name, request.path] as const))(
    '%s is the automation’s own and taken from nobody (P4)',
    (_name, path) =>
      nothingStored(async () => {
        for (const role of ['case-lead', 'deputy-director', 'administrator']) {
          expectProblem(await installation.post(path, {}, { role }), { status: 403, code: 'role-not-allowed' });
        }
      }),
  );

  describe.each(someOfEachStream(2).map((request) => [request.name, request] as const))('%s', (_name, { path, role }) => {
    const send = (body: string | Buffer, headers: Record<string, string> = {}) =>
      installation.ask({ method: 'POST', path, claims: { role }, body, headers: { 'content-type': 'application/json', ...headers } });

    it('refuses what is no JSON object', () =>
      nothingStored(async () => {
        for (const body of ['', ' ', '{', '}', '{"a":}', "{'a':1}", '{"a":1,}', 'undefined', '{"a":NaN}', '{} {}', '<xml/>', '\ufeff{']) {
          expectProblem(await send(body), { status: 400, code: 'malformed-json' });
        }
        for (const body of ['[]', '[{}]', '"text"', '7', 'true', 'null', '-0']) {
          expectProblem(await send(body), { status: 400, code: 'body-not-an-object' });
        }
        expectProblem(await installation.ask({ method: 'POST', path, claims: { role } }), { status: 400, code: 'body-not-an-object' });
      }));

    it('refuses keys that reach into objects, wherever they stand', () =>
      nothingStored(async () => {
        const inherited = ['toString', 'valueOf', 'hasOwnProperty', '__defineGetter__'];
        for (const key of ['__proto__', 'constructor', 'prototype', ...inherited, '\\u005f_proto__', 'constr\\u0075ctor']) {
          for (const body of [`{"${key}":{"role":"system"}}`, `{"a":{"${key}":1}}`, `{"a":[{"b":[{"${key}":[]}]}]}`]) {
            expectProblem(await send(body), { status: 400, code: 'forbidden-key' });
          }
        }
        expect(({} as Record<string, unknown>)['role']).toBeUndefined();
      }));

    it('refuses null, U+0000 and half surrogate pairs, in values and keys, written out or escaped', () =>
      nothingStored(async () => {
        for (const text of ['\\u0000', 'a\\u0000b', '\\ud800', '\\udc00', '\\udc00\\ud800', 'x\\ud83dy']) {
          for (const body of [`{"reason":"${text}"}`, `{"${text}":1}`, `{"a":["${text}"]}`, `{"a":{"${text}":{}}}`]) {
            expectProblem(await send(body), { status: 400, code: 'forbidden-character' });
          }
        }
        expectProblem(await send('{"a":"\u0000"}'), { status: 400, code: 'malformed-json' });
        for (const body of ['{"reason":null}', '{"a":[null]}', '{"a":{"b":null}}']) {
          expectProblem(await send(body), { status: 400, code: 'null-not-taken' });
        }
      }));

    it('refuses bytes that are no UTF-8', () =>
      nothingStored(async () => {
        for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80], [0xe2, 0x82]]) {
          const body = Buffer.concat([Buffer.from('{"reason":"'), Buffer.from(bytes), Buffer.from('"}')]);
          expectProblem(await send(body), { status: 400, code: 'malformed-json' });
        }
        expectProblem(await send(Buffer.from('{"reason":"é"}', 'utf16le')), { status: 400 });
        expectProblem(await send(Buffer.from('{"reason":"é"}', 'latin1')), { status: 400, code: 'malformed-json' });
      }));

    it('refuses what is nested too deep, or holds too much, without being slowed down', () =>
      nothingStored(async () => {
        const asked = performance.now();
        for (const body of ['['.repeat(60_000), '{"a":'.repeat(60_000), `${'['.repeat(60_000)}${']'.repeat(60_000)}`]) {
          expectProblem(await send(body), { status: 400, code: 'too-deep' });
        }
        expectProblem(await send(`{"a":${'{"a":'.repeat(60_000)}1${'}'.repeat(60_001)}`), { status: 400, code: 'too-deep' });
        expectProblem(await send(`{"strange":"${'['.repeat(40)}"}`), { status: 400, code: 'body-invalid' });
        const many = `{"a":[${'{},'.repeat(200_000)}{}]}`;
        expectProblem(await send(many), { status: 400, code: 'too-many-values' });
        expectProblem(await send(`{${Array.from({ length: 60_000 }, (_none, key) => `"k${key}":1`).join(',')}}`), {
          status: 400,
          code: 'too-many-values',
        });
        expect(performance.now() - asked).toBeLessThan(10_000);
      }));

    it('refuses a body of more than 1 MiB, and tells back little of a large one', () =>
      nothingStored(async () => {
        expectProblem(await send(`{"reason":"${'x'.repeat(1_048_576)}"}`), { status: 413, code: 'body-too-large' });
        expectProblem(await send('{}', { 'content-length': '99999999' }), { status: 413, code: 'body-too-large' });
        expectProblem(await send(`{"${'k'.repeat(1_000_000)}":1}`), { status: 400, code: 'body-invalid' });
        expectProblem(await send(`{${Array.from({ length: 5_000 }, (_none, key) => `"k${key}":1`).join(',')}}`), { status: 400 });
      }));

    it('takes JSON in UTF-8 and nothing else', () =>
      nothingStored(async () => {
        const unsupported = [
          'text/plain',
          'text/html',
          'application/xml',
          'application/x-www-form-urlencoded',
          'multipart/form-data; boundary=x',
        ];
        for (const type of [
          ...unsupported,
          'application/problem+json',
          'application/jsonp',
          'json',
          '*/*',
          'application/json; charset=utf-16',
        ]) {
          expectProblem(await send('{}', { 'content-type': type }), { status: 415, code: 'media-type-not-supported' });
        }
        for (const charset of ['iso-8859-1', '"utf-16le"', 'us-ascii; x=y']) {
          const type = `application/json; charset=${charset}`;
          expectProblem(await send('{}', { 'content-type': type }), { status: 415, code: 'media-type-not-supported' });
        }
        for (const encoding of ['gzip', 'br', 'deflate, gzip']) {
          expectProblem(await send('{}', { 'content-encoding': encoding }), { status: 415, code: 'media-type-not-supported' });
        }
        for (const type of [
          'application/json; charset=utf-8',
          'APPLICATION/JSON',
          'application/json;charset="UTF-8"',
          'application/json; charset=utf8',
        ]) {
          expectProblem(await send('{"strange":1}', { 'content-type': type }), { status: 400, code: 'body-invalid' });
        }
      }));
  });
});
