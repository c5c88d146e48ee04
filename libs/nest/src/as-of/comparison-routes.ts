import type { ReadModel } from '@app/event-sourcing';
import { applyDecorators, Controller, Get, Param, Query, Req, Res, UseGuards, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ActorGuard, actorOf, Roles } from '../http/actor.guard';
import { ProblemBody } from '../http/problem';
import { Currency } from '../http/currency';
import { documentedFilters } from '../http/read-model-documents';
import type { FilterExamples } from '../http/read-model-routes';
import { AsOf } from './as-of';
import { AskedAsOf } from './asked';
import { Comparer } from './comparer';
import { ComparisonAnswer, ListComparison } from './comparison.view';
import { COMPARED_ROWS, ListComparer } from './list-comparer';

/** The moments that are compared, for the reader of the API. */
const AskedBetween = (): MethodDecorator =>
  applyDecorators(
    ApiQuery({ name: 'from', required: true, type: String, description: 'The earlier moment', example: '2023-10-23' }),
    ApiQuery({ name: 'to', required: true, type: String, description: 'The later moment', example: '2023-10-24' }),
    ApiQuery({
      name: 'by',
      required: false,
      enum: ['recorded', 'effective'],
      description:
        'Whether from and to say what was known (instants, or London days to their end; the default) or what was true (London days)',
    }),
    AskedAsOf(),
    ApiHeader({ name: 'Casework-Wait-For', required: false, description: 'Position of a write that the answer must hold' }),
    ApiResponse({ status: 400, type: ProblemBody, description: 'No moments, or some that are yet to come or the wrong way round' }),
    ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' }),
    ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' }),
    ApiResponse({ status: 503, type: ProblemBody, description: 'What was asked for cannot be read yet' }),
  );

/** How one thing is compared, for the reader of the API. */
export const AskedToCompare = (): MethodDecorator =>
  applyDecorators(
    AskedBetween(),
    ApiResponse({ status: 200, type: ComparisonAnswer }),
    ApiResponse({ status: 404, type: ProblemBody, description: 'There was no such thing at either moment' }),
  );

/** How a list is compared: by its filters, one of which narrows it to what is folded for it. */
function AskedToCompareLists(model: ReadModel, examples: FilterExamples): MethodDecorator {
  const { byDefault, most } = COMPARED_ROWS;
  return applyDecorators(
    AskedBetween(),
    ...documentedFilters(model, examples),
    ApiQuery({
      name: 'limit',
      required: false,
      schema: { type: 'integer', minimum: 1, maximum: most, default: byDefault },
      description: 'Rows of a page',
    }),
    ApiQuery({ name: 'cursor', required: false, schema: { type: 'string' }, description: '`nextCursor` of the page before' }),
    ApiResponse({ status: 200, type: ListComparison }),
  );
}

/** `GET /v1/{path}/{key}/compare` of every read model that is told as of a moment, for those who may read events. */
export const comparisonControllers = (models: readonly ReadModel[], readers: readonly string[]): Type[] =>
  models
    .filter(({ sources }) => sources)
    .map((model) =>
      controllerOf(
        model,
        model.roles.filter((role) => readers.includes(role)),
      ),
    );

/** `GET /v1/{path}/compare` of every list that is told as of a moment, for the same readers. */
export const listComparisonControllers = (models: readonly ReadModel[], readers: readonly string[], examples: FilterExamples): Type[] =>
  models
    .filter(({ within }) => within)
    .map((model) =>
      listControllerOf(
        model,
        model.roles.filter((role) => readers.includes(role)),
        examples,
      ),
    );

const named = (controller: Type, prefix: string, path: string): Type =>
  Object.defineProperty(controller, 'name', {
    value: `${prefix}${path.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase())}Controller`,
  });

function listControllerOf(model: ReadModel, roles: readonly string[], examples: FilterExamples): Type {
  const { path, says, within } = model;
  const bounds = Object.keys(within!).map((name) => `\`${name}\``);

  @ApiTags('reading')
  @ApiBearerAuth()
  @UseGuards(ActorGuard)
  @Roles(roles)
  @Controller(`v1/${path}`)
  class ListComparisonController {
    constructor(
      private readonly comparer: ListComparer,
      private readonly asOf: AsOf,
      private readonly currency: Currency,
    ) {}

    @Get('compare')
    @ApiOperation({
      operationId: `compare-list-${path}`,
      summary: `${says}: which came, went and changed between two moments, and what did it`,
      description: `With one value of ${bounds.join(' or ')}. Rule P6. Roles: ${roles.join(', ')}.`,
    })
    @AskedToCompareLists(model, examples)
    async compare(
      @Query() question: Record<string, unknown>,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ListComparison> {
      await this.currency.wait(this.asOf.index, request);
      const { answer, position } = await this.comparer.compare(model, question, actorOf(request).actor);
      this.currency.tell(reply, position, this.asOf.index);
      return answer;
    }
  }
  return named(ListComparisonController, 'CompareListOf', path);
}

function controllerOf(model: ReadModel, roles: readonly string[]): Type {
  const { path, says } = model;

  @ApiTags('reading')
  @ApiBearerAuth()
  @UseGuards(ActorGuard)
  @Roles(roles)
  @Controller(`v1/${path}`)
  class ComparisonController {
    constructor(
      private readonly comparer: Comparer,
      private readonly asOf: AsOf,
      private readonly currency: Currency,
    ) {}

    @Get(':key/compare')
    @ApiOperation({
      operationId: `compare-${path}`,
      summary: `${says}: what changed between two moments, and what did it`,
      description: `Rule P6. Roles: ${roles.join(', ')}.`,
    })
    @AskedToCompare()
    async compare(
      @Param('key') key: string,
      @Query() question: Record<string, unknown>,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<ComparisonAnswer> {
      await this.currency.wait(this.asOf.index, request);
      const { answer, position } = await this.comparer.compare(model, key, question, actorOf(request).actor);
      this.currency.tell(reply, position, this.asOf.index);
      return answer;
    }
  }

  return named(ComparisonController, 'Compare', path);
}
