import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part of JSON Schema that the OpenAPI document uses. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly nullable?: boolean;
  readonly additionalProperties?: boolean | Schema;
  readonly example?: unknown;
}

interface Content {
  readonly content?: Readonly<
    Record<string, { readonly schema?: Schema; readonly examples?: Readonly<Record<string, { readonly value: object }>> }>
  >;
}

export interface Operation {
  readonly method: 'GET' | 'POST';
  /** With `{names}` in it. */
  readonly path: string;
  readonly description?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly requestBody?: Content;
  readonly responses: Readonly<Record<string, Content>>;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Omit<Operation, 'method' | 'path'>>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const document = JSON.parse(readFileSync(join(__dirname, '../../docs/openapi.json'), 'utf8')) as Document;

/** Every operation that the document describes. */
export const operations: readonly Operation[] = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() as Operation['method'] })),
);

/** The roles that its description names; none for what needs no token or is the administrator's. */
export const rolesOf = ({ description = '' }: Operation): string[] => /Roles: ([a-z, -]+)\./.exec(description)?.[1]?.split(', ') ?? [];

export const resolved = (schema: Schema): Schema =>
  schema.$ref === undefined ? schema : document.components.schemas[schema.$ref.slice('#/components/schemas/'.length)]!;

const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : Number.isInteger(value) ? 'integer' : typeof value;

/** Where a value is not as its schema says; empty where it is. */
export function faultsOf(schema: Schema, value: unknown, at = '$'): string[] {
  const {
    allOf,
    anyOf,
    oneOf,
    type,
    enum: choices,
    properties = {},
    required = [],
    items,
    nullable,
    additionalProperties,
  } = resolved(schema);
  if (value === null && nullable === true) return [];
  const faults = [...(allOf ?? []).flatMap((part) => faultsOf(part, value, at))];
  const either = anyOf ?? oneOf;
  if (either && either.every((one) => faultsOf(one, value, at).length > 0)) faults.push(`${at} fits none of its forms`);
  const is = typeOf(value);
  if (type !== undefined && type !== is && !(type === 'number' && is === 'integer')) return [...faults, `${at} is ${is}, not ${type}`];
  if (choices && !choices.includes(value)) faults.push(`${at} is none of its choices`);
  if (items && Array.isArray(value)) faults.push(...value.flatMap((part, index) => faultsOf(items, part, `${at}[${index}]`)));
  if (is !== 'object') return faults;
  const record = value as Readonly<Record<string, unknown>>;
  for (const name of required) if (!(name in record)) faults.push(`${at}.${name} is missing`);
  for (const [name, part] of Object.entries(record)) {
    const known = properties[name];
    if (known) faults.push(...faultsOf(known, part, `${at}.${name}`));
    else if (additionalProperties === false) faults.push(`${at}.${name} is not described`);
  }
  return faults;
}

const patternOf = ({ path }: Operation): RegExp =>
  new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '[^/]+')}$`);
const patterns = operations.map((operation) => ({ operation, pattern: patternOf(operation) }));

const found = new Map<string, Operation | undefined>();

/** The operation that a request is of; a fixed path goes before one with names in it. */
export function operationOf(method: string, address: string): Operation | undefined {
  const path = address.split('?', 1)[0]!;
  const request = `${method} ${path}`;
  if (!found.has(request)) {
    const fitting = patterns.filter(({ operation, pattern }) => operation.method === method && pattern.test(path));
    const fixed = fitting.find(({ operation }) => !operation.path.includes('{'));
    found.set(request, (fixed ?? fitting[0])?.operation);
  }
  return found.get(request);
}

/** Where an answer is not as the document describes it; empty where it is. */
export function faultsOfAnswer({
  to,
  status,
  headers,
  body,
}: {
  to: string;
  status: number;
  headers: Record<string, string>;
  body: unknown;
}): string[] {
  const [method = '', path = ''] = to.split(' ');
  const operation = operationOf(method, path);
  if (!operation) return [`${method} ${path} is not described`];
  const described = operation.responses[String(status)];
  if (!described) return [`${status} is not described`];
  const type = String(headers['content-type']).split(';', 1)[0]!;
  const content = described.content?.[type];
  if (described.content && !content) return [`${type} is not described`];
  return content?.schema && body !== undefined ? faultsOf(content.schema, body) : [];
}
