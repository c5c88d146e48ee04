/**
 * Whether a value is exactly what JSON gives back: no `undefined`, no `-0`, nothing with a class of its own.
 * @param known such a value, e.g. the one before: parts that are the same objects in both are not
 * looked into again, for no line changes what it was given
 */
export function isPlainJson(value: unknown, known?: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      return value === null || value === known || (Array.isArray(value) ? isPlainArray(value, known) : isPlainObject(value, known));
    default:
      return false;
  }
}

/** Entries that stand in both are found also where others were put in before them or taken out. */
function isPlainArray(values: readonly unknown[], known: unknown): boolean {
  const before: readonly unknown[] = Array.isArray(known) ? known : [];
  let place = 0;
  for (let index = 0; index < values.length; index += 1, place += 1) {
    const value = values[index];
    if (isSameObject(value, before[place + 1])) place += 1;
    else if (!isPlainJson(value, before[place])) return false;
    else if (isSameObject(values[index + 1], before[place])) place -= 1;
  }
  return true;
}

const isSameObject = (one: unknown, other: unknown): boolean => one === other && typeof one === 'object';

function isPlainObject(value: object, known: unknown): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return false;
  const before = (typeof known === 'object' && known !== null ? known : {}) as Record<string, unknown>;
  for (const key in value) if (!isPlainJson((value as Record<string, unknown>)[key], before[key])) return false;
  return true;
}

/**
 * A row as a later batch will find it. Folding in one batch or in many gives the same bytes only if every step
 * leaves what JSON would have left; the round trip is spared where it would change nothing.
 * @param before the row before, as it was stored
 * @throws TypeError when it is not an object that JSON can hold
 */
export function asStored(row: object, before?: object): object {
  if (typeof row === 'object' && !Array.isArray(row) && isPlainJson(row, before)) return row;
  const stored: unknown = JSON.parse(JSON.stringify(row) ?? 'null');
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) throw new TypeError('A row is an object');
  return stored;
}
