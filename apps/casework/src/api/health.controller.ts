import type { EventStore } from '@app/event-store';
import { Freshness } from '@app/nest';
import { ReadStore } from '@app/read-store';
import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EVENT_STORE } from './tokens';

interface Check {
  readonly status: 'up' | 'down';
  readonly says?: string;
}

/** Milliseconds that a part may take to answer. */
const PATIENCE = 1_500;

/** For whoever runs the process: is it alive, and can it be given work. Says nothing of any case. */
@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    private readonly readStore: ReadStore,
    private readonly freshness: Freshness,
  ) {}

  @Get('live')
  @ApiOperation({ operationId: 'live', summary: 'The process runs' })
  @ApiResponse({ status: 200, description: 'It runs' })
  live(): Check {
    return { status: 'up' };
  }

  @Get('ready')
  @ApiOperation({
    operationId: 'ready',
    summary: 'Commands are taken and read models follow',
    description: 'The store is probed with an append.',
  })
  @ApiResponse({ status: 200, description: 'Ready' })
  @ApiResponse({ status: 503, description: 'Not ready: which part is down' })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Record<string, Check | number>> {
    const [events, reading, folding] = await Promise.all([
      checked(() => this.store.probe()),
      checked(async () => void (await this.readStore.status())),
      checked(() => this.following()),
    ]);
    const parked = reading.status === 'up' ? (await this.readStore.parked()).length : 0;
    if ([events, reading].some(({ status }) => status === 'down')) void reply.status(503);
    return { events, reading, folding, parked };
  }

  private async following(): Promise<void> {
    const stopped = (await this.readStore.status()).find(({ serving }) => serving.stopped);
    if (stopped) throw new Error(`${stopped.name} stands before an event that this build cannot read`);
    const [stale] = this.freshness.stale;
    if (stale) throw new Error(`${stale[0]} stale since ${new Date(stale[1]).toISOString()}`);
  }
}

async function checked(check: () => Promise<void>): Promise<Check> {
  const late = new Promise<never>((_resolve, reject) => setTimeout(() => reject(new Error('no answer')), PATIENCE).unref());
  try {
    await Promise.race([check(), late]);
    return { status: 'up' };
  } catch (error) {
    return { status: 'down', says: (error as Error).message };
  }
}
