import { VCU } from '@app/domain/roles';
import { ActorGuard, actorOf, Currency, Presenter, Problem, ProblemBody, Roles } from '@app/nest';
import { ReadStore } from '@app/read-store';
import { timeline } from '@app/reporting/timeline/timeline';
import { Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';

const READERS = [...VCU, 'auditor'];

/** The whole way of a local area in one place (J9). */
@ApiTags('reading')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(READERS)
@Controller('v1/local-areas')
export class JourneyController {
  constructor(
    private readonly readStore: ReadStore,
    private readonly presenter: Presenter,
    private readonly currency: Currency,
  ) {}

  @Get(':area/journey')
  @ApiOperation({
    operationId: 'journey',
    summary: 'The whole way of a local area in one place',
    description: `Rule J9. Roles: ${READERS.join(', ')}.`,
  })
  @ApiParam({ name: 'area', example: '931' })
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such local area' })
  async journey(
    @Param('area') area: string,
    @Query('cursor') cursor: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (cursor !== undefined && typeof cursor !== 'string') {
      throw new Problem(400, 'query-invalid', 'cursor is given more than once.', { field: 'cursor' });
    }
    await this.currency.wait(timeline, request);
    const { actor } = actorOf(request);
    const page = await this.readStore.find(timeline, {
      where: { subject: `localArea-${area}` },
      orderBy: 'effectiveOn',
      limit: 200,
      ...(cursor !== undefined && { cursor }),
    });
    this.currency.tell(reply, page.position);
    if (page.rows.length === 0 && cursor === undefined) throw new Problem(404, 'not-found', 'Nothing is on record for such a local area.');
    const entries = await Promise.all(
      page.rows.map(async ({ row }) => {
        const { data, redacted } = await this.presenter.row(timeline.view, row, actor);
        return redacted.length === 0 ? data : { ...data, redacted };
      }),
    );
    return { area, entries, ...(page.nextCursor !== undefined && { nextCursor: page.nextCursor }) };
  }
}
