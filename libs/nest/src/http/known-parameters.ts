import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor, type Type } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { Problem } from './problem';

/** What a route reads of a request: parameters by their names, or whatever there is, to judge it itself. */
interface Taken {
  readonly parameters: readonly string[] | 'judged';
  readonly body: boolean;
}

const taken = new WeakMap<object, Taken>();

function takenBy(controller: Type, handler: { readonly name: string }): Taken {
  const known = taken.get(handler);
  if (known) return known;
  const declared = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler.name) ?? {}) as Record<string, { data?: unknown }>;
  const of = (kind: RouteParamtypes) => Object.entries(declared).flatMap(([key, { data }]) => (key.startsWith(`${kind}:`) ? [data] : []));
  const queries = of(RouteParamtypes.QUERY);
  const parameters = queries.some((name) => typeof name !== 'string') ? ('judged' as const) : queries.map(String);
  const read: Taken = { parameters, body: of(RouteParamtypes.BODY).length > 0 };
  taken.set(handler, read);
  return read;
}

const isPlain = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && Object.getPrototypeOf(body) === Object.prototype;

/** Refuses what a route would pass over in silence: a parameter that it does not know, a field where it takes no body. */
@Injectable()
export class KnownParameters implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { parameters, body } = takenBy(context.getClass(), context.getHandler());
    if (parameters !== 'judged') refuseUnknown(Object.keys((request.query ?? {}) as object), parameters);
    const [field] = !body && isPlain(request.body) ? Object.keys(request.body) : [];
    if (field !== undefined)
      throw new Problem(400, 'body-invalid', `There is no field ${field} here: nothing is asked in a body.`, { field });
    return next.handle();
  }
}

/** @throws Problem `query-invalid` naming the first parameter that is not among those known */
function refuseUnknown(asked: readonly string[], known: readonly string[]): void {
  const name = asked.find((one) => !known.includes(one));
  if (name === undefined) return;
  const there = known.length === 0 ? 'no parameter is known' : `there is ${known.join(', ')}`;
  throw new Problem(400, 'query-invalid', `There is no parameter ${name} here; ${there}.`, { field: name });
}
