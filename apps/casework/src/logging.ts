import type { LoggerService } from '@nestjs/common';
import pino, { type DestinationStream, type Logger } from 'pino';

/** Structured logs, one JSON object a line: ids and codes, no personal data, no bodies, no tokens. */
export const makeLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: ['authorization', '*.authorization', 'headers'], remove: true },
    },
    destination,
  );

/** Nest's own messages in the same log. */
export function nestLogger(logger: Logger): LoggerService {
  const write =
    (level: 'info' | 'warn' | 'error' | 'debug') =>
    (message: unknown, ...rest: unknown[]): void => {
      const context = rest.at(-1);
      if (typeof message === 'object' && message !== null)
        logger[level]({ ...message, context }, String(rest.length > 1 ? rest[0] : (context ?? '')));
      else logger[level]({ context }, String(message));
    };
  return { log: write('debug'), warn: write('warn'), error: write('error'), debug: write('debug'), verbose: write('debug') };
}
