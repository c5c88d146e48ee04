import type { Actor } from '@app/event-sourcing';
import { Injectable, SetMetadata, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from './problem';

/** Says who asks, from the Authorization header. */
export abstract class Authentication {
  /** Who issued the tokens; part of every command id. */
  abstract readonly issuer: string;
  /** @throws an error with `status`, `code` and a sentence when there is no valid token */
  abstract authenticate(authorization: string | undefined): Promise<Actor>;
}

const ROLES = 'casework:roles';

/** Roles that may use a route (P4). */
export const Roles = (roles: readonly string[]): MethodDecorator & ClassDecorator => SetMetadata(ROLES, roles);

const actors = new WeakMap<object, { actor: Actor; issuer: string }>();

/** Who asks, once the guard has let the request through. */
export function actorOf(request: FastifyRequest): { actor: Actor; issuer: string } {
  const found = actors.get(request.raw);
  if (!found) throw new Error('A route without its guard');
  return found;
}

@Injectable()
export class ActorGuard implements CanActivate {
  constructor(
    private readonly authentication: Authentication,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await this.authentication.authenticate(request.headers.authorization);
    const roles = this.reflector.getAllAndOverride<readonly string[] | undefined>(ROLES, [context.getHandler(), context.getClass()]);
    if (roles && !roles.includes(actor.role)) {
      const allowed = roles.filter((role) => role !== 'system');
      throw new Problem(
        403,
        'role-not-allowed',
        allowed.length > 0
          ? `The role ${actor.role} may not do this; it is for ${allowed.join(', ')}.`
          : `The role ${actor.role} may not do this; the system does it by itself.`,
        { rule: 'P4' },
      );
    }
    actors.set(request.raw, { actor, issuer: this.authentication.issuer });
    return true;
  }
}
