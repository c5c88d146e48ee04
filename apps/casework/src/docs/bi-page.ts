import { biName, type BiColumn, type BiView } from '@app/reporting/bi-view';
import { BI_READERS, biViews } from '@app/reporting/bi-views';
import type { OpenAPIObject } from '@nestjs/swagger';
import { databaseViews } from '../database-views';

const HEAD = `# Views for dashboards

What dashboards and statistics may read. Generated from the code (\`npm run docs\`); the test command fails when it is not.

- **In the database** (PostgreSQL): schema \`${databaseViews.schema}\`. A role reads the views named beside it and nothing else of the system: grant it to the login of a dashboard (\`GRANT casework_bi_published TO …\`). The server makes the roles when its database user may; otherwise it says at start which are missing.
- **Over HTTP**: \`GET /feed\` lists the views that a reader may poll, \`GET /feed/{view}?after=\` answers what changed since. What is held under a key is replaced by the lines that come for it; a key with \`deleted\` holds nothing any more; ask on with \`next\`, at once while \`more\` is true. 410 says that the view was built anew: begin again without \`after\`.

The columns of a view never change: others are another version, beside it. \`decimal\` is an exact decimal (as text over HTTP); where the publisher withheld a figure it is empty and the \`…_marker\` says \`x\` (suppressed) or \`z\` (not applicable).
`;

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
}

/** `docs/bi-views.md`: the data dictionary. What a field means is said where it is declared. */
export function biPage({ components }: OpenAPIObject): string {
  const schemas = (components?.schemas ?? {}) as Readonly<Record<string, Schema>>;
  return [HEAD, ...biViews.map((view) => viewPage(view, schemas))].join('\n');
}

function viewPage(view: BiView, schemas: Readonly<Record<string, Schema>>): string {
  const row = schemas[view.projection.view.name];
  const list = view.parts === undefined ? undefined : row?.properties?.[view.parts as string];
  const part = schemas[list?.items?.$ref?.split('/').at(-1) ?? ''];
  const roles = databaseViews.views.find(({ name }) => name === biName(view))!.roles;
  return [
    `## ${biName(view)}`,
    '',
    `${view.says}. Class \`${view.class}\`: ${BI_READERS[view.class].join(', ')}; in the database ${roles.map((role) => `\`${role}\``).join(', ')}.`,
    '',
    '| column | type | means |',
    '| --- | --- | --- |',
    ...Object.entries(view.columns).map(([name, column]) => `| \`${name}\` | ${column[0]} | ${meaning(column, row, part)} |`),
    '',
  ].join('\n');
}

function meaning([, from, field]: BiColumn, row: Schema | undefined, part: Schema | undefined): string {
  if (from === 'key') return 'Key of the row';
  const { description } = (from === 'row' ? row : part)?.properties?.[field as string] ?? {};
  if (!description) throw new Error(`${String(field)} is shown to dashboards: say in a docstring what it means`);
  return description.replaceAll('\n', ' ').replaceAll('|', '\\|');
}
