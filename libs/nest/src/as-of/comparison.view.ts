import { RedactedField } from '../http/command-answer.view';
import { AnsweredMoment } from './asked';
import { ApiProperty } from '@nestjs/swagger';

/** A value of whatever kind the field is of. */
const ANYTHING = {
  required: false,
  nullable: true,
  oneOf: [
    { type: 'string' },
    { type: 'number' },
    { type: 'boolean' },
    { type: 'object', additionalProperties: true },
    { type: 'array', items: {} },
  ],
};

/** One field, or one entry of a list, that is not the same at both moments. */
export class Change {
  @ApiProperty({
    description: 'Where it is; entries of lists are called by what tells them apart',
    example: 'cases[931~inspection].plans[2023].status',
  })
  path!: string;
  @ApiProperty({ ...ANYTHING, description: 'What it was; absent where there was nothing' })
  before?: unknown;
  @ApiProperty({ ...ANYTHING, description: 'What it is; absent where there is nothing' })
  after?: unknown;
  @ApiProperty({ type: [RedactedField], description: 'What of it this reader may not see, by its path inside `before` or `after`' })
  redacted!: RedactedField[];
  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: 'Places in `events` of those that did it' })
  events!: number[];
}

/** An event that changed it. */
export class ChangingEvent {
  @ApiProperty({ example: 'ActionPlanSubmitted' })
  type!: string;
  @ApiProperty({ description: 'One sentence of what happened' })
  says!: string;
  @ApiProperty({ description: 'Where the event is opened', example: '/v1/events/improvementCase-931~inspection/12' })
  link!: string;
  @ApiProperty({ description: 'Who recorded it, as an opaque id' })
  who!: string;
  @ApiProperty()
  role!: string;
  @ApiProperty({ required: false })
  onBehalfOf?: string;
  @ApiProperty({ format: 'date-time' })
  recordedAt!: string;
  @ApiProperty({ format: 'date', description: 'London day from which it is true' })
  effectiveOn!: string;
  @ApiProperty({ required: false, nullable: true, description: 'Why, where a reason was asked; null where this reader may not see it' })
  reason?: string | null;
}

/** What changed between two moments, and what did it (P6). */
export class ComparisonAnswer {
  @ApiProperty()
  key!: string;
  @ApiProperty({ type: AnsweredMoment })
  from!: AnsweredMoment;
  @ApiProperty({ type: AnsweredMoment })
  to!: AnsweredMoment;
  @ApiProperty({ type: [Change] })
  changes!: Change[];
  @ApiProperty({ type: [ChangingEvent], description: 'In the order of the log' })
  events!: ChangingEvent[];
}

/** A row of a list that came, went, or says something else. */
export class ComparedRow {
  @ApiProperty({ description: 'What the row goes by; an entry by `{key}@{place in the log}`' })
  key!: string;
  @ApiProperty({
    enum: ['added', 'removed', 'changed'],
    description: '`added`: the list has it at the later moment alone; `removed`: at the earlier one alone; `changed`: at both',
  })
  is!: 'added' | 'removed' | 'changed';
  @ApiProperty({
    required: false,
    type: Object,
    description: 'The row as it is where it was added, as it was where it was removed; closed fields are null',
  })
  data?: Record<string, unknown>;
  @ApiProperty({ type: [RedactedField], description: 'Fields of `data` that this reader may not see' })
  redacted!: RedactedField[];
  @ApiProperty({
    type: [Change],
    description: 'Field by field, where there is such a row at both moments, whether the list has it at both or not',
  })
  changes!: Change[];
  @ApiProperty({ type: 'array', items: { type: 'integer' }, description: 'Places in `events` of those that changed the row in between' })
  events!: number[];
}

/** What changed in a list between two moments, and what did it (P6). */
export class ListComparison {
  @ApiProperty({ type: AnsweredMoment })
  from!: AnsweredMoment;
  @ApiProperty({ type: AnsweredMoment })
  to!: AnsweredMoment;
  @ApiProperty({ type: [ComparedRow], description: 'By their keys; what says the same at both moments is not here' })
  rows!: ComparedRow[];
  @ApiProperty({ type: [ChangingEvent], description: 'That changed these rows' })
  events!: ChangingEvent[];
  @ApiProperty({ required: false, description: 'For the next rows; absent on the last page' })
  nextCursor?: string;
}
