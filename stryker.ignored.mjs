import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

const calls = (path, ...names) => path.isCallExpression() && path.get('callee').isIdentifier() && names.includes(path.node.callee.name);

/** What is declared and not decided; each is held by something else than the domain's specs. */
const ignored = [
  [(path) => calls(path, 'defineRefusals'), 'Sentences are read by people; codes and rules are held by docs/rules.md.'],
  [
    (path) =>
      path.isObjectProperty() &&
      ['roles', 'rules', 'says', 'examples'].includes(path.node.key.name) &&
      calls(path.parentPath.parentPath, 'feature'),
    'What a command is for, its rules and its roles are held by docs/event-model.md.',
  ],
  [(path) => calls(path, 'FreeText', 'Confidential', 'Personal'), 'Closed fields are held by docs/event-model.md.'],
];

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'declared', {
    shouldIgnore: (path) => ignored.find(([matches]) => matches(path))?.[1],
  }),
];
