import type { Projection } from '@app/event-sourcing';
import type { Position } from '@app/event-store';
import type { ReadStore } from '@app/read-store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Freshness } from '../freshness';
import { Problem } from './problem';

/** Milliseconds that a read waits for the position that it was asked for. */
const PATIENCE = 2_000;

/** Waits until a read model holds what was recorded at a position, and says in the answer how current it is. */
export class Currency {
  constructor(
    private readonly readStore: ReadStore,
    private readonly freshness: Freshness,
  ) {}

  /** @throws Problem `position-invalid`, `read-behind` */
  async wait(projection: Projection, request: FastifyRequest): Promise<void> {
    const position = request.headers['casework-wait-for'];
    if (position === undefined) return;
    if (typeof position !== 'string' || !/^[0-9~]{20,64}$/.test(position)) {
      throw new Problem(400, 'position-invalid', 'Casework-Wait-For must be a position as an answer gave it.', {
        field: 'Casework-Wait-For',
      });
    }
    if (await this.readStore.waitFor(projection.name, position as Position, PATIENCE)) return;
    throw new Problem(503, 'read-behind', 'What was recorded there can not be read yet. Ask again in a second.');
  }

  /** Headers `Casework-Position` and, while it may lack something that was recorded, `Casework-Stale-Since`. */
  tell(reply: FastifyReply, position: Position | undefined, ...read: readonly Projection[]): void {
    if (position !== undefined) void reply.header('casework-position', position);
    const since = read.flatMap(({ name }) => this.freshness.staleSince(name) ?? []);
    if (since.length > 0) void reply.header('casework-stale-since', new Date(Math.min(...since)).toISOString());
  }
}
