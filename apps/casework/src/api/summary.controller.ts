import { addDays, londonDay, type Day } from '@app/calendar';
import {
  ActorGuard,
  actorOf,
  Currency,
  once,
  Problem,
  ProblemBody,
  Roles,
  Summaries,
  SummaryAnswer,
  wholeNumber,
  type DomainClock,
} from '@app/nest';
import { ReadStore } from '@app/read-store';
import { localAreaJourney } from '@app/reporting/local-area-journey/local-area-journey';
import { summary } from '@app/reporting/summary';
import { Controller, Get, Inject, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DOMAIN_CLOCK } from './tokens';

const READERS = [...new Set(summary.flatMap(({ model }) => model.roles))];
const PARAMETERS = ['region', 'perRegion', 'soonDays'];

/** Days from today that count as soon where nobody says how many, and at most. */
const SOON = 14;
const LATEST = 366;

type Question = Readonly<Record<string, unknown>>;

/** The figures of dashboards, over every list that its reader may open (P2, P4). */
@ApiTags('reading')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(READERS)
@Controller('v1/summary')
export class SummaryController {
  constructor(
    private readonly summaries: Summaries,
    private readonly readStore: ReadStore,
    private readonly currency: Currency,
    @Inject(DOMAIN_CLOCK) private readonly clock: DomainClock,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'summary',
    summary: 'Figures for dashboards: duties, escalations, cases, outcomes, risks, reviews, contracts, grants, everywhere or per region',
    description: `Rules E2, E3, A4, C3, G2, G16, P2, P4. Each figure counts the rows that its reader finds in the list that it names. Roles: ${READERS.join(', ')}. A reader of own records has them counted alone; of lists that a reader may not open there is nothing.`,
  })
  @ApiQuery({ name: 'region', required: false, description: 'Narrows every figure to the local areas of a region', example: 'South East' })
  @ApiQuery({ name: 'perRegion', required: false, enum: ['true', 'false'], description: 'Whether to say the figures per region besides' })
  @ApiQuery({
    name: 'soonDays',
    required: false,
    schema: { type: 'integer', minimum: 0, maximum: LATEST, default: SOON },
    description: 'Days from today up to which something is due soon',
  })
  @ApiHeader({ name: 'Casework-Wait-For', required: false, description: 'Position of a write that the answer must hold' })
  @ApiResponse({ status: 200, type: SummaryAnswer })
  @ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put' })
  @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
  @ApiResponse({ status: 403, type: ProblemBody, description: 'The role reads no list' })
  @ApiResponse({ status: 503, type: ProblemBody, description: 'What was asked for cannot be read yet' })
  async summary(
    @Query() question: Question,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SummaryAnswer> {
    const { actor } = actorOf(request);
    const today = londonDay(this.clock.now());
    const { region, perRegion, soon } = askedOf(question, today);
    const read = summary.flatMap(({ model }) => (model.roles.includes(actor.role) ? [model.projection] : []));
    for (const projection of read) await this.currency.wait(projection, request);
    const sections = summary.map(({ model, figures }) => ({
      model,
      figures: figures.map((figure) => ({ ...figure, question: figure.question?.({ today, soon }) ?? {} })),
    }));
    const { position, sections: counted } = await this.summaries.of(sections, actor, region);
    const regions = [];
    for (const name of perRegion ? await this.regions() : []) {
      regions.push({ region: name, sections: (await this.summaries.of(sections, actor, name)).sections });
    }
    this.currency.tell(reply, position, ...read);
    return { today, soon, ...(region !== undefined && { region }), sections: counted, ...(perRegion && { regions }) };
  }

  private async regions(): Promise<readonly string[]> {
    return (await this.readStore.distinct(localAreaJourney, 'region')).values;
  }
}

/** @throws Problem `query-invalid` */
function askedOf(question: Question, today: Day): { region: string | undefined; perRegion: boolean; soon: Day } {
  const other = Object.keys(question).find((name) => !PARAMETERS.includes(name));
  if (other !== undefined) {
    throw new Problem(400, 'query-invalid', `There is no parameter ${other.slice(0, 100)} here; there is ${PARAMETERS.join(', ')}.`, {
      field: other,
    });
  }
  const [region, perRegion, soonDays] = PARAMETERS.map((name) => once(name, question[name]));
  if (perRegion !== undefined && perRegion !== 'true' && perRegion !== 'false') {
    throw new Problem(400, 'query-invalid', 'perRegion must be true or false.', { field: 'perRegion' });
  }
  if (region !== undefined && perRegion === 'true') {
    throw new Problem(400, 'query-invalid', 'One region is asked for, or every region: not both.', { field: 'perRegion' });
  }
  const days = soonDays === undefined ? SOON : wholeNumber('soonDays', soonDays);
  if (days < 0 || days > LATEST) throw new Problem(400, 'query-invalid', `soonDays must be 0 to ${LATEST}.`, { field: 'soonDays' });
  return { region, perRegion: perRegion === 'true', soon: addDays(today, days) };
}
