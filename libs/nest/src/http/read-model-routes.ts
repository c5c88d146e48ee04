import type { Actor, Projection, ReadModel } from '@app/event-sourcing';
import type { Position } from '@app/event-store';
import { ReadStore, type Condition, type Query } from '@app/read-store';
import { Controller, Get, Param, Query as QueryParam, Req, Res, UseGuards, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiExtraModels, ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AsOf, notFoundAt } from '../as-of/as-of';
import { AnsweredMoment, AskedAsOf } from '../as-of/asked';
import { Freshness } from '../freshness';
import { ActorGuard, actorOf, Roles } from './actor.guard';
import { RedactedField } from './command-answer.view';
import { Presenter } from './presenter';
import { Problem, ProblemBody } from './problem';

/** Milliseconds that a read waits for the position that it was asked for. */
const PATIENCE = 2_000;

/** The parts of a list question that are no column. */
const REST = ['sort', 'limit', 'cursor'] as const;

/** `GET /v1/{path}` and `GET /v1/{path}/{key}` of every read model. */
export const readModelControllers = (models: readonly ReadModel[]): Type[] => models.map(controllerOf);

/** Waits until a read model holds what was recorded at a position, and says in the answer how current it is. */
export class Currency {
  constructor(
    private readonly readStore: ReadStore,
    private readonly freshness: Freshness,
  ) {}

  /** @throws Problem `position-invalid`, `read-behind` */
  async wait(projection: Projection, request: FastifyRequest): Promise<void> {
    const position = request.headers['casework-wait-for'];
    if (position === undefined) return;
    if (typeof position !== 'string' || !/^[0-9~]{20,64}$/.test(position)) {
      throw new Problem(400, 'position-invalid', 'Casework-Wait-For must be a position as an answer gave it.', {
        field: 'Casework-Wait-For',
      });
    }
    if (await this.readStore.waitFor(projection.name, position as Position, PATIENCE)) return;
    throw new Problem(503, 'read-behind', 'What was recorded there can not be read yet. Ask again in a second.');
  }

  /** Headers `Casework-Position` and, while it may lack something that was recorded, `Casework-Stale-Since`. */
  tell(reply: FastifyReply, position: Position | undefined, ...read: readonly Projection[]): void {
    if (position !== undefined) void reply.header('casework-position', position);
    const since = read.flatMap(({ name }) => this.freshness.staleSince(name) ?? []);
    if (since.length > 0) void reply.header('casework-stale-since', new Date(Math.min(...since)).toISOString());
  }
}

