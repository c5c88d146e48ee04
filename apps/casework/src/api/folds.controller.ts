import { comparePositions, shareOfLog, type EventStore, type Position } from '@app/event-store';
import { ActorGuard, Freshness, Problem, ProblemBody, Roles, type DomainClock } from '@app/nest';
import { CheckpointMoved, ReadStore, RebuildStopped, UnknownFold, type FoldStatus, type RebuildOptions } from '@app/read-store';
import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, UseGuards, type OnModuleDestroy } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiProduces, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { JSON_LINES, sendLines, toldOnTheWay, wantsLines } from './json-lines';
import { DOMAIN_CLOCK, EVENT_STORE, INSTALLATION } from './tokens';

/** Events of a lag that are counted; beyond them it is said that there are more. */
const COUNTED = 1_000;

interface Lag {
  readonly events: number;
  /** Whether there are more than were counted. */
  readonly more: boolean;
  /** Seconds since which something recorded is missing. */
  readonly seconds: number;
}

const ON_THE_WAY = `With \`Accept: ${JSON_LINES}\` the answer is JSON lines: how far it is, \`{ share, events }\`, again and again, and last what it came to.`;

/** Read models and processes, for the administrator, who runs the system and reads no case (P4). */
@ApiTags('operations')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(['administrator'])
@Controller('admin')
@ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
@ApiResponse({ status: 403, type: ProblemBody, description: 'Not an administrator' })
export class FoldsController implements OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly underWay = new Set<string>();

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DOMAIN_CLOCK) private readonly clock: DomainClock,
    @Inject(INSTALLATION) private readonly installation: { id: string; mode: string },
    private readonly readStore: ReadStore,
    private readonly freshness: Freshness,
  ) {}

  /** What is being built stays, and is gone on with by the next worker. */
  onModuleDestroy(): void {
    this.stopping.abort();
  }

  @Get('status')
  @ApiOperation({
    operationId: 'status',
    summary: 'Every read model and process: position, lag in events and seconds, rows, what is parked, when it was rebuilt',
  })
  @ApiQuery({
    name: 'checksums',
    required: false,
    enum: ['true', 'false'],
    description: 'With a SHA-256 over the rows of each, which reads them all',
  })
  @ApiResponse({ status: 200 })
  async status(@Query('checksums') checksums: unknown): Promise<object> {
    if (checksums !== undefined && checksums !== 'true' && checksums !== 'false') {
      throw new Problem(400, 'query-invalid', 'checksums must be true or false.', { field: 'checksums' });
    }
    const [end, folds] = [await this.store.end(), await this.readStore.status()];
    const counted = new Map<Position | undefined, Promise<Omit<Lag, 'seconds'>>>();
    const shown: object[] = [];
    for (const fold of folds) {
      const { position } = fold.serving;
      const lag = counted.get(position) ?? this.behind(position);
      counted.set(position, lag);
      const sum = checksums === 'true' ? { checksum: (await this.readStore.checksum(fold.name)).sha256 } : {};
      shown.push({ ...fold, lag: { ...(await lag), seconds: this.secondsBehind(fold) }, ...sum });
    }
    return { installation: this.installation, clock: this.clock.now(), end, folds: shown };
  }

  @Post('rebuild/:fold')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'rebuild',
    summary: 'Build a read model or process anew beside what serves, then swap',
    description: `${ON_THE_WAY} Cut off, it is gone on with by itself when a worker starts.`,
  })
  @ApiProduces('application/json', JSON_LINES)
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 404, type: ProblemBody })
  @ApiResponse({ status: 409, type: ProblemBody, description: 'It is being built already' })
  rebuild(@Param('fold') fold: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer('rebuilt', fold, request, reply, (options) => this.readStore.rebuild(fold, this.store, options));
  }

  @Post('verify/:fold')
  @HttpCode(200)
  @ApiOperation({ operationId: 'verify', summary: 'Whether the rows that serve are those of a fresh fold', description: ON_THE_WAY })
  @ApiProduces('application/json', JSON_LINES)
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 404, type: ProblemBody })
  verify(@Param('fold') fold: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.answer('verified', fold, request, reply, (options) => this.readStore.verify(fold, this.store, options));
  }

  private async answer(
    what: 'rebuilt' | 'verified',
    fold: string,
    request: FastifyRequest,
    reply: FastifyReply,
    work: (options: RebuildOptions) => Promise<object>,
  ): Promise<void> {
    const { stopping, underWay } = this;
    const known = (await this.readStore.status()).some(({ name }) => name === fold);
    if (!known) throw new Problem(404, 'unknown-fold', `${new UnknownFold(fold).message}.`);
    if (underWay.has(`${what} ${fold}`)) throw UNDER_WAY(fold);
    underWay.add(`${what} ${fold}`);
    const end = await this.store.end();
    const run = async (tell: (progress: { share: number; events: number }) => void): Promise<object> => {
      try {
        const onProgress = (position: Position | undefined, events: number): void =>
          tell({ share: Math.round(shareOfLog(position, end) * 10_000) / 10_000, events });
        return await work({ signal: stopping.signal, onProgress });
      } catch (error) {
        throw this.problemOf(error, fold);
      } finally {
        underWay.delete(`${what} ${fold}`);
      }
    };
    if (!wantsLines(request)) return void reply.send(await run(() => undefined));
    sendLines(reply, this.lines(what, run));
  }

  private async *lines(what: string, run: (tell: (progress: { share: number; events: number }) => void) => Promise<object>) {
    try {
      for await (const told of toldOnTheWay(run)) yield 'share' in told ? { progress: told } : { [what]: told };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      yield { stopped: { code: error.code, says: error.message } };
    }
  }

  private problemOf(error: unknown, fold: string): unknown {
    if (this.stopping.signal.aborted) return new Problem(503, 'stopping', 'The server stops; the next one goes on with what was built.');
    if (error instanceof CheckpointMoved) return UNDER_WAY(fold);
    if (error instanceof RebuildStopped) return new Problem(409, error.code, `${error.message}. What served goes on.`);
    return error;
  }

  private async behind(position: Position | undefined): Promise<Omit<Lag, 'seconds'>> {
    const page = await this.store.readAll({ ...(position !== undefined && { from: position }), limit: COUNTED + 2 });
    const events = page.filter((event) => comparePositions(event.position, position) > 0).length;
    return { events: Math.min(events, COUNTED), more: events > COUNTED };
  }

  private secondsBehind({ name }: FoldStatus): number {
    const since = this.freshness.staleSince(name);
    return since === undefined ? 0 : Math.max(0, Math.round((Date.now() - since) / 1_000));
  }
}

const UNDER_WAY = (fold: string): Problem =>
  new Problem(409, 'fold-under-way', `${fold} is being built at the moment. Look at the status, and ask again when it is done.`);
