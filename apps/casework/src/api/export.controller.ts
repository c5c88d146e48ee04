import { createHash } from 'node:crypto';
import { VCU } from '@app/domain/roles';
import type { Actor } from '@app/event-sourcing';
import { comparePositions, type EventStore, type Position } from '@app/event-store';
import { ActorGuard, actorOf, countShown, Currency, Presenter, Problem, ProblemBody, Roles, type DomainClock, type Shown } from '@app/nest';
import { ReadStore } from '@app/read-store';
import { readModels } from '@app/reporting';
import { timeline } from '@app/reporting/timeline/timeline';
import { Controller, Get, Inject, Param, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiHeader, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BUILD } from '../runtime';
import { JSON_LINES, sendLines } from './json-lines';
import { DOMAIN_CLOCK, EVENT_STORE, INSTALLATION } from './tokens';

const READERS = [...VCU, 'auditor'];
const SUBJECT = /^[a-z][A-Za-z]*-[A-Za-z0-9_.~]{1,120}$/;
const PAGE = 500;

/** A record as its reader may see it. */
interface Line {
  readonly key?: string;
  readonly data: object;
  readonly redacted: readonly object[];
}

interface Manifested {
  readonly path: string;
  readonly lines: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** A case as a bundle of files, for who reads cases; the administrator reads none (P4, P6). */
@ApiTags('reading')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(READERS)
@Controller('v1/exports')
export class ExportController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DOMAIN_CLOCK) private readonly clock: DomainClock,
    @Inject(INSTALLATION) private readonly installation: { id: string; mode: string },
    private readonly readStore: ReadStore,
    private readonly presenter: Presenter,
    private readonly currency: Currency,
  ) {}

  @Get(':subject')
  @ApiOperation({
    operationId: 'export',
    summary:
      'A case with everything that its history refers to: the events of its streams with metadata and hashes, and the rows of read models',
    description: `Rules P5, P6, P2. Roles: ${READERS.join(', ')}. JSON lines: \`{ file, line }\` for every line of every file, redacted for the reader, and last \`{ manifest }\` with the SHA-256 of each. A hash in an event's metadata is over the event as stored, its sealed fields sealed.`,
  })
  @ApiParam({
    name: 'subject',
    description: 'A stream, e.g. a case, a contract or a local area',
    example: 'improvementCase-931~inspection',
  })
  @ApiHeader({ name: 'Casework-Wait-For', required: false, description: 'Position of a write that the answer must hold' })
  @ApiProduces(JSON_LINES)
  @ApiResponse({ status: 200, description: 'JSON lines', schema: { type: 'string' } })
  @ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put' })
  @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
  @ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not read this' })
  @ApiResponse({ status: 404, type: ProblemBody, description: 'Nothing happened to such a stream' })
  async export(@Param('subject') subject: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { actor } = actorOf(request);
    await this.currency.wait(timeline, request);
    const { rows, position } = SUBJECT.test(subject)
      ? await this.readStore.find(timeline, { where: { subjects: { in: [subject] } }, orderBy: 'effectiveOn', limit: 1 })
      : { rows: [], position: undefined };
    if (rows.length === 0) throw new Problem(404, 'not-found', `Nothing has happened to ${subject.slice(0, 200)}.`);
    sendLines(reply, this.bundle(subject, actor, position, countShown(request)));
  }

  private async *bundle(subject: string, reader: Actor, upTo: Position | undefined, shown: Shown): AsyncGenerator<object> {
    const files: Manifested[] = [];
    const written = async function* (path: string, lines: AsyncIterable<Line>) {
      const hash = createHash('sha256');
      let [count, bytes] = [0, 0];
      for await (const line of lines) {
        const text = Buffer.from(`${JSON.stringify(line)}\n`);
        hash.update(text);
        count += 1;
        bytes += text.length;
        shown.rows += 1;
        shown.redacted += line.redacted.length;
        yield { file: path, line };
      }
      if (count > 0) files.push({ path, lines: count, bytes, sha256: hash.digest('hex') });
    };
    const streams = new Set<string>([subject]);
    yield* written('rows/timeline.jsonl', this.entries(subject, reader, streams));
    for (const stream of [...streams].sort()) yield* written(`events/${stream}.jsonl`, this.events(stream, reader, upTo));
    for (const { projection, roles } of readModels) {
      if (projection.rows === 'entry' || !roles.includes(reader.role)) continue;
      yield* written(`rows/${projection.name}.jsonl`, this.rows(projection, streams, reader));
    }
    const { who, role } = reader;
    const made = { subject, by: { who, role }, at: this.clock.now(), upTo, installation: this.installation, build: BUILD };
    yield { manifest: { ...made, files } };
  }

  /** The history of the subject; notes which streams it refers to. */
  private async *entries(subject: string, reader: Actor, streams: Set<string>): AsyncGenerator<Line> {
    let cursor: string | undefined;
    do {
      const question = { where: { subjects: { in: [subject] } }, orderBy: 'effectiveOn', limit: PAGE } as const;
      const page = await this.readStore.find(timeline, { ...question, ...(cursor !== undefined && { cursor }) });
      for (const { key, row } of page.rows) {
        streams.add(row.stream);
        yield { key, ...(await this.presenter.row(timeline.view, row, reader)) };
      }
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }

  private async *events(stream: string, reader: Actor, upTo: Position | undefined): AsyncGenerator<Line> {
    for (let from = 0; ; from += PAGE) {
      const page = await this.store.readStream(stream, { from, limit: PAGE });
      for (const event of page) {
        if (comparePositions(event.position, upTo) <= 0) yield await this.presenter.event(event, stream, reader);
      }
      if (page.length < PAGE) return;
    }
  }

  /** Rows that are kept under the name of a stream or under its id. */
  private async *rows(
    projection: (typeof readModels)[number]['projection'],
    streams: ReadonlySet<string>,
    reader: Actor,
  ): AsyncGenerator<Line> {
    const keys = [...streams].flatMap((stream) => [stream, stream.slice(stream.indexOf('-') + 1)]);
    let cursor: string | undefined;
    do {
      const page = await this.readStore.find(projection, { keys, limit: PAGE, ...(cursor !== undefined && { cursor }) });
      for (const { key, row } of page.rows) yield { key, ...(await this.presenter.row(projection.view, row as object, reader)) };
      cursor = page.nextCursor;
    } while (cursor !== undefined);
  }
}
