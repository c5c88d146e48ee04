import { features } from '@app/domain';
import { fieldsOf, kebab, type EventDeclaration, type Feature, type Stream } from '@app/event-sourcing';
import { processes } from '@app/automation';
import { readModels } from '@app/reporting';

const HEAD = `# Event model

What can be asked, what can happen, and what is shown of it. Generated from the code (\`npm run docs\`); the test command fails when it is not.
`;

/** `docs/event-model.md`: commands and events by stream, processes, read models. */
export function eventModel(): string {
  const streams = new Map<string, Stream>(features.map(({ stream }) => [stream.category, stream]));
  const pages = [...streams.values()].sort((a, b) => (a.category < b.category ? -1 : 1)).map(streamPage);
  return [HEAD, ...pages, processPage(), readModelPage()].join('\n');
}

function streamPage(stream: Stream): string {
  const commands = features.filter((feature) => feature.stream === stream).sort((a, b) => (a.command.name < b.command.name ? -1 : 1));
  const events = [...stream.events].sort((a, b) => (a.type < b.type ? -1 : 1));
  return [
    `## ${stream.category}`,
    '',
    '| command | says | rules | roles |',
    '| --- | --- | --- | --- |',
    ...commands.map(commandRow),
    '',
    '| event | version | closed fields |',
    '| --- | --- | --- |',
    ...events.map(eventRow),
    '',
  ].join('\n');
}

const commandRow = ({ command, says, rules, roles, stream }: Feature): string =>
  `| \`${command.name}\` (\`POST /v1/${stream.collection}/{id}/${kebab(command.name)}\`) | ${says} | ${rules.join(', ')} | ${roles.join(', ')} |`;

function eventRow({ type, version, shape }: EventDeclaration): string {
  return `| \`${type}\` | ${version} | ${closedFields(shape).join(', ') || '–'} |`;
}

function closedFields(shape: EventDeclaration['shape'], path = ''): string[] {
  return [...fieldsOf(shape)].flatMap(([name, { classification, nested }]) => {
    const here = classification ? [`${path}${name} (${classification.kind}: ${classification.category})`] : [];
    return [...here, ...(nested ? closedFields(nested(), `${path}${name}.`) : [])];
  });
}

const processPage = (): string =>
  [
    '## Processes',
    '',
    '| process | in force from |',
    '| --- | --- |',
    ...processes.map(({ name, inForceFrom }) => `| \`${name}\` | ${inForceFrom} |`),
    '',
  ].join('\n');

const readModelPage = (): string =>
  [
    '## Read models',
    '',
    '| read model | says | rules | roles |',
    '| --- | --- | --- | --- |',
    ...readModels.map(({ path, says, rules, roles }) => `| \`GET /v1/${path}\` | ${says} | ${rules.join(', ')} | ${roles.join(', ')} |`),
    '',
  ].join('\n');
