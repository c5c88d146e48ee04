import type { Actor, ReadModel } from '@app/event-sourcing';
import type { Position } from '@app/event-store';
import { Controller, Query, Req, Sse, UseGuards, type MessageEvent, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { concatMap, finalize, interval, map, merge, Subject, takeUntil, takeWhile, type Observable } from 'rxjs';
import { ActorGuard, actorOf, Authentication, Roles } from '../http/actor.guard';
import { ListReader } from '../http/list-reader';
import { Problem, ProblemBody } from '../http/problem';
import { LiveLists, type ListNews, type WatchedList } from './live-lists';

/** Milliseconds between two signs of life, at which it is also checked that the token still holds. */
const SIGN_OF_LIFE = 15_000;
/** Characters that may wait for a reader who does not read; then the connection is dropped, and they come back with `Last-Event-ID`. */
const MOST_WAITING = 16_384;

/** `GET /v1/{path}/live` of every read model: server-sent events that say when the list that is asked for has changed. */
export const liveControllers = (models: readonly ReadModel[]): Type[] => models.map(controllerOf);

function controllerOf(model: ReadModel): Type {
  const { path, roles, says } = model;

  @ApiTags('reading')
  @ApiBearerAuth()
  @UseGuards(ActorGuard)
  @Roles(roles)
  @Controller(`v1/${path}`)
  class LiveListController {
    constructor(
      private readonly lists: ListReader,
      private readonly live: LiveLists,
      private readonly authentication: Authentication,
    ) {}

    @Sse('live', { maxPendingDataLength: MOST_WAITING })
    @ApiOperation({
      operationId: `watch-${path}`,
      summary: `${says}: when a list of them changes`,
      description: `Takes what the list takes and says when it changed, as server-sent events: first \`watching\`, then \`changed\` with the position at which to ask again; \`ended\` when the token no longer holds. Roles: ${roles.join(', ')}.`,
    })
    @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Position of the last event that was received' })
    @ApiProduces('text/event-stream')
    @ApiResponse({ status: 200, description: 'Events `watching`, `changed`, `ended`' })
    @ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put' })
    @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
    @ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' })
    @ApiResponse({ status: 503, type: ProblemBody, description: 'It cannot be read now, or too many lists are watched' })
    async watch(@Query() question: Record<string, unknown>, @Req() request: FastifyRequest): Promise<Observable<MessageEvent>> {
      const news = await this.live.watch(this.listFor(question, actorOf(request).actor), lastSeenBy(request));
      const over = new Subject<void>();
      const signs = interval(SIGN_OF_LIFE).pipe(
        takeUntil(over),
        map((): MessageEvent => ({ comment: 'still here' }) as MessageEvent),
      );
      return merge(
        news.pipe(
          map(messageOf),
          finalize(() => over.next()),
        ),
        signs,
      ).pipe(
        concatMap((message) => this.checked(message, request)),
        takeWhile(({ type }) => type !== 'ended', true),
      );
    }

    private listFor(question: Record<string, unknown>, actor: Actor): WatchedList {
      return {
        id: JSON.stringify([path, model.own?.[actor.role] === undefined ? actor.role : actor, Object.entries(question).sort()]),
        fold: model.projection.name,
        show: async () => {
          const { position, ...shown } = await this.lists.page(model, question, actor);
          return { shown, position };
        },
      };
    }

    /** The message, for whoever still may read it. */
    private async checked(message: MessageEvent, request: FastifyRequest): Promise<MessageEvent> {
      try {
        await this.authentication.authenticate(request.headers.authorization);
        return message;
      } catch (error) {
        const { code, message: title } = error as { code?: string; message: string };
        return { type: 'ended', data: { code, title } };
      }
    }
  }

  const messageOf = ({ changed, position }: ListNews): MessageEvent => ({
    type: changed ? 'changed' : 'watching',
    id: position ?? '',
    data: { list: path, ...(position !== undefined && { position }) },
  });

  Object.defineProperty(LiveListController, 'name', { value: `Live${path}Controller` });
  return LiveListController;
}

/** @throws Problem `position-invalid` */
function lastSeenBy(request: FastifyRequest): Position | undefined {
  const id = request.headers['last-event-id'];
  if (id === undefined || id === '') return undefined;
  if (typeof id === 'string' && /^[0-9~]{20,64}$/.test(id)) return id as Position;
  throw new Problem(400, 'position-invalid', 'Last-Event-ID must be a position as an event gave it.', { field: 'Last-Event-ID' });
}
