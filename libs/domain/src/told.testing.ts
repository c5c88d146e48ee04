import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { declarationsIn, type DomainEvent, type EventDeclaration } from '@app/event-sourcing';

/** An event's type, the day from which it is true (none: the day of its recording), what the record says, and how it differs from the stored example. */
export type Told = readonly [type: string, effective: string | undefined, says: string, change?: object];

const stored = join(__dirname, '../../../test/stored-events');

/** What each event of a stream tells of its stored example; a key that a change makes `undefined` is left out. */
export function told(events: object, rows: readonly (readonly [type: string, change?: object])[]): Told[] {
  const declarations = new Map(declarationsIn(events).map((declaration) => [declaration.type, declaration]));
  return rows.map(([type, change]) => {
    const { version, effective, says } = declarations.get(type)!;
    const example = JSON.parse(readFileSync(join(stored, `${type}.v${version}.json`), 'utf8')) as object;
    const data = Object.fromEntries(Object.entries({ ...example, ...change }).filter(([, value]) => value !== undefined)) as never;
    return change ? [type, effective(data), says(data), change] : [type, effective(data), says(data)];
  });
}

/** Asserts that the events of a stream, every one of them, tell what is expected of their stored examples. */
export function checkTold(events: object, expected: readonly Told[]): void {
  assert.deepStrictEqual(
    told(
      events,
      expected.map(([type, , , change]) => [type, change]),
    ),
    expected,
  );
  const types = new Set(expected.map(([type]) => type));
  const untold = declarationsIn(events).flatMap(({ type }) => (types.has(type) ? [] : [type]));
  assert.deepStrictEqual(untold, [], 'events of which nothing is expected');
}

/** An event as its stored example has it, with changes. */
export function example<T extends string, D extends object>(
  declaration: EventDeclaration<T, D>,
  change: Partial<D> = {},
): DomainEvent<T, D> {
  const { type, version } = declaration;
  const data = JSON.parse(readFileSync(join(stored, `${type}.v${version}.json`), 'utf8')) as D;
  return declaration({ ...data, ...change });
}
