import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { features } from '@app/domain';
import type { Refuse } from '@app/event-sourcing';
import { requirements } from '@app/automation/requirements';
import { ruleSentences as sentences } from './rule-sentences';

const HEAD = `# The rules and where they are held

Every rule of the two published documents, and of the system's own design: the commands, refusals and requirements that hold it, and the specs that cite it.
Generated from the code (\`npm run docs\`); a rule without a spec fails the test command.
`;

interface Held {
  readonly commands: Set<string>;
  readonly refusals: Set<string>;
  readonly requirements: Set<string>;
  readonly specs: Set<string>;
}

/** `docs/rules.md`, and what is missing: rules that no spec cites, and rules that are cited and have no sentence. */
export function rulesPage(root: string): { page: string; gaps: string[] } {
  const held = new Map<string, Held>(
    Object.keys(sentences).map((id) => [id, { commands: new Set(), refusals: new Set(), requirements: new Set(), specs: new Set() }]),
  );
  const unknown: string[] = [];
  const hold = (rule: string, by: Exclude<keyof Held, 'specs'>, name: string): void => {
    if (!held.get(rule)?.[by].add(name)) unknown.push(`${name} (${by}) cites ${rule}, which has no sentence in rules.yaml.`);
  };
  for (const { command, rules } of features) for (const rule of rules) hold(rule, 'commands', command.name);
  for (const [code, rule] of refusalsIn(root)) hold(rule, 'refusals', code);
  for (const { definition, rule } of requirements) hold(rule, 'requirements', definition);
  for (const [file, rule] of citationsIn(root)) held.get(rule)?.specs.add(file);
  const uncited = [...held].filter(([, { specs }]) => specs.size === 0).map(([id]) => `Rule ${id} is cited by no spec.`);
  const page = [HEAD, ...[...held].map(([id, found]) => section(id, sentences[id]!, found))].join('\n');
  return { page, gaps: [...uncited, ...unknown] };
}

function section(id: string, sentence: string, { commands, refusals, requirements: owed, specs }: Held): string {
  const line = (name: string, values: Set<string>): string[] =>
    values.size > 0
      ? [
          `- ${name}: ${[...values]
            .sort()
            .map((value) => `\`${value}\``)
            .join(', ')}`,
        ]
      : [];
  return [
    `## ${id}`,
    '',
    sentence,
    '',
    ...line('Commands', commands),
    ...line('Refusals', refusals),
    ...line('Requirements', owed),
    ...line('Specs', specs),
    '',
  ].join('\n');
}

function refusalsIn(root: string): [code: string, rule: string][] {
  const load = createRequire(join(root, 'package.json'));
  return filesBelow(root, ['dist/libs/domain/src'], 'refusals.js').flatMap((file) => {
    const module = load(join(root, file)) as Record<string, Refuse>;
    return Object.values(module)
      .filter((value) => typeof value === 'function' && 'declarations' in value)
      .flatMap(({ declarations }) =>
        Object.entries(declarations).flatMap(([code, { rule }]) => [rule].flat().map((id): [string, string] => [code, id])),
      );
  });
}

/** Rule ids in the names of specs. */
function citationsIn(root: string): [file: string, rule: string][] {
  return filesBelow(root, ['apps', 'libs', 'test'], '.spec.ts').flatMap((file) => {
    const names = readFileSync(join(root, file), 'utf8').match(/\b(describe|it)(\.each\([^)]*\))?\(\s*(['"`])[^\n]*/g) ?? [];
    const rules = new Set(names.flatMap((name) => name.match(/\b[GCAJEP]\d{1,2}\b/g) ?? []));
    return [...rules].map((rule) => [file, rule] as [string, string]);
  });
}

function filesBelow(root: string, folders: readonly string[], ending: string): string[] {
  return folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file.replaceAll('\\', '/')}`),
    )
    .filter((file) => file.endsWith(ending))
    .sort();
}
