interface Range {
  readonly type: string;
  readonly quality: number;
}

const RANGE = /^([!#$&^\w.+-]+|\*)\/([!#$&^\w.+-]+|\*)$/;

/**
 * What an `Accept` header likes best of what there is; of what it likes as much, the first (RFC 9110, 12.5.1).
 * @returns undefined where nothing of it is there
 */
export function preferred<Type extends string>(accept: string | undefined, offered: readonly Type[]): Type | undefined {
  if (accept === undefined || accept.trim() === '') return offered[0];
  const ranges = accept.split(',').flatMap(rangeFrom);
  let best: Type | undefined;
  let most = 0;
  for (const type of offered) {
    const quality = qualityOf(type, ranges);
    if (quality <= most) continue;
    best = type;
    most = quality;
  }
  return best;
}

/** A range that cannot be read asks for nothing. */
function rangeFrom(text: string): Range[] {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const asked = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
  return RANGE.test(type) && /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(asked) ? [{ type, quality: Number(asked) }] : [];
}

/** The closest range says how much a type is liked. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  const closest = [type, `${type.split('/', 1)[0]}/*`, '*/*'];
  for (const candidate of closest) {
    const fitting = ranges.filter((range) => range.type === candidate);
    if (fitting.length > 0) return Math.max(...fitting.map(({ quality }) => quality));
  }
  return 0;
}
