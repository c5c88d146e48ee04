import { problemsIn, type Shape } from '@app/event-sourcing';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Problem } from './problem';

/** Most faults told at once. */
const TOLD = 50;

/** A request body as an instance of its class. @throws Problem `body-not-an-object`, `body-invalid` naming every field at fault, up to 50 */
export function bodyOf<C extends object>(shape: Shape<C>, body: unknown): C {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem(400, 'body-not-an-object', 'The body must be a JSON object.');
  }
  const instance = plainToInstance(shape, body);
  const faults = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (faults.length === 0) return instance;
  const errors = faults.slice(0, TOLD).flatMap((fault) => problemsIn(fault));
  const [first] = errors;
  throw new Problem(400, 'body-invalid', first ? `In the body, ${first.says}.` : 'The body does not have the asked shape.', {
    errors: errors.slice(0, TOLD),
    ...(first && { field: first.field }),
  });
}
