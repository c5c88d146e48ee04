import { VCU } from '@app/domain/roles';
import type { Actor } from '@app/event-sourcing';
import {
  ActorGuard,
  actorOf,
  AskedAsOf,
  AskedToCompare,
  AsOf,
  Comparer,
  ComparisonAnswer,
  Currency,
  notFoundAt,
  once,
  Presenter,
  Problem,
  ProblemBody,
  Roles,
  wholeNumber,
} from '@app/nest';
import { readModels } from '@app/reporting';
import { localAreaJourney } from '@app/reporting/local-area-journey/local-area-journey';
import { publishedFigures } from '@app/reporting/published-figures/published-figures';
import { timeline } from '@app/reporting/timeline/timeline';
import type { TimelineEntry } from '@app/reporting/timeline/timeline.view';
import { Controller, Get, Param, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dsgAgainst, owedOf, timelinessAgainst } from './journey-summary';
import { JourneyReader } from './journey-reader';
import { JourneyAnswer } from './journey.view';
import { proposedBy } from './timeliness-proposals';

const READERS = [...VCU, 'auditor'];

/** How many entries come at a time where nobody says how many. */
const PAGE = 200;

const STANDING = readModels.find(({ projection }) => projection === localAreaJourney)!;
const READ = [localAreaJourney, timeline, publishedFigures];

/** The whole way of a local area in one place (J9). */
@ApiTags('reading')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(READERS)
@Controller('v1/local-areas')
export class JourneyController {
  constructor(
    private readonly reader: JourneyReader,
    private readonly asOf: AsOf,
    private readonly comparer: Comparer,
    private readonly presenter: Presenter,
    private readonly currency: Currency,
  ) {}

  @Get(':area/journey')
  @ApiOperation({
    operationId: 'journey',
    summary: 'The whole way of a local area in one place: where it stands, and what happened in the order of effective days',
    description: `Rules J9, J7, P5. Roles: ${READERS.join(', ')}.`,
  })
  @ApiParam({ name: 'area', example: '931' })
  @ApiQuery({ name: 'limit', required: false, type: 'integer', description: `Entries at a time, 1 to 1,000, by default ${PAGE}` })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before' })
  @AskedAsOf()
  @ApiHeader({ name: 'Casework-Wait-For', required: false, description: 'Position of a write that the answer must hold' })
  @ApiResponse({ status: 200, type: JourneyAnswer })
  @ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put' })
  @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
  @ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'There is no such local area, or was none then' })
  @ApiResponse({ status: 503, type: ProblemBody, description: 'What was asked for cannot be read yet' })
  async journey(
    @Param('area') area: string,
    @Query() question: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<JourneyAnswer> {
    const { actor } = actorOf(request);
    const moment = this.asOf.momentOf(question, ['limit', 'cursor']);
    const limit = once('limit', question.limit);
    const asked = { limit: limit === undefined ? PAGE : wholeNumber('limit', limit), cursor: once('cursor', question.cursor) };
    for (const projection of READ) await this.currency.wait(projection, request);
    const { standing, figures, england, entries, causes, nextCursor, position } = await (moment
      ? this.reader.at(area, moment, asked)
      : this.reader.current(area, asked));
    this.currency.tell(reply, position, ...READ);
    if (!standing && moment) throw notFoundAt('local-areas', area, moment);
    if (!standing) throw new Problem(404, 'not-found', `There is no local area ${area.slice(0, 200)}.`);
    return {
      ...(moment && { asOf: moment }),
      area: { key: area, ...(await this.presenter.row(localAreaJourney.view, standing, actor)) } as unknown as JourneyAnswer['area'],
      ...owedOf(standing),
      timelinessAgainstEngland: timelinessAgainst(standing, england),
      dsgAgainstEngland: dsgAgainst(figures, england),
      england: england?.timeliness ?? [],
      proposals: proposedBy(standing.facts.timeliness, england?.timeliness ?? []),
      entries: await Promise.all(entries.map(({ row }) => this.entry(row, causes.get(row.causationId), actor))),
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  @Get(':area/journey/compare')
  @ApiOperation({
    operationId: 'compare-journey',
    summary: 'What changed on the way of a local area between two moments, and what did it',
    description: `Rules P6, J9. Roles: ${READERS.join(', ')}.`,
  })
  @ApiParam({ name: 'area', example: '931' })
  @AskedToCompare()
  async compare(
    @Param('area') area: string,
    @Query() question: Record<string, unknown>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ComparisonAnswer> {
    await this.currency.wait(timeline, request);
    const { answer, position } = await this.comparer.compare(STANDING, area, question, actorOf(request).actor);
    this.currency.tell(reply, position, timeline);
    return answer;
  }

  private async entry(row: TimelineEntry, cause: TimelineEntry | undefined, actor: Actor): Promise<JourneyAnswer['entries'][number]> {
    const { data, redacted } = await this.presenter.row(timeline.view, row, actor);
    const causedBy = cause && { type: cause.type, says: cause.says, link: linkTo(cause) };
    return { ...(data as unknown as TimelineEntry), link: linkTo(row), ...(causedBy && { causedBy }), redacted };
  }
}

const linkTo = ({ stream, revision }: TimelineEntry): string => `/v1/events/${stream}/${revision}`;
