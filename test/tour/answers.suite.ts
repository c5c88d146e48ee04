import { features } from '@app/domain';
import { pathOf } from '@app/nest';
import { faultsOfAnswer, operations, rolesOf, type Operation } from '../e2e/documented';
import type { Answer, Installation } from '../e2e/installation';

const isJson = ({ responses }: Operation): boolean => responses['200']?.content?.['application/json'] !== undefined;
const queries = operations.filter((operation) => operation.method === 'GET' && isJson(operation));
const lists = queries.filter(({ path, responses }) => !path.includes('{') && responses['200']?.content?.['text/csv'] !== undefined);

/** What a name in a path stands for, where it is not the key of a row. */
const NAMED: Readonly<Record<string, string>> = {
  area: '931',
  stream: 'improvementCase-931~inspection',
  revision: '3',
  view: 'bi_published_timeliness_v1',
};

/** By what a list is narrowed to one case, area, contract or partner. */
const NARROWING: readonly (readonly [name: string, value: string])[] = [
  ['area', '931'],
  ['areas', '931'],
  ['subjects', 'localArea-931'],
  ['lead', '851'],
  ['partnerArea', '851'],
  ['contract', 'CON_22889'],
  ['case', '931~inspection'],
];

const roleFor = (operation: Operation): string =>
  operation.path.startsWith('/admin/') ? 'administrator' : (rolesOf(operation)[0] ?? 'case-lead');

/** Everything that the example answers is as the OpenAPI document describes it. */
export function answersSuite(theExample: () => Installation): void {
  const keys = new Map<string, string>();
  const described = (answer: Answer, statuses: readonly number[]): void => {
    const { to, status, text } = answer;
    expect({ to, status: statuses.includes(status) ? status : `${status} ${text.slice(0, 200)}`, faults: faultsOfAnswer(answer) }).toEqual({
      to,
      status,
      faults: [],
    });
  };

  beforeAll(async () => {
    for (const list of lists) {
      const { body } = await theExample().get(list.path, { role: roleFor(list) });
      const [row] = (body as { rows: { key?: string }[] }).rows;
      if (row?.key !== undefined) keys.set(list.path, row.key);
    }
  });

  it('knows a row of each list that the example fills', () => expect(keys.size).toBeGreaterThan(12));

  it.each(queries.map((operation) => [operation.path, operation] as const))('%s is answered as described', async (_path, operation) => {
    const { path, parameters = [] } = operation;
    const list = path.split('/{', 1)[0]!;
    const address = path.replace(/\{(\w+)\}/g, (_name, name: string) => encodeURIComponent(NAMED[name] ?? keys.get(list) ?? '931'));
    const takes = (name: string): boolean => parameters.some((parameter) => parameter.name === name);
    const narrow = path.includes('{') ? [] : NARROWING.filter(([name]) => takes(name)).slice(0, 1);
    const ofOne = narrow.map(([name, value]) => `&${name}=${value}`).join('');
    const questions =
      takes('from') && takes('to')
        ? [`?from=2023-10-23&to=2024-04-12${ofOne}`]
        : [
            '',
            ...(takes('count') ? ['?count=true&limit=3'] : []),
            ...['recordedAt', 'effectiveAt'].filter(takes).map((at) => `?${at}=2024-03-01${ofOne}`),
          ];
    for (const question of questions) {
      described(await theExample().get(`${address}${question}`, { role: roleFor(operation) }), [200, 404]);
    }
  });

  const examples = features.flatMap((feature) => (feature.examples ?? []).map((example) => ({ feature, ...example })));
  it.each(examples.map((example) => [example.feature.command.name, example] as const))(
    'the example of %s is answered as described',
    async (_name, { feature, id, body }) => {
      const role = feature.roles.find((one) => !['system', 'adviser', 'la-contact'].includes(one)) ?? 'case-lead';
      const { collection, action } = pathOf(feature);
      const path = `/${collection}/${action.replace(':id', encodeURIComponent(id))}`;
      described(await theExample().post(path, body, { role, subject: 's_adviser', areas: ['851'] }), [200, 422]);
    },
  );
}
