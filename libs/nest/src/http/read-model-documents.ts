import type { ColumnType, ReadModel } from '@app/event-sourcing';
import { applyDecorators } from '@nestjs/common';
import { ApiBearerAuth, ApiExtraModels, ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { AnsweredMoment, AskedAsOf } from '../as-of/asked';
import { MOMENT_PARAMETERS } from '../as-of/moment';
import { RedactedField } from './command-answer.view';
import { filtersOf, sortsOf, type ListFilter } from './list-filters';
import { DERIVED } from './list-question';
import { ProblemBody } from './problem';

type Schema = Record<string, unknown>;

const SCHEMAS: Readonly<Record<Extract<ColumnType, string>, Schema>> = {
  text: { type: 'string' },
  texts: { type: 'string' },
  day: { type: 'string', format: 'date', example: '2024-03-31' },
  instant: { type: 'string', format: 'date-time', example: '2024-03-31T12:00:00.000Z' },
  integer: { type: 'integer', example: 3 },
  flag: { type: 'boolean', example: true },
};

function schemaOf({ type, column }: ListFilter, examples: Readonly<Record<string, string>>): Schema {
  if (typeof type === 'object') return { type: 'string', enum: type, example: type[0] };
  const example = examples[column];
  return { ...SCHEMAS[type], ...(example !== undefined && { example }) };
}

function says({ column, bound, type, category }: ListFilter): string {
  const what = type === 'texts' ? `Rows whose \`${column}\` hold this` : `Rows with this \`${column}\``;
  const bounded =
    bound === 'from' ? `Rows whose \`${column}\` is this or later (more)` : `Rows whose \`${column}\` is this or earlier (less)`;
  const several = bound === undefined ? '; given several times, rows with any of the values' : '';
  const day = bound !== undefined && type === 'instant' ? '; a day is taken whole, in London' : '';
  const closed = category === undefined ? '' : `. Only for readers who may read \`${category}\` (P2)`;
  return `${bound === undefined ? what : bounded}${several}${day}${closed}`;
}

function documentedFilter(filter: ListFilter, examples: Readonly<Record<string, string>>): MethodDecorator {
  const schema = schemaOf(filter, examples);
  const severally = filter.bound === undefined && filter.type !== 'flag';
  return ApiQuery({
    name: filter.name,
    required: false,
    style: 'form',
    explode: true,
    schema: severally ? { type: 'array', items: schema } : schema,
    description: says(filter),
  });
}

const DERIVED_DOCUMENTS: Readonly<Record<keyof typeof DERIVED, { schema: Schema; description: (model: ReadModel) => string }>> = {
  region: {
    schema: { type: 'array', items: { type: 'string', example: 'South East' } },
    description: () => 'Rows that concern a local area of this region; given several times, of any of them',
  },
  overdue: {
    schema: { type: 'boolean', example: true },
    description: ({ owed }) => `Whether \`${owed!.by}\` is past by the domain clock while the status is ${owed!.while.join(' or ')}`,
  },
  q: {
    schema: { type: 'string', example: 'oxford' },
    description: ({ projection, areas }) => {
      const fields = (projection.words ?? []).map((field) => `\`${field}\``);
      const names = areas === undefined || areas === 'key' ? [] : ['the names of local areas'];
      return `Every word of it begins a word of ${[...fields, ...names].join(' or ')}, without regard to case and accents`;
    },
  },
};

const rowSchema = ({ projection }: ReadModel): Schema => ({
  type: 'object',
  properties: {
    key: {
      type: 'string',
      description: `What the row goes by${projection.rows === 'entry' ? ', the place in the log of the event that made it' : ''}; \`GET\` with it opens the row`,
    },
    data: { $ref: getSchemaPath(projection.view) },
    redacted: {
      type: 'array',
      items: { $ref: getSchemaPath(RedactedField) },
      description: 'Fields of `data` that are null because they are closed',
    },
  },
  required: ['key', 'data', 'redacted'],
});

const toldAsOf = ({ properties, ...schema }: Schema): Schema => ({
  ...schema,
  properties: { ...(properties as Schema), asOf: { $ref: getSchemaPath(AnsweredMoment) } },
});

const asItIs = (schema: Schema): Schema => schema;

const waitFor = ApiHeader({ name: 'Casework-Wait-For', required: false, description: 'Position of a write that the answer must hold' });

const whoReads = ({ rules, roles, own }: ReadModel): string => {
  const partly = Object.keys(own ?? {}).map((role) => ` ${role}: own records only (P4).`);
  return `Rules ${rules.join(', ')}. Roles: ${roles.join(', ')}.${partly.join('')}`;
};

/** What both routes of a read model say. */
export const DocumentedReading = ({ projection }: ReadModel): ClassDecorator =>
  applyDecorators(
    ApiTags('reading'),
    ApiBearerAuth(),
    ApiExtraModels(projection.view, ProblemBody, RedactedField, AnsweredMoment),
    ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' }),
    ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this, or not find rows by this field' }),
    ApiResponse({ status: 406, type: ProblemBody, description: 'It does not come as what Accept asks for' }),
    ApiResponse({ status: 503, type: ProblemBody, description: 'What was asked for cannot be read yet' }),
  );

/** A list as of a moment, and by which filters it is narrowed to what is folded for it. */
function askedAsOf({ within, projection }: ReadModel): MethodDecorator[] {
  const bounds = Object.keys(within ?? {}).map((name) => `\`${name}\``);
  if (bounds.length === 0) return [];
  const besides = MOMENT_PARAMETERS.map((name) => {
    const isColumn = name in (projection.columns ?? {});
    const notThat = isColumn ? `. It is no filter by the column: that is \`${name}From\` and \`${name}To\`` : '';
    return [name, `. With one value of ${bounds.join(' or ')}${notThat}`];
  });
  return [AskedAsOf(Object.fromEntries(besides))];
}

/** Every filter of a list with its type. */
export function documentedFilters(model: ReadModel, examples: Readonly<Record<string, string>>): MethodDecorator[] {
  const derived = Object.entries(DERIVED).filter(([, { isOffered }]) => isOffered(model));
  return [
    ...[...filtersOf(model).values()].map((filter) => documentedFilter(filter, examples)),
    ...derived.map(([name]) => {
      const { schema, description } = DERIVED_DOCUMENTS[name as keyof typeof DERIVED];
      return ApiQuery({ name, required: false, style: 'form', explode: true, schema, description: description(model) });
    }),
  ];
}

/** The list: every filter with its type, the orders, and both media types. */
export function DocumentedList(model: ReadModel, examples: Readonly<Record<string, string>>): MethodDecorator {
  const { path, says: summary, order } = model;
  return applyDecorators(
    ApiOperation({ operationId: `list-${path}`, summary, description: whoReads(model) }),
    waitFor,
    ...askedAsOf(model),
    ApiHeader({ name: 'Accept', required: false, description: '`application/json` (a page), or `text/csv` (every row that is chosen)' }),
    ...documentedFilters(model, examples),
    ApiQuery({
      name: 'sort',
      required: false,
      schema: { type: 'string', enum: sortsOf(model).flatMap((column) => [column, `-${column}`]) },
      description: `By default ${order.direction === 'desc' ? '-' : ''}${order.by}; rows without a value come first, and last when descending`,
    }),
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: 1000, default: 50 },
      description: 'Rows of a page',
    }),
    ApiQuery({
      name: 'cursor',
      required: false,
      schema: { type: 'string' },
      description: '`nextCursor` of the page before, of the same question',
    }),
    ApiQuery({
      name: 'count',
      required: false,
      schema: { type: 'boolean', example: true },
      description: 'Whether to say how many rows are chosen in all',
    }),
    ApiResponse({
      status: 200,
      content: {
        'application/json': {
          schema: (model.within ? toldAsOf : asItIs)({
            type: 'object',
            properties: {
              rows: { type: 'array', items: rowSchema(model) },
              total: { type: 'integer', description: 'Rows that are chosen in all, where `count=true` asks for it' },
              nextCursor: { type: 'string', description: 'Absent on the last page' },
            },
            required: ['rows'],
          }),
        },
        'text/csv': {
          schema: { type: 'string', description: 'A header row of the fields of the view; lists and parts are JSON in their cell' },
        },
      },
    }),
    ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put, or a moment as of which this is not told' }),
  );
}

/** What happened is as it was, whenever one asks. */
const neverChanges = ({ projection }: ReadModel): boolean => projection.rows === 'entry';

export const DocumentedRow = (model: ReadModel): MethodDecorator =>
  applyDecorators(
    ApiOperation({ operationId: `get-${model.path}`, summary: `${model.says}: one of them`, description: whoReads(model) }),
    waitFor,
    ...(neverChanges(model) ? [] : [AskedAsOf()]),
    ApiResponse({ status: 200, schema: (neverChanges(model) ? asItIs : toldAsOf)(rowSchema(model)) }),
    ApiResponse({ status: 400, type: ProblemBody, description: 'No moment, or one that is yet to come' }),
    ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such row, or was none then, or it is not the reader’s own' }),
  );
