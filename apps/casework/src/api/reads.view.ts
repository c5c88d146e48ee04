import { ApiProperty } from '@nestjs/swagger';

/** That somebody looked at records (P5). Ids are opaque; words of searches are not kept. */
export class ReadRow {
  /** Instant of the wall clock at which it was answered. */
  at!: string;
  /** Opaque id; `process:reads` for a gap. */
  who!: string;
  /** Role in which it was asked for; `reads-not-kept` for a gap: as many reads as `rows` says, before that moment, could not be kept. */
  role!: string;
  /** Whom they stand in for, as an opaque id. */
  onBehalfOf?: string;
  /** Path of the resource with its key, e.g. `/v1/contracts/CON_22889`; of a list, its path. */
  what!: string;
  @ApiProperty({
    required: false,
    type: Object,
    description: 'What was asked besides, by parameter; the words of `q` and places in a list are left out, their parameters are not',
  })
  question?: Readonly<Record<string, readonly string[]>>;
  /** As of which moment it was asked for: what was known then. */
  recordedAt?: string;
  /** As of which moment it was asked for: what was true then. */
  effectiveAt?: string;
  /** Records, entries or changes that were shown. */
  rows!: number;
  /** Fields of them that were withheld from this reader (P2). */
  redacted!: number;
}

/** A page of the log of reads, the newest first. */
export class ReadsAnswer {
  rows!: ReadRow[];
  /** Where the next page begins; absent on the last one. */
  nextCursor?: string;
}
