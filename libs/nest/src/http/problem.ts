import { ApiProperty } from '@nestjs/swagger';

export interface ProblemDetail {
  /** Field of the body, parameter or header that is at fault. */
  field?: string;
  /** Rule id of the domain. */
  rule?: string;
  /** Every field at fault, where there are several. */
  errors?: readonly { field: string; says: string }[];
  /** Id under which the outcome can be asked for again. */
  commandId?: string;
  /** Seconds after which to ask again. */
  retryAfter?: number;
  headers?: Readonly<Record<string, string>>;
}

/** An answer that is not what was asked for, as RFC 9457 problem+json with a stable code. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    says: string,
    readonly detail: ProblemDetail = {},
  ) {
    super(says);
  }
}

/** The body of every error answer (RFC 9457). */
export class ProblemBody {
  @ApiProperty({ description: 'Stable address of this kind of problem', example: 'urn:casework:problem:case-already-open' })
  type!: string;
  @ApiProperty({ description: 'A sentence that a person understands' })
  title!: string;
  @ApiProperty({ description: 'HTTP status' })
  status!: number;
  @ApiProperty({ description: 'Stable code', example: 'case-already-open' })
  code!: string;
  @ApiProperty({ description: 'Rule of the domain that it comes from', required: false, example: 'J2' })
  rule?: string;
  @ApiProperty({ description: 'Field at fault', required: false })
  field?: string;
  @ApiProperty({ description: 'Every field at fault, where there are several', required: false, type: [Object] })
  errors?: { field: string; says: string }[];
  @ApiProperty({ description: 'Id under which the outcome can be asked for again', required: false })
  commandId?: string;
  @ApiProperty({ description: 'Correlation id of the request, also in the log' })
  instance!: string;
}

/** Characters of a text that is told back, which may be whatever the caller sent. */
const TOLD = 300;
const told = (text: string): string => (text.length > TOLD ? `${text.slice(0, TOLD)}…`.toWellFormed() : text);

export function problemBody({ status, code, message, detail }: Problem, correlationId: string): ProblemBody {
  const { rule, field, errors, commandId } = detail;
  return {
    type: `urn:casework:problem:${code}`,
    title: told(message),
    status,
    code,
    ...(rule !== undefined && { rule }),
    ...(field !== undefined && { field: told(field) }),
    ...(errors !== undefined && { errors: errors.map((error) => ({ field: told(error.field), says: told(error.says) })) }),
    ...(commandId !== undefined && { commandId }),
    instance: `urn:uuid:${correlationId}`,
  };
}
