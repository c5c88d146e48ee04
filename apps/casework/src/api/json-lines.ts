import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';

export const JSON_LINES = 'application/x-ndjson';

/** Whether the caller wants to be told on the way. */
export const wantsLines = (request: FastifyRequest): boolean => (request.headers.accept ?? '').includes(JSON_LINES);

/** Answers with one JSON value a line, as they come. */
export function sendLines(reply: FastifyReply, values: AsyncIterable<object>): void {
  const lines = async function* () {
    for await (const value of values) yield `${JSON.stringify(value)}\n`;
  };
  void reply.type(`${JSON_LINES}; charset=utf-8`).send(Readable.from(lines()));
}

/** The latest of what work tells on the way, and last what it comes to; whoever reads slowly is told less often. */
export async function* toldOnTheWay<P extends object, T extends object>(
  work: (tell: (progress: P) => void) => Promise<T>,
): AsyncGenerator<P | T> {
  let latest: P | undefined;
  let wake: () => void = () => undefined;
  let over = false;
  const done = work((progress) => {
    latest = progress;
    wake();
  }).finally(() => {
    over = true;
    wake();
  });
  done.catch(() => undefined);
  while (!over) {
    if (latest === undefined) await new Promise<void>((resolve) => (wake = resolve));
    const progress = latest;
    latest = undefined;
    if (progress !== undefined) yield progress;
  }
  yield await done;
}
