import { StreamNotFound, type EventStore, type RecordedEvent } from '@app/event-store';
import { ActorGuard, actorOf, EventBody, Presenter, Problem, ProblemBody, Roles } from '@app/nest';
import { VCU } from '@app/domain/roles';
import { Controller, Get, Inject, Param, Query, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { EVENT_STORE } from './tokens';

const STREAM = /^[a-z][A-Za-z]*-[A-Za-z0-9_.~]{1,120}$/;
const READERS = [...VCU, 'auditor'];
const PAGE = 100;

/** The events themselves: what everything else is made from (P5, P6). */
@ApiTags('reading')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(READERS)
@Controller('v1/events')
@ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
@ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' })
export class EventsController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly presenter: Presenter,
  ) {}

  @Get(':stream')
  @ApiOperation({
    operationId: 'read-stream',
    summary: 'Events of one stream, in order',
    description: `Rules P5, P6. Roles: ${READERS.join(', ')}.`,
  })
  @ApiParam({ name: 'stream', example: 'improvementCase-931~inspection' })
  @ApiQuery({ name: 'from', required: false, type: Number, description: 'First revision, by default 0; at most 100 events come at a time' })
  @ApiResponse({ status: 200, type: [EventBody] })
  @ApiResponse({ status: 400, type: ProblemBody, description: 'No revision to begin at' })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such stream' })
  async stream(
    @Param('stream') stream: string,
    @Query('from') from: string | undefined,
    @Req() request: FastifyRequest,
  ): Promise<EventBody[]> {
    if (from !== undefined && !/^\d{1,9}$/.test(from))
      throw new Problem(400, 'query-invalid', 'from must be a revision.', { field: 'from' });
    return this.read(stream, Number(from ?? 0), PAGE, request);
  }

  @Get(':stream/:revision')
  @ApiOperation({
    operationId: 'read-event',
    summary: 'One event: who, when, why, caused by what',
    description: `Rules P5, P6. Roles: ${READERS.join(', ')}.`,
  })
  @ApiParam({ name: 'stream', example: 'improvementCase-931~inspection' })
  @ApiParam({ name: 'revision', example: 0 })
  @ApiResponse({ status: 200, type: EventBody })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such event' })
  async event(@Param('stream') stream: string, @Param('revision') revision: string, @Req() request: FastifyRequest): Promise<EventBody> {
    const found = /^\d{1,9}$/.test(revision) ? await this.read(stream, Number(revision), 1, request) : [];
    if (!found[0]) throw notFound();
    return found[0];
  }

  private async read(stream: string, from: number, limit: number, request: FastifyRequest): Promise<EventBody[]> {
    if (!STREAM.test(stream)) throw notFound();
    let recorded: RecordedEvent[];
    try {
      recorded = await this.store.readStream(stream, { from, limit });
    } catch (error) {
      if (error instanceof StreamNotFound) throw notFound();
      throw error;
    }
    const { actor } = actorOf(request);
    return Promise.all(recorded.map((event) => this.presenter.event(event, stream, actor)));
  }
}

const notFound = (): Problem => new Problem(404, 'not-found', 'There is no such stream or event.');
