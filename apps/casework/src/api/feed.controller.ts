import { ActorGuard, actorOf, Currency, once, Problem, ProblemBody, Roles, wholeNumber } from '@app/nest';
import { FeedRestarted, ReadStore } from '@app/read-store';
import { biName, linesOf, type BiView } from '@app/reporting/bi-view';
import { BI_READERS, biViews } from '@app/reporting/bi-views';
import { Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { FeedAnswer, FeedList } from './feed.view';

/** Keys at a time where nobody says how many. */
const PAGE = 200;

/** Views for dashboards and statistics, polled by position. What is above a reader's class is not there at all (P4). */
@ApiTags('dashboards')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(BI_READERS.published)
@Controller('feed')
export class FeedController {
  constructor(
    private readonly readStore: ReadStore,
    private readonly currency: Currency,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'feeds', summary: 'Which views this reader may poll, and their columns', description: 'Rules P4.' })
  @ApiResponse({ status: 200, type: FeedList })
  @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
  @ApiResponse({ status: 403, type: ProblemBody, description: 'The role reads no views' })
  list(@Req() request: FastifyRequest): FeedList {
    const { actor } = actorOf(request);
    return {
      views: reachedBy(actor.role).map((view) => ({
        view: biName(view),
        says: view.says,
        class: view.class,
        columns: Object.entries(view.columns).map(([name, [type]]) => ({ name, type })),
      })),
    };
  }

  @Get(':view')
  @ApiOperation({
    operationId: 'feed',
    summary: 'What changed in a view since the reader asked last, corrections and deletions included',
    description: `Keep what is held under a key as the lines that come for it, and ask on with \`next\`. Without \`after\` it begins with everything. Rules P4, J7.`,
  })
  @ApiParam({ name: 'view', example: 'bi_published_timeliness_v1' })
  @ApiQuery({ name: 'after', required: false, description: '`next` of the answer before' })
  @ApiQuery({ name: 'limit', required: false, type: 'integer', description: `Keys at a time, 1 to 1,000, by default ${PAGE}` })
  @ApiHeader({ name: 'Casework-Wait-For', required: false, description: 'Position of a write that the answer must hold' })
  @ApiResponse({ status: 200, type: FeedAnswer })
  @ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put' })
  @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
  @ApiResponse({ status: 403, type: ProblemBody, description: 'The role reads no views' })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such view for this reader' })
  @ApiResponse({ status: 410, type: ProblemBody, description: 'The view was built anew: begin again without `after`' })
  @ApiResponse({ status: 503, type: ProblemBody, description: 'What was asked for cannot be read yet' })
  async changes(
    @Param('view') name: string,
    @Query() question: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FeedAnswer> {
    const view = reachedBy(actorOf(request).actor.role).find((one) => biName(one) === name);
    if (!view) throw new Problem(404, 'not-found', `There is no view ${name.slice(0, 200)} that you may poll; GET /feed lists them.`);
    const { after, limit } = askedFor(question);
    await this.currency.wait(view.projection, request);
    const { changes, next, more, position } = await this.since(view, after, limit);
    this.currency.tell(reply, position, view.projection);
    return {
      view: name,
      ...(position !== undefined && { position }),
      changes: changes.map(({ key, row }) => ({ key, deleted: row === undefined, lines: row ? linesOf(view, key, row) : [] })),
      next,
      more,
    };
  }

  /** @throws Problem `feed-restarted` */
  private async since({ projection }: BiView, after: string | undefined, limit: number) {
    try {
      return await this.readStore.changes<Record<string, unknown>>(projection, { limit, ...(after !== undefined && { after }) });
    } catch (error) {
      if (error instanceof FeedRestarted) throw new Problem(410, error.code, `${error.message}.`, { field: 'after' });
      throw error;
    }
  }
}

const reachedBy = (role: string): BiView[] => biViews.filter((view) => (BI_READERS[view.class] as readonly string[]).includes(role));

/** @throws Problem `query-invalid` */
function askedFor(question: Record<string, unknown>): { after?: string; limit: number } {
  const other = Object.keys(question).find((name) => name !== 'after' && name !== 'limit');
  if (other !== undefined) throw new Problem(400, 'query-invalid', `${other} is nothing that a feed is asked.`, { field: other });
  const after = once('after', question.after);
  const limit = once('limit', question.limit);
  return { limit: limit === undefined ? PAGE : wholeNumber('limit', limit), ...(after !== undefined && { after }) };
}
