import { CALENDAR_LAST_DAY, endOfDay } from '@app/calendar';
import { IsInstant } from '@app/domain/fields';
import { processes } from '@app/automation';
import type { EventStore } from '@app/event-store';
import { ActorGuard, actorOf, Automation, Problem, ProblemBody, ProcessRunner, Roles, type DomainClock, type KeptRecords } from '@app/nest';
import { NotParked, ReadStore, UnknownFold } from '@app/read-store';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Req, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiOperation, ApiProperty, ApiResponse, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { bodyOf } from '@app/nest';
import { durationAfter } from './duration';
import { DOMAIN_CLOCK, EVENT_STORE, INSTALLATION, KEPT_RECORDS } from './tokens';

class AdvanceClock {
  @ApiProperty({ required: false, description: 'Days, weeks, months or hours: 30d, 2w, 1m, 6h', example: '30d' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,2}[hdwm]$/, { message: 'by must be like 6h, 30d, 2w or 1m' })
  by?: string;

  @ApiProperty({ required: false, description: 'Instant to stand at', example: '2025-05-01T12:00:00.000Z' })
  @IsOptional()
  @IsInstant()
  to?: string;
}

class SkipReason {
  @ApiProperty({ description: 'Why this instance goes on without the event' })
  @IsString()
  @Length(1, 2_000)
  reason!: string;
}

/** For the administrator, who runs the system and reads no case (P4). */
@ApiTags('operations')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(['administrator'])
@Controller('admin')
@ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
@ApiResponse({ status: 403, type: ProblemBody, description: 'Not an administrator' })
export class AdminController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(KEPT_RECORDS) private readonly kept: KeptRecords,
    @Inject(DOMAIN_CLOCK) private readonly clock: DomainClock,
    @Inject(INSTALLATION) private readonly installation: { id: string; mode: string },
    private readonly readStore: ReadStore,
    private readonly automation: Automation,
    private readonly processRunner: ProcessRunner,
  ) {}

  @Get('parked')
  @ApiOperation({
    operationId: 'parked',
    summary: 'What waits: behind an event that could not be folded, or for a person to look at a refusal that a process met',
  })
  @ApiResponse({ status: 200 })
  async parked(): Promise<object> {
    const refused = await Promise.all(
      processes.map(async (process) =>
        (await this.readStore.refusedInstances(process)).instances.map(({ instance, refused: why }) => ({
          fold: process.name,
          key: instance,
          ...why,
        })),
      ),
    );
    return { events: await this.readStore.parked(), refusals: refused.flat() };
  }

  @Post('parked/:fold/:key/retry')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retry-parked', summary: 'Fold what waits once more, or ask the process again' })
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 404, type: ProblemBody })
  retry(@Param('fold') fold: string, @Param('key') key: string): Promise<object> {
    return known(async () => {
      const process = processes.find(({ name }) => name === fold);
      const { instance } = process ? await this.readStore.instance(process, key) : { instance: undefined };
      if (!process || !instance?.refused) return this.readStore.retry(fold, key, this.store);
      await this.readStore.settle(process, [{ instance: key, seen: instance.seen, remindAt: this.clock.now(), refused: null }]);
      this.processRunner.wake();
      return { fold, key, asked: 'again' };
    });
  }

  @Post('parked/:fold/:key/skip')
  @HttpCode(200)
  @ApiOperation({ operationId: 'skip-parked', summary: 'Go on without the event that parked it; the decision is kept with its reason' })
  @ApiBody({ type: SkipReason })
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 404, type: ProblemBody })
  async skip(
    @Param('fold') fold: string,
    @Param('key') key: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<object> {
    const { reason } = bodyOf(SkipReason, body);
    const { decision, ...resumed } = await known(() => this.readStore.skip(fold, key, this.store));
    const record = { ...decision, reason, who: actorOf(request).actor.who, at: this.clock.now() };
    await this.kept.put(`skip/${fold}/${key}/${decision.eventId}`, JSON.stringify(record));
    return resumed;
  }

  @Post('clock/advance')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'advance-clock',
    summary: 'Move the clock of an example, from due moment to due moment',
    description: 'Refused on a live installation.',
  })
  @ApiBody({ type: AdvanceClock })
  @ApiResponse({ status: 200 })
  @ApiResponse({ status: 422, type: ProblemBody, description: 'A live installation, or a moment that is past' })
  async advance(@Body() body: unknown): Promise<object> {
    const { by, to } = bodyOf(AdvanceClock, body);
    if ((by === undefined) === (to === undefined))
      throw new Problem(400, 'body-invalid', 'In the body, give either by or to.', { field: 'by' });
    if (this.installation.mode !== 'example')
      throw new Problem(422, 'clock-not-movable', 'The clock of a live installation cannot be moved.');
    const before = this.clock.now();
    const target = to ?? durationAfter(before, by!);
    if (target < before) throw new Problem(422, 'clock-never-back', `The clock stands at ${before} and does not go back.`, { field: 'to' });
    if (target > endOfDay(CALENDAR_LAST_DAY)) {
      throw new Problem(422, 'clock-beyond-calendar', `Working days are known up to ${CALENDAR_LAST_DAY}; the clock does not go beyond.`, {
        field: to === undefined ? 'by' : 'to',
      });
    }
    const moments: string[] = [];
    await this.automation.advanceTo(target, (moment) => moments.push(moment));
    return { from: before, to: this.clock.now(), moments };
  }
}

async function known<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnknownFold || error instanceof NotParked) throw new Problem(404, error.code, `${error.message}.`);
    throw error;
  }
}
