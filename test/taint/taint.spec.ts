import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATEGORIES } from '@app/access';
import { closedFieldsOf, leaksBetween, marked, type ClosedField } from '@app/access/taint';
import { processes } from '@app/automation';
import { features } from '@app/domain';
import * as events from '@app/domain/events';
import { declarationsIn, fieldsOf, keysOf, type EventDeclaration, type EventMeta, type Projection, type Shape } from '@app/event-sourcing';
import type { JsonObject } from '@app/event-store';
import { projections, readModels } from '@app/reporting';
import { getMetadataStorage } from 'class-validator';

const declarations = declarationsIn(events);
const categoryOf = new Map(features.flatMap(({ stream }) => stream.events.map(({ type }) => [type, stream.category] as const)));

/** The body of an event as it is stored. */
function golden({ type, version }: EventDeclaration): JsonObject | undefined {
  const file = join(__dirname, '../stored-events', `${type}.v${version}.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as JsonObject) : undefined;
}

const bodies = new Map(declarations.flatMap((declaration) => (golden(declaration) ? [[declaration.type, golden(declaration)!]] : [])));
const closed = declarations.flatMap((declaration) =>
  bodies.has(declaration.type) ? closedFieldsOf(declaration.shape).map((field) => ({ declaration, field })) : [],
);
const named = closed.map(({ declaration, field }) => [declaration.type, field.path.join('.'), declaration, field] as const);

/** The same event twice, differing in one closed field alone. */
function pairOf({ type }: EventDeclaration, field: ClosedField): [JsonObject, JsonObject] | undefined {
  const [one, other] = [marked(bodies.get(type)!, field, 0), marked(bodies.get(type)!, field, 1)];
  return one && other && [one, other];
}

const metaOf = (type: string): EventMeta => {
  const category = categoryOf.get(type) ?? 'installation';
  return {
    stream: `${category}-931~1`,
    category,
    streamId: '931~1',
    revision: 0,
    eventId: '00000000-0000-8000-8000-000000000000',
    who: 'u-1',
    role: 'case-lead',
    recordedAt: '2024-03-01T00:00:00.000Z',
    effectiveOn: '2024-03-01',
    commandId: 'c',
    correlationId: 'c',
    causationId: 'c',
  };
};

type Row = JsonObject | undefined;
type Line = (row: Row, data: object, meta: EventMeta, key: string, keys: readonly string[]) => Row | null;
const linesOf = (projection: Projection): ReadonlyMap<string, Line> => new Map(Object.entries(projection.on as Record<string, Line>));

/** Rows as they are met: what each event makes of nothing, and what all of them make of one row, one after another, three times over. */
function rowsOf(projection: Projection): Row[] {
  if (projection.rows === 'entry') return [undefined];
  const rows = new Map<string, Row>([['', undefined]]);
  let grown: Row;
  for (let round = 0; round < 3; round += 1) {
    for (const [type, line] of linesOf(projection)) {
      const body = bodies.get(type);
      if (!body) continue;
      grown = folded(line, grown, type, body) ?? grown;
      for (const row of [folded(line, undefined, type, body), grown]) if (row) rows.set(formOf(row), row);
    }
  }
  return [...rows.values()];
}

/** Rows of one form hold the same fields and parts, whatever stands in them. */
function formOf(value: unknown): string {
  if (Array.isArray(value)) return `[${[...new Set(value.map(formOf))].sort().join()}]`;
  if (typeof value !== 'object' || value === null) return typeof value;
  const parts = Object.entries(value).map(([name, part]) => `${name}:${formOf(part)}`);
  return `{${parts.sort().join()}}`;
}

/** `undefined` also where this row never meets this event. */
function folded(line: Line, row: Row, type: string, data: JsonObject): Row {
  try {
    return line(row, data, metaOf(type), 'localArea-931', ['localArea-931']) ?? undefined;
  } catch {
    return undefined;
  }
}

describe('what is closed in an event (P1, P2)', () => {
  it('has a place in the body that is kept of it, and is tried', () => {
    expect(closed.length).toBeGreaterThan(100);
    expect(
      closed
        .filter(({ declaration, field }) => !pairOf(declaration, field))
        .map(({ declaration: { type }, field }) => `${type}.${field.path.join('.')}`),
    ).toEqual([]);
  });

  it.each(named)('%s.%s does not come out in its sentence', (_type, _path, declaration, field) => {
    const pair = pairOf(declaration, field)!;
    const [one, other] = pair.map((data) => declaration.says(data));
    expect(one).toBe(other);
    expect(one).not.toMatch(/marker|\[object/);
  });

  it.each(projections.map((projection) => [projection.name, projection] as const))(
    'does not come out in a lower field of %s',
    (_name, projection) => {
      const lines = linesOf(projection);
      const rows = rowsOf(projection);
      const leaks = new Set<string>();
      let folds = 0;
      for (const { declaration, field } of closed) {
        const { type } = declaration;
        const pair = pairOf(declaration, field);
        if (!pair) continue;
        const source = `${type}.${field.path.join('.')}`;
        const [one, other] = pair;
        for (const name of ['key', 'follows'] as const) {
          const routed = pair.map((data) =>
            JSON.stringify(
              name === 'key'
                ? keysOf(projection, { type, data } as never, metaOf(type))
                : (projection.follows?.({ type, data } as never, metaOf(type)) ?? []),
            ),
          );
          if (routed[0] !== routed[1]) leaks.add(`${source} comes out in ${name}`);
        }
        const line = lines.get(type);
        for (const row of line ? rows : []) {
          const [made, madeOther] = [folded(line!, row, type, one), folded(line!, row, type, other)];
          if (made || madeOther) folds += 1;
          for (const place of leaksBetween(projection.view, made, madeOther, field.classification))
            leaks.add(`${source} comes out in ${place}`);
        }
      }
      expect([...leaks]).toEqual([]);
      expect(folds).toBeGreaterThan(0);
    },
  );

  it.each(readModels.map(({ projection }) => [projection.name, projection] as const))(
    'is a column of %s only where it is stored open, and no field whose words are searched',
    (_name, projection) => {
      const fields = fieldsOf(projection.view);
      const kindOf = (name: string): string | undefined => fields.get(name)?.classification?.kind;
      expect(Object.keys(projection.columns ?? {}).filter((column) => ![undefined, 'confidential'].includes(kindOf(column)))).toEqual([]);
      expect((projection.words ?? []).filter((word) => kindOf(word) !== undefined)).toEqual([]);
      expect(Object.keys(projection.columns ?? {}).filter((column) => fields.get(column)?.nested)).toEqual([]);
    },
  );

  it.each(processes.map((process) => [process.name, process] as const))(
    'when it is sealed does not decide what %s does',
    (_name, process) => {
      const asked = (data: JsonObject, type: string): string => {
        const [key = 'x'] = keysOf(process, { type, data } as never, metaOf(type));
        const line = (process.on as Record<string, (state: unknown, data: object, meta: EventMeta, key: string) => unknown>)[type]!;
        try {
          const state = line(process.initial(key), data, metaOf(type), key);
          return JSON.stringify([key, process.next(state as never, { now: '2024-03-02T00:00:00.000Z', instance: key, readUpTo: '' })]);
        } catch {
          return 'never met';
        }
      };
      for (const { declaration, field } of closed) {
        const pair =
          field.classification.kind === 'confidential' || !(declaration.type in process.on) ? undefined : pairOf(declaration, field);
        if (!pair) continue;
        const [one, other] = pair.map((data) => asked(data, declaration.type));
        expect({ event: declaration.type, field: field.path, does: one }).toEqual({
          event: declaration.type,
          field: field.path,
          does: other,
        });
        expect(one).not.toContain('marker');
      }
    },
  );
});

describe('the classes of fields (P1)', () => {
  const shapes: [string, Shape][] = [
    ...declarations.map(({ type, shape }) => [`the event ${type}`, shape] as [string, Shape]),
    ...features.map(({ command }) => [`the command ${command.name}`, command] as [string, Shape]),
    ...readModels.map(({ projection }) => [`the view ${projection.name}`, projection.view] as [string, Shape]),
  ];
  const reached = (name: string, shape: Shape): [string, Shape][] => [
    [name, shape],
    ...[...fieldsOf(shape)].flatMap(([field, { nested }]) => (nested ? reached(`${name}.${field}`, nested()) : [])),
  ];
  const every = shapes.flatMap(([name, shape]) => reached(name, shape));

  it('are those that readers are cleared for', () => {
    const unknown = every.flatMap(([name, shape]) =>
      [...fieldsOf(shape)]
        .filter(([, { classification }]) => classification && !(CATEGORIES as readonly string[]).includes(classification.category))
        .map(([field]) => `${name}.${field}`),
    );
    expect(unknown).toEqual([]);
  });

  it('of personal data name a person who is there, and whom `EraseSubject` can reach (P3)', () => {
    const faults: string[] = [];
    for (const [name, shape] of every.filter(([place]) => !place.startsWith('the view'))) {
      for (const [field, { classification }] of fieldsOf(shape)) {
        if (classification?.kind !== 'personal') continue;
        const checks = getMetadataStorage()
          .getTargetValidationMetadatas(shape, '', false, false)
          .filter(({ propertyName }) => propertyName === classification.subject);
        const pattern = checks.find(({ name: rule }) => rule === 'matches')?.constraints[0] as RegExp | undefined;
        if (checks.some(({ type }) => type === 'conditionalValidation')) faults.push(`${name}.${field}: its subject may be missing`);
        if (!pattern || pattern.test('a-b') || pattern.test('a:b') || pattern.test(''))
          faults.push(`${name}.${field}: its subject may have no stream`);
      }
    }
    expect(faults).toEqual([]);
  });
});
