import { ROLES } from '@app/domain/roles';
import { faultsOf, operations, resolved, rolesOf, type Operation, type Schema } from './documented';
import { startInstallation, type Answer, type Installation } from './installation';

/** Something that a schema does not describe. */
function wrongFor(schema: Schema): unknown {
  const { type, enum: choices, allOf } = resolved(schema);
  if (allOf?.[0]) return wrongFor(allOf[0]);
  if (choices) return 'no-such-choice';
  return type === 'string' ? 7 : type === 'array' ? {} : type === 'object' ? [] : 'x';
}

const EXAMPLES: Readonly<Record<string, string>> = {
  id: '931~1',
  key: 'nothing',
  area: '931',
  stream: 'localArea-931',
  revision: '0',
  fold: 'nothing',
};
const addressOf = ({ path, parameters = [] }: Operation): string =>
  path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const example = parameters.find((parameter) => parameter.in === 'path' && parameter.name === name)?.schema?.example;
    return String(example ?? EXAMPLES[name]);
  });

const commands = operations.filter(({ method, path }) => method === 'POST' && path.startsWith('/v1/'));
const queries = operations.filter(({ method, path }) => method === 'GET' && path.startsWith('/v1/'));
const guarded = operations.filter(({ path }) => /^\/(v1|admin)\//.test(path));

describe('what the OpenAPI document describes, asked wrongly', () => {
  let installation: Installation;
  beforeAll(async () => {
    installation = await startInstallation();
  }, 20_000);
  afterAll(() => installation.clear());

  /** A refusal that the document describes, in the form that it describes, and nothing stored. */
  async function refused(operation: Operation, statuses: readonly number[], asking: () => Promise<Answer>): Promise<void> {
    const end = await installation.end();
    const answer = await asking();
    const { status, body, text, to } = answer;
    const described = operation.responses[String(status)];
    const schema = Object.values(described?.content ?? {})[0]?.schema;
    const outcome = {
      to,
      status,
      isDescribed: schema !== undefined,
      faults: schema ? faultsOf(schema, body) : [],
      end: await installation.end(),
    };
    expect({ ...outcome, text: text.slice(0, 200) }).toEqual({
      ...outcome,
      status: statuses.includes(status) ? status : statuses,
      isDescribed: true,
      faults: [],
      end,
      text: text.slice(0, 200),
    });
  }

  it('describes every command and every list', () => {
    expect(commands.length).toBeGreaterThan(200);
    expect(queries.length).toBeGreaterThan(30);
  });

  it.each(guarded.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s is asked by nobody without a token, nor by another role (P4)',
    async (_name, operation) => {
      const { method } = operation;
      const asked = (claims: { role: string } | null) => () =>
        installation.ask({ method, path: addressOf(operation), claims, ...(method === 'POST' && { body: {} }) });
      await refused(operation, [401], asked(null));
      const roles = operation.path.startsWith('/admin/') ? ['administrator'] : rolesOf(operation);
      const stranger = ROLES.find((role) => roles.length > 0 && !roles.includes(role));
      if (stranger) await refused(operation, [403], asked({ role: stranger }));
    },
  );

  it.each(commands.map((operation) => [operation.path, operation] as const))(
    '%s takes no body that lacks a field, or has one of another kind',
    async (_path, operation) => {
      const { schema, examples } = operation.requestBody?.content?.['application/json'] ?? {};
      const role = rolesOf(operation).find((known) => known !== 'system');
      if (!schema || role === undefined) return;
      const { properties = {}, required = [] } = resolved(schema);
      const [example] = Object.values(examples ?? {});
      const body = (example?.value ?? {}) as Record<string, unknown>;
      const sent = (wrong: object) => () => installation.post(addressOf(operation), wrong, { role });
      for (const name of required) {
        const { [name]: _left, ...rest } = body;
        await refused(operation, [400], sent(rest));
      }
      for (const [name, part] of Object.entries(properties)) await refused(operation, [400], sent({ ...body, [name]: wrongFor(part) }));
      await refused(operation, [400], sent({ ...body, notDescribed: 1 }));
    },
  );

  it.each(queries.map((operation) => [operation.path, operation] as const))(
    '%s takes no U+0000 in a question, and no place in the log that is none',
    async (_path, operation) => {
      const role = rolesOf(operation)[0] ?? 'case-lead';
      const path = addressOf(operation);
      const got =
        (question: string, headers: Record<string, string> = {}) =>
        () =>
          installation.get(`${path}${question}`, { role }, headers);
      for (const { name, in: where } of operation.parameters ?? []) {
        if (where === 'query') await refused(operation, [400, 404], got(`?${name}=%00`));
        if (where === 'header' && name === 'Casework-Wait-For') await refused(operation, [400], got('', { [name.toLowerCase()]: 'x' }));
      }
    },
  );
});
