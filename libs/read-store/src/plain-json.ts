/**
 * Whether a value is exactly what JSON gives back: no `undefined`, no `-0`, nothing with a class of its own.
 * `known` are objects of which that is known already; it takes in those that are found to be so.
 */
export function isPlainJson(value: unknown, known?: WeakSet<object>): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      if (value === null || known?.has(value)) return true;
      if (!(Array.isArray(value) ? isPlainArray(value, known) : isPlainObject(value, known))) return false;
      known?.add(value);
      return true;
    default:
      return false;
  }
}

function isPlainArray(values: readonly unknown[], known?: WeakSet<object>): boolean {
  for (let index = 0; index < values.length; index += 1) if (!isPlainJson(values[index], known)) return false;
  return true;
}

function isPlainObject(value: object, known?: WeakSet<object>): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  for (const key in value) if (!isPlainJson((value as Record<string, unknown>)[key], known)) return false;
  return true;
}

/**
 * A row as a later batch will find it. Folding in one batch or in many gives the same bytes only if every step
 * leaves what JSON would have left; the round trip is spared where it would change nothing.
 * @throws TypeError when it is not an object that JSON can hold
 */
export function asStored(row: object, known?: WeakSet<object>): object {
  if (typeof row === 'object' && !Array.isArray(row) && isPlainJson(row, known)) return row;
  const stored: unknown = JSON.parse(JSON.stringify(row) ?? 'null');
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) throw new TypeError('A row is an object');
  return stored;
}
