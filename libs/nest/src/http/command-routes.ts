import { kebab, streamName, type Actor, type Feature } from '@app/event-sourcing';
import { Body, Controller, HttpCode, Param, Post, Req, Res, UseGuards, type Type } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiExtraModels, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Commands } from '../commands';
import type { CommandAnswer } from '../decider';
import { ActorGuard, actorOf, Roles } from './actor.guard';
import { bodyOf } from './command-body';
import { CommandAnswerBody } from './command-answer.view';
import { correlationIdOf } from './correlation';
import { Presenter } from './presenter';
import { Problem, ProblemBody } from './problem';
import { commandIdFor, idempotencyKeyOf, ifMatchOf } from './request-headers';

const STREAM_ID = /^[A-Za-z0-9_.~]{1,120}$/;

/** `/v1/improvement-cases/{id}/record-deep-dive` of a feature. */
export const pathOf = ({ stream, command }: Feature): { collection: string; action: string } => ({
  collection: `v1/${stream.collection}`,
  action: `:id/${kebab(command.name)}`,
});

/** The controllers of the features: route, validation, role check and OpenAPI entry from one line each. */
export const commandControllers = (features: readonly Feature[]): Type[] => features.map(controllerOf);

function controllerOf(feature: Feature): Type {
  const { collection, action } = pathOf(feature);
  const { command, says, rules, roles, examples = [] } = feature;

  @ApiTags(feature.stream.collection)
  @ApiBearerAuth()
  @Controller(collection)
  @UseGuards(ActorGuard)
  @ApiExtraModels(ProblemBody)
  class FeatureController {
    constructor(
      private readonly commands: Commands,
      private readonly presenter: Presenter,
    ) {}

    @Post(action)
    @HttpCode(200)
    @Roles(roles)
    @ApiOperation({
      operationId: command.name,
      summary: says,
      description: `Rules ${rules.join(', ')}. Roles: ${roles.join(', ')}.`,
    })
    @ApiParam({ name: 'id', description: `Id of the stream \`${feature.stream.category}-{id}\``, example: examples[0]?.id })
    @ApiHeader({ name: 'If-Match', required: false, description: 'Revision as the ETag gave it: 412 when the stream has moved on' })
    @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key with the same body is carried out once' })
    @ApiBody({
      type: command,
      ...(examples.length > 0 && {
        examples: Object.fromEntries(examples.map(({ id, body }, index) => [`${id}-${index + 1}`, { value: body }])),
      }),
    })
    @ApiResponse({ status: 200, type: CommandAnswerBody, description: 'Recorded, or already so (no events)' })
    @ApiResponse({ status: 400, type: ProblemBody, description: 'The body, an id or a header does not have the asked shape' })
    @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
    @ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not do this' })
    @ApiResponse({ status: 404, type: ProblemBody, description: 'Nothing that this reader may work with' })
    @ApiResponse({ status: 409, type: ProblemBody, description: 'A command with this key is in flight' })
    @ApiResponse({ status: 412, type: ProblemBody, description: 'The stream has moved on' })
    @ApiResponse({ status: 413, type: ProblemBody, description: 'The body is too large' })
    @ApiResponse({ status: 415, type: ProblemBody, description: 'Not JSON' })
    @ApiResponse({ status: 422, type: ProblemBody, description: 'The rules refuse it, or the key was used with another body' })
    @ApiResponse({ status: 429, type: ProblemBody, description: 'Too many requests' })
    @ApiResponse({ status: 503, type: ProblemBody, description: 'The store does not answer' })
    async handle(
      @Param('id') id: string,
      @Body() body: unknown,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<CommandAnswerBody> {
      if (!STREAM_ID.test(id)) {
        throw new Problem(400, 'id-invalid', 'An id has letters, digits, "_", "." and "~", at most 120 of them.', { field: 'id' });
      }
      const { actor, issuer } = actorOf(request);
      const key = idempotencyKeyOf(request.headers['idempotency-key'] as string | undefined);
      const ifMatch = ifMatchOf(request.headers['if-match']);
      const answer = await this.commands.send({
        feature,
        command: bodyOf(command, body),
        id,
        actor,
        correlationId: correlationIdOf(request),
        ...(key !== undefined && { commandId: commandIdFor(issuer, actor, streamName(feature.stream, id), key) }),
        ...(ifMatch !== undefined && { ifMatch }),
      });
      return this.answer(answer, actor, reply);
    }

    private async answer(answer: CommandAnswer, actor: Actor, reply: FastifyReply): Promise<CommandAnswerBody> {
      if (answer.revision >= 0) void reply.header('etag', `"${answer.revision}"`);
      if (answer.position !== undefined) void reply.header('casework-position', answer.position);
      return this.presenter.answer(answer, actor);
    }
  }

  Object.defineProperty(FeatureController, 'name', { value: `${command.name}Controller` });
  return FeatureController;
}