function controllerOf(model: ReadModel): Type {
  const { projection, path, roles, says, rules, order } = model;
  const columns = Object.keys(projection.columns ?? {});
  const row = {
    type: 'object',
    properties: {
      key: { type: 'string' },
      data: { $ref: getSchemaPath(projection.view) },
      redacted: { type: 'array', items: { $ref: getSchemaPath(RedactedField) } },
      asOf: { $ref: getSchemaPath(AnsweredMoment) },
    },
  };

  @ApiTags('reading')
  @ApiBearerAuth()
  @ApiExtraModels(projection.view, ProblemBody, RedactedField, AnsweredMoment)
  @UseGuards(ActorGuard)
  @Roles(roles)
  @Controller(`v1/${path}`)
  class ReadModelController {
    constructor(
      private readonly readStore: ReadStore,
      private readonly presenter: Presenter,
      private readonly currency: Currency,
      private readonly asOf: AsOf,
    ) {}

    @Get()
    @ApiOperation({ operationId: `list-${path}`, summary: says, description: `Rules ${rules.join(', ')}. Roles: ${roles.join(', ')}.` })
    @ApiHeader({ name: 'Casework-Wait-For', required: false, description: 'Position of a write that the answer must hold' })
    @ApiQuery({ name: 'limit', required: false, type: Number, description: '1 to 1,000, by default 50' })
    @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before' })
    @ApiQuery({
      name: 'sort',
      required: false,
      enum: columns.flatMap((column) => [column, `-${column}`]),
      description: `By default ${order.direction === 'desc' ? '-' : ''}${order.by}`,
    })
    @ApiQuery({
      name: 'filter',
      required: false,
      style: 'form',
      explode: true,
      schema: {
        type: 'object',
        properties: Object.fromEntries(
          columns.flatMap((column) => [column, `${column}From`, `${column}To`].map((name) => [name, { type: 'string' }])),
        ),
      },
      description: 'Rows with this value in a column; `…From` and `…To` are inclusive bounds',
    })
    @ApiResponse({
      status: 200,
      schema: { type: 'object', properties: { rows: { type: 'array', items: row }, nextCursor: { type: 'string' } } },
    })
    @ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put' })
    @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
    @ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' })
    @ApiResponse({ status: 503, type: ProblemBody, description: 'What was asked for cannot be read yet' })
    async list(
      @QueryParam() question: Record<string, string>,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const { actor } = actorOf(request);
      await this.currency.wait(projection, request);
      const page = await this.readStore.find(projection, queryOf(model, question));
      this.currency.tell(reply, page.position, projection);
      const rows = await Promise.all(page.rows.map(({ key, row: found }) => this.present(key, found, actor)));
      return { rows, ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }) };
    }

    @Get(':key')
    @ApiOperation({ operationId: `get-${path}`, summary: `${says}: one of them`, description: `Roles: ${roles.join(', ')}.` })
    @AskedAsOf()
    @ApiHeader({ name: 'Casework-Wait-For', required: false, description: 'Position of a write that the answer must hold' })
    @ApiResponse({ status: 200, schema: row })
    @ApiResponse({ status: 400, type: ProblemBody, description: 'No moment, or one that is yet to come' })
    @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
    @ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' })
    @ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such row, or was none then' })
    @ApiResponse({ status: 503, type: ProblemBody, description: 'What was asked for cannot be read yet' })
    async one(
      @Param('key') key: string,
      @QueryParam() question: Record<string, unknown>,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ) {
      const { actor } = actorOf(request);
      const moment = this.asOf.momentOf(question);
      const read = moment ? this.asOf.index : projection;
      await this.currency.wait(read, request);
      const { row: found, position } = moment ? await this.asOf.row(model, key, moment) : await this.readStore.get(projection, key);
      this.currency.tell(reply, position, read);
      if (!found && moment) throw notFoundAt(path, key, moment);
      if (!found) throw new Problem(404, 'not-found', `There is no ${path} entry ${key.slice(0, 200)}.`);
      return { ...(await this.present(key, found, actor)), ...(moment && { asOf: moment }) };
    }

    private async present(key: string, found: object, actor: Actor) {
      return { key, ...(await this.presenter.row(projection.view, found, actor)) };
    }
  }

  Object.defineProperty(ReadModelController, 'name', {
    value: `${path.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase())}Controller`,
  });
  return ReadModelController;
}

/** @throws Problem `query-invalid`; what a column cannot hold is refused by the read store */
function queryOf({ projection, order }: ReadModel, question: Record<string, string>): Query<Record<string, unknown>> {
  const columns = projection.columns ?? {};
  const where: Record<string, Condition> = {};
  for (const [name, value] of Object.entries(question)) {
    if (typeof value !== 'string') throw new Problem(400, 'query-invalid', `${name} is given more than once.`, { field: name });
    if ((REST as readonly string[]).includes(name)) continue;
    const column = name.replace(/(From|To)$/, '');
    const known = [name, column].find((candidate) => Object.hasOwn(columns, candidate));
    if (known === undefined) throw new Problem(400, 'query-invalid', `Rows are not filtered by ${name}.`, { field: name });
    const typed = columns[known] === 'integer' ? wholeNumber(name, value) : value;
    where[known] = { ...where[known], ...(known === name ? { in: [typed] } : name.endsWith('From') ? { from: typed } : { to: typed }) };
  }
  const { sort, limit, cursor } = question;
  const descending = sort === undefined ? order.direction === 'desc' : sort.startsWith('-');
  const orderBy = sort === undefined ? order.by : sort.replace(/^-/, '');
  if (!Object.hasOwn(columns, orderBy)) throw new Problem(400, 'query-invalid', `Rows are not sorted by ${orderBy}.`, { field: 'sort' });
  return {
    where: where as never,
    orderBy,
    direction: descending ? 'desc' : 'asc',
    ...(limit !== undefined && { limit: wholeNumber('limit', limit) }),
    ...(cursor !== undefined && { cursor }),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^-?(0|[1-9]\d{0,14})$/.test(text)) throw new Problem(400, 'query-invalid', `${name} must be a whole number.`, { field: name });
  return Number(text);
}
