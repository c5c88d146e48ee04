import type { Feature, FeatureOptions } from '@app/event-sourcing';

/** Example bodies by the name of their command, made for the example installation as it stands when it has been played. */
export type Examples = Readonly<Record<string, FeatureOptions<object, unknown>['examples']>>;

type Body = Readonly<Record<string, unknown>>;

/** Example bodies that go to one stream, by the name of their command. */
export const examplesFor = (id: string, bodies: Readonly<Record<string, Body>>): Examples =>
  Object.fromEntries(Object.entries(bodies).map(([command, body]) => [command, [{ id, body }]]));

/** Features with their examples. @throws Error where an example is of no command among them */
export function withExamples<F extends Feature>(features: readonly F[], examples: Examples): readonly F[] {
  const unknown = Object.keys(examples).filter((name) => !features.some(({ command }) => command.name === name));
  if (unknown.length > 0) throw new Error(`Examples of no command: ${unknown.join(', ')}`);
  return features.map((feature) => {
    const given = examples[feature.command.name];
    return given ? { ...feature, examples: given } : feature;
  });
}
