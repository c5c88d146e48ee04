import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiQuery } from '@nestjs/swagger';
import type { MOMENT_PARAMETERS } from './moment';

/** The moment as of which an answer is told. */
export class AnsweredMoment {
  @ApiProperty({ required: false, format: 'date-time', description: 'Nothing that was recorded later' })
  recordedAt?: string;
  @ApiProperty({ required: false, format: 'date', description: 'Nothing that is true from a later London day on' })
  effectiveAt?: string;
}

/** The parameters by which something is asked for as of a moment; `besides`: what else is said of each. */
export const AskedAsOf = (besides: Partial<Record<(typeof MOMENT_PARAMETERS)[number], string>> = {}): MethodDecorator & ClassDecorator =>
  applyDecorators(
    ApiQuery({
      name: 'recordedAt',
      required: false,
      type: String,
      description: `What was known then: an instant, or a London day, which means its end. Who may read what is as it is now${besides.recordedAt ?? ''}`,
      example: '2023-10-23T17:00:00Z',
    }),
    ApiQuery({
      name: 'effectiveAt',
      required: false,
      type: String,
      description: `What was true then: a London day${besides.effectiveAt ?? ''}`,
      example: '2023-10-23',
    }),
  );
