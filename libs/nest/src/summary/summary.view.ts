import { ApiProperty } from '@nestjs/swagger';
import { RedactedField } from '../http/command-answer.view';

/** Rows that were counted, as the list counts them. */
export class SummaryCount {
  @ApiProperty({ example: 'by-status' })
  figure!: string;
  @ApiProperty({ description: 'What is counted' })
  says!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { nullable: true },
    description: 'What these rows say in the columns by which they are told apart; null: nothing',
    example: { status: 'open' },
  })
  of!: Record<string, string | number | boolean | null>;
  @ApiProperty({ type: 'integer' })
  count!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Sums over these rows by the name of the column; what ends in `Pence` is in pence',
    example: { approvedPence: 4_680_000 },
  })
  sums!: Record<string, number>;
  @ApiProperty({
    required: false,
    description:
      'The list of these very rows; with `count=true` it says the same number. Absent where no list asks for rows without a value',
    example: '/v1/requirements?status=open',
  })
  list?: string;
}

/** The figures of one list, among the rows that the reader reaches. */
export class SummarySectionBody {
  @ApiProperty({ description: 'The list, as in `/v1/{section}`', example: 'requirements' })
  section!: string;
  @ApiProperty()
  says!: string;
  @ApiProperty({ type: [String] })
  rules!: string[];
  @ApiProperty({ type: [SummaryCount], description: 'What no row says is not there' })
  counts!: SummaryCount[];
  @ApiProperty({ type: [RedactedField], description: 'Fields by which nothing is counted, as this reader may not see them' })
  redacted!: RedactedField[];
}

/** The figures of one region. */
export class SummaryRegion {
  @ApiProperty({ example: 'South East' })
  region!: string;
  @ApiProperty({ type: [SummarySectionBody], description: 'Of lists whose rows belong to areas' })
  sections!: SummarySectionBody[];
}

/** The figures that a dashboard shows first (P2, P4). */
export class SummaryAnswer {
  @ApiProperty({ format: 'date', description: 'London day by which it is judged what is overdue' })
  today!: string;
  @ApiProperty({ format: 'date', description: 'What is due up to here is due soon' })
  soon!: string;
  @ApiProperty({ required: false, description: 'Region to which all figures are narrowed; absent: everywhere' })
  region?: string;
  @ApiProperty({ type: [SummarySectionBody] })
  sections!: SummarySectionBody[];
  @ApiProperty({ type: [SummaryRegion], required: false, description: 'The same per region, where `perRegion=true` asks for it' })
  regions?: SummaryRegion[];
}
