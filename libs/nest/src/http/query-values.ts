import { Problem } from './problem';

/** A value of the question, given once or not at all. @throws Problem `query-invalid` */
export function once(name: string, value: unknown): string | undefined {
  if (value === undefined || typeof value === 'string') return value;
  throw new Problem(400, 'query-invalid', `${name} is given more than once.`, { field: name });
}

/** @throws Problem `query-invalid` */
export function wholeNumber(name: string, text: string): number {
  if (!/^-?(0|[1-9]\d{0,14})$/.test(text)) throw new Problem(400, 'query-invalid', `${name} must be a whole number.`, { field: name });
  return Number(text);
}
