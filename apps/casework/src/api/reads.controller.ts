import { Readable } from 'node:stream';
import {
  ActorGuard,
  countShown,
  csvRecords,
  once,
  preferred,
  Problem,
  ProblemBody,
  ReadLog,
  Roles,
  valueFrom,
  wholeNumber,
  type KeptRead,
  type ReadPlace,
  type ReadsAsked,
  type Shown,
} from '@app/nest';
import { Controller, Get, Query, Req, Res, StreamableFile, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiExtraModels, ApiHeader, ApiOperation, ApiQuery, ApiResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ReadsAnswer, type ReadRow } from './reads.view';

const READERS = ['auditor', 'deputy-director'];
const PARAMETERS = ['who', 'role', 'what', 'from', 'to', 'limit', 'cursor'] as const;
const FIELDS = [
  'at',
  'who',
  'role',
  'onBehalfOf',
  'what',
  'question',
  'recordedAt',
  'effectiveAt',
  'rows',
  'redacted',
] as const satisfies readonly (keyof ReadRow)[];

/** Entries at a time where nobody says how many, at most, and of a CSV. */
const PAGE = 50;
const LONGEST_PAGE = 1_000;
const CSV_PAGE = 500;

type Question = Readonly<Record<string, unknown>>;

/** Who looked at what (P5). */
@ApiTags('reading')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(READERS)
@Controller('v1/reads')
export class ReadsController {
  constructor(private readonly log: ReadLog) {}

  @Get()
  @ApiOperation({
    operationId: 'list-reads',
    summary: 'Reads of records: who looked at what, when, as of which moment, how much was shown and withheld, the newest first',
    description: `Whatever is read through the API and not published to everyone stands here within a second, this list included. Rules P5, P6. Roles: ${READERS.join(', ')}.`,
  })
  @ApiExtraModels(ReadsAnswer)
  @ApiHeader({ name: 'Accept', required: false, description: '`application/json` (a page), or `text/csv` (everything that is chosen)' })
  @ApiQuery({ name: 'who', required: false, description: 'Reads by this person, an opaque id', example: 'u-case-lead' })
  @ApiQuery({ name: 'role', required: false, description: 'Reads in this role', example: 'adviser' })
  @ApiQuery({ name: 'what', required: false, description: 'Reads of this path or what lies below it', example: '/v1/contracts/CON_22889' })
  @ApiQuery({ name: 'from', required: false, description: 'At this instant of the wall clock or later; a day is taken whole, in London' })
  @ApiQuery({ name: 'to', required: false, description: 'At this instant of the wall clock or earlier; a day is taken whole, in London' })
  @ApiQuery({ name: 'limit', required: false, type: 'integer', description: `Entries at a time, 1 to 1,000, by default ${PAGE}` })
  @ApiQuery({ name: 'cursor', required: false, description: '`nextCursor` of the page before' })
  @ApiResponse({
    status: 200,
    content: {
      'application/json': { schema: { $ref: getSchemaPath(ReadsAnswer) } },
      'text/csv': { schema: { type: 'string', description: 'A header row, then an entry a line' } },
    },
  })
  @ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put' })
  @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
  @ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' })
  @ApiResponse({ status: 406, type: ProblemBody, description: 'It does not come as what Accept asks for' })
  async list(
    @Query() question: Question,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReadsAnswer | StreamableFile> {
    void reply.header('vary', 'accept');
    const type = preferred(request.headers.accept, ['application/json', 'text/csv']);
    if (type === undefined) throw new Problem(406, 'not-acceptable', 'This comes as application/json or text/csv.', { field: 'Accept' });
    const asked = askedFor(question);
    if (type === 'application/json') {
      const { reads, next } = await this.log.list(asked);
      return { rows: reads.map(rowFrom), ...(next && { nextCursor: `${next.at}.${next.id}` }) };
    }
    for (const name of ['limit', 'cursor']) {
      if (question[name] !== undefined)
        throw new Problem(400, 'query-invalid', `A CSV holds every entry: it takes no ${name}.`, { field: name });
    }
    return new StreamableFile(Readable.from(this.csv(asked, countShown(request))), {
      type: 'text/csv; charset=utf-8; header=present',
      disposition: 'attachment; filename="reads.csv"',
    });
  }

  private async *csv(asked: ReadsAsked, shown: Shown): AsyncGenerator<string> {
    yield csvRecords([FIELDS]);
    let before: ReadPlace | undefined;
    do {
      const { reads, next } = await this.log.list({ ...asked, limit: CSV_PAGE, ...(before && { before }) });
      shown.rows += reads.length;
      if (reads.length > 0) yield csvRecords(reads.map(rowFrom).map((row) => FIELDS.map((field) => cellFrom(row[field]))));
      before = next;
    } while (before);
  }
}

const cellFrom = (value: unknown): unknown => (typeof value === 'object' ? JSON.stringify(value) : value);

const rowFrom = ({ id: _id, at, ...read }: KeptRead): ReadRow => ({ at: new Date(at).toISOString(), ...read });

/** @throws Problem `query-invalid` */
function askedFor(question: Question): ReadsAsked {
  const other = Object.keys(question).find((name) => !(PARAMETERS as readonly string[]).includes(name));
  if (other !== undefined)
    throw new Problem(400, 'query-invalid', `There is no parameter ${other} here; there is ${PARAMETERS.join(', ')}.`, { field: other });
  const given = (name: (typeof PARAMETERS)[number]): string | undefined => once(name, question[name]);
  const [who, role] = [idFrom('who', given('who')), idFrom('role', given('role'))];
  const [what, cursor] = [pathFrom(given('what')), given('cursor')];
  const [from, to] = [momentFrom('from', given('from')), momentFrom('to', given('to'))];
  return {
    ...(who !== undefined && { who }),
    ...(role !== undefined && { role }),
    ...(what !== undefined && { what }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(cursor !== undefined && { before: placeFrom(cursor) }),
    limit: limitFrom(given('limit')),
  };
}

function idFrom(name: 'who' | 'role', text: string | undefined): string | undefined {
  if (text === undefined || /^[A-Za-z0-9_.:~@-]{1,120}$/.test(text)) return text;
  throw new Problem(400, 'query-invalid', `${name} must be ${name === 'who' ? 'an opaque id' : 'a role'}.`, { field: name });
}

function pathFrom(text: string | undefined): string | undefined {
  if (text === undefined || /^\/[\x20-\x7e]{1,400}$/.test(text)) return text?.replace(/\/+$/, '');
  throw new Problem(400, 'query-invalid', 'what must be a path such as /v1/contracts/CON_22889.', { field: 'what' });
}

const momentFrom = (name: 'from' | 'to', text: string | undefined): number | undefined =>
  text === undefined ? undefined : Date.parse(String(valueFrom({ name, column: 'at', type: 'instant', bound: name }, text)));

function placeFrom(cursor: string): ReadPlace {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{1,60})$/.exec(cursor) ?? [];
  if (at === undefined || id === undefined)
    throw new Problem(400, 'query-invalid', 'cursor must be the nextCursor of a page.', { field: 'cursor' });
  return { at: Number(at), id };
}

function limitFrom(text: string | undefined): number {
  const limit = text === undefined ? PAGE : wholeNumber('limit', text);
  if (limit < 1 || limit > LONGEST_PAGE) throw new Problem(400, 'query-invalid', `limit must be 1 to ${LONGEST_PAGE}.`, { field: 'limit' });
  return limit;
}
