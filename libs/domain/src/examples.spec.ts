import { assertShape } from '@app/event-sourcing';
import { make } from '@app/event-sourcing/testing';
import { examplesFor, withExamples } from './examples';
import { features } from './features';
import { riskFeatures } from './risk/features';

const CATEGORIES = ['programme', 'application', 'partner', 'supportPackage', 'contract', 'risk', 'localArea', 'timeliness'];
const examples = features.flatMap(({ command, stream, examples: given = [] }) =>
  given.map(({ id, body }) => ({ command, name: `${command.name} to ${stream.category}-${id}`, id, body })),
);

describe('the examples of the API', () => {
  it('are given for every command of a person', () =>
    expect(
      features
        .filter(({ stream, roles }) => CATEGORIES.includes(stream.category) && roles.some((role) => role !== 'system'))
        .filter(({ examples: given = [] }) => given.length === 0)
        .map(({ command }) => command.name),
    ).toEqual([]));

  it.each(examples.map((example) => [example.name, example] as const))(
    '%s has the shape of its command',
    (_name, { command, id, body }) => {
      expect(() => assertShape(make(command, body))).not.toThrow();
      expect(JSON.parse(JSON.stringify(body))).toEqual(body);
      expect(id).toMatch(/^[A-Za-z0-9_.~]{1,120}$/);
    },
  );

  it('are of commands that there are', () =>
    expect(() => withExamples(riskFeatures, examplesFor('risk_851', { CloseCase: {} }))).toThrow('CloseCase'));

  it('leave the rest of a feature as it is', () => {
    const [raise] = riskFeatures;
    const [given] = withExamples([raise!], examplesFor('risk_1', { RaiseRisk: { likelihood: 1 } }));
    expect(given).toEqual({ ...raise, examples: [{ id: 'risk_1', body: { likelihood: 1 } }] });
  });
});
