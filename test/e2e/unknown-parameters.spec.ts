import { operations, rolesOf, type Operation } from './documented';
import { startInstallation, type Installation } from './installation';
import { expectProblem } from './problems';

const ADMINISTRATION = ['case-lead', 'deputy-director', 'auditor', 'administrator', 'dashboard-reader'];

/** Addresses with something in the place of each name: nothing of the kind is on record. */
const addressOf = ({ path }: Operation): string => path.replace('{kind}', 'sen2').replace(/\{\w+\}/g, 'nothing_1');
/** What it asks for in any case. */
const moments = ({ path }: Operation): string => (path.endsWith('/compare') ? 'from=2021-01-01&to=2021-01-02&' : '');
/** A list that is compared says first of what it has to be: that is asked of it in the specs of lists. */
const isComparedList = ({ path }: Operation): boolean => path.endsWith('/compare') && !path.includes('{');
const isImport = ({ requestBody }: Operation): boolean => requestBody?.content?.['text/csv'] !== undefined;

const ofApi = operations.filter(({ path }) => path.startsWith('/v1') || path.startsWith('/admin'));
const named = (some: readonly Operation[]) => some.map((operation) => [`${operation.method} ${operation.path}`, operation] as const);

describe('what a request says beside what its route knows', () => {
  let installation: Installation;
  beforeAll(async () => (installation = await startInstallation()));
  afterAll(() => installation.clear());

  /** As one who may ask it: those whom it names, or anybody of whom one may. */
  const ask = async (operation: Operation, query: string, body?: object) => {
    const { method } = operation;
    const names = rolesOf(operation);
    const roles = names.length > 0 ? names.filter((role) => role !== 'system') : ADMINISTRATION;
    for (const role of roles) {
      const answer = await installation.ask({
        method,
        path: `${addressOf(operation)}${query}`,
        claims: { role },
        ...(body && { body }),
      });
      if (answer.status !== 403) return answer;
    }
    return undefined;
  };

  it.each(named(ofApi.filter((operation) => !isComparedList(operation))))(
    'is refused with its name: a parameter of %s',
    async (_name, operation) => {
      const body = operation.method === 'POST' && !isImport(operation) ? {} : undefined;
      const answer = await ask(operation, `?${moments(operation)}no_such_thing=1`, body);
      if (answer) {
        expectProblem(answer, { status: 400, code: 'query-invalid' });
        expect(answer.body).toMatchObject({ field: 'no_such_thing' });
      } else expect(rolesOf(operation)).toEqual(['system']);
    },
  );

  it.each(named(ofApi.filter((operation) => operation.method === 'POST' && !isImport(operation))))(
    'is refused with its name: a field of the body of %s',
    async (_name, operation) => {
      const answer = await ask(operation, '', { no_such_thing: 1 });
      if (answer) {
        expectProblem(answer, { status: 400, code: 'body-invalid' });
        const { field, errors = [] } = answer.body as { field?: string; errors?: { field: string }[] };
        expect([field, ...errors.map((one) => one.field)]).toContain('no_such_thing');
      } else expect(rolesOf(operation)).toEqual(['system']);
    },
  );
});
