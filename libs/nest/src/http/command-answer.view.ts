import { ApiProperty } from '@nestjs/swagger';

/** A field that this reader may not see, and why. */
export class RedactedField {
  @ApiProperty({ description: 'Path of the field inside the record', example: 'linesOfEnquiry' })
  field!: string;
  @ApiProperty({ description: 'Category of rule P1', example: 'free-text' })
  category!: string;
  @ApiProperty({ required: false, description: 'True where the data was erased for good (P3)' })
  erased?: boolean;
  @ApiProperty({ required: false, description: 'True where it does not open although this reader may see it: moved or damaged' })
  unreadable?: boolean;
}

/** An event as this reader may see it (P2, P5). */
export class EventBody {
  @ApiProperty({ example: 'improvementCase-931~inspection' })
  stream!: string;
  @ApiProperty({ type: 'integer', description: 'Place in its stream, from 0' })
  revision!: number;
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: 'CaseOpened' })
  type!: string;
  @ApiProperty({ description: 'One sentence of what happened' })
  says!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What happened; closed fields are null' })
  data!: Record<string, unknown>;
  @ApiProperty({ type: [RedactedField], description: 'Fields of `data` that this reader may not see' })
  redacted!: RedactedField[];
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'Who, in which role, when recorded and effective, caused by what; the hash that chains it',
  })
  metadata!: Record<string, unknown>;
}

/** What became of a command. */
export class CommandAnswerBody {
  @ApiProperty({ example: 'improvementCase-931~inspection' })
  stream!: string;
  @ApiProperty({ type: 'integer', description: 'Revision of the stream now, -1 where it does not exist' })
  revision!: number;
  @ApiProperty({ required: false, description: 'Place in the log; a read can wait for it with the header Casework-Wait-For' })
  position?: string;
  @ApiProperty({ type: [EventBody], description: 'What was recorded; empty when it was already so' })
  events!: EventBody[];
}
