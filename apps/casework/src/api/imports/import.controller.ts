import { Readable } from 'node:stream';
import { londonDay } from '@app/calendar';
import { features } from '@app/domain';
import type { Actor } from '@app/event-sourcing';
import type { EventStore } from '@app/event-store';
import { ActorGuard, actorOf, Commands, correlationIdOf, Problem, ProblemBody, Roles, type DomainClock } from '@app/nest';
import {
  AREA_ALIASES,
  FILE_KINDS,
  layoutOf,
  LayoutUnknown,
  type FileKind,
  type ImportEvent,
  type Layout,
  type Publication,
} from '@app/published-data';
import { ReadStore } from '@app/read-store';
import { localAreaJourney } from '@app/reporting/local-area-journey/local-area-journey';
import { Controller, HttpCode, Inject, Param, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiConsumes, ApiOperation, ApiParam, ApiProduces, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { catalogue } from '../../runtime';
import { DOMAIN_CLOCK, EVENT_STORE } from '../tokens';
import { CSV, receiveFile, type ReceivedFile } from './received-file';
import { askedOf, type ImportQuery } from './import-query';
import { Recording, Rehearsal } from './ledger';
import { linesOf } from './rows';
import { headingsOf, ImportRun } from './run';

/** The grant and the case officers, who record such facts one by one as well (P4). */
const IMPORTERS = ['grant-manager', 'case-lead'];

/** Milliseconds that an import waits until every registered area can be read. */
const PATIENCE = 5_000;

/** Published files, through the ordinary commands (J1, J7, G12, G13). */
@ApiTags('imports')
@ApiBearerAuth()
@UseGuards(ActorGuard)
@Roles(IMPORTERS)
@Controller('v1/imports')
export class ImportController {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(DOMAIN_CLOCK) private readonly clock: DomainClock,
    private readonly readStore: ReadStore,
    private readonly commands: Commands,
  ) {}

  @Post(':kind')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'import-file',
    summary: 'Record what a published file says, row by row, or rehearse it',
    description: `Rules J1, J7, G12, G13, P1. Roles: ${IMPORTERS.join(', ')}. The answer is JSON lines: what is imported; for every row what was taken, skipped (why) or refused (column, reason); a count, or why it stopped. Repeating it records nothing twice.`,
  })
  @ApiParam({ name: 'kind', enum: FILE_KINDS })
  @ApiQuery({ name: 'dryRun', required: false, enum: ['true', 'false'], description: 'Say what would be recorded; record nothing' })
  @ApiQuery({ name: 'publishedOn', required: false, description: 'Day on which the file was published; by default the day of the import' })
  @ApiQuery({
    name: 'registerAreas',
    required: false,
    enum: ['true', 'false'],
    description: 'Register local areas that are not, where the file has both of their codes; by default their rows are refused',
  })
  @ApiConsumes(CSV)
  @ApiBody({ schema: { type: 'string', format: 'binary' }, description: 'The file as published, in UTF-8, at most 64 MiB' })
  @ApiProduces('application/x-ndjson')
  @ApiResponse({ status: 200, description: 'JSON lines', schema: { type: 'string' } })
  @ApiResponse({ status: 400, type: ProblemBody, description: 'A question that cannot be put, or a file that is no text' })
  @ApiResponse({ status: 401, type: ProblemBody, description: 'No valid token' })
  @ApiResponse({ status: 403, type: ProblemBody, description: 'The role may not do this' })
  @ApiResponse({ status: 413, type: ProblemBody, description: 'The file is larger than what is taken' })
  @ApiResponse({ status: 415, type: ProblemBody, description: 'Not text/csv' })
  @ApiResponse({ status: 422, type: ProblemBody, description: 'Headings that are not known' })
  @ApiResponse({ status: 503, type: ProblemBody, description: 'The registered areas cannot be read yet' })
  async import(
    @Param('kind') kind: string,
    @Query() query: ImportQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (!(FILE_KINDS as readonly string[]).includes(kind)) {
      throw new Problem(404, 'not-found', `Files are imported as ${FILE_KINDS.join(', ')}, not as ${kind.slice(0, 100)}.`);
    }
    const asked = askedOf(query, londonDay(this.clock.now()));
    const file = await receiveFile(request.body);
    try {
      const layout = await layoutIn(file, kind as FileKind);
      if (asked.registerAreas && !layout.codes) {
        throw new Problem(
          422,
          'layout-without-codes',
          `Local areas cannot be registered from ${layout.name}: it does not have both of their codes.`,
          {
            field: 'registerAreas',
          },
        );
      }
      const { sha256, bytes, path } = file;
      const publication: Publication = { layout, sha256, publishedOn: asked.publishedOn };
      const { actor } = actorOf(request);
      const ledger = this.ledger(actor, correlationIdOf(request), asked.rehearsal);
      const registered = await this.registered();
      const run = new ImportRun({ path, publication, ledger, registered, registerAreas: asked.registerAreas });
      const { rehearsal, publishedOn, publishedOnGiven } = asked;
      const announced = {
        kind,
        layout: layout.name,
        publisher: layout.publisher,
        dated: layout.dated,
        sha256,
        bytes,
        rehearsal,
        publishedOn,
        publishedOnGiven,
      };
      void reply
        .type('application/x-ndjson; charset=utf-8')
        .send(Readable.from(lines(file, { import: { ...announced, aliases: AREA_ALIASES.version } }, run.events())));
    } catch (error) {
      await file.throwAway();
      throw error;
    }
  }

  private ledger(actor: Actor, correlationId: string, rehearsal: boolean): Recording | Rehearsal {
    const options = { store: this.store, catalogue, features, actor };
    return rehearsal ? new Rehearsal(options, this.clock) : new Recording(options, this.commands, correlationId);
  }

  /** Every registered area, once the read model has them all. @throws Problem `read-behind` */
  private async registered(): Promise<readonly string[]> {
    const end = await this.store.end();
    if (end !== undefined && !(await this.readStore.waitFor(localAreaJourney.name, end, PATIENCE))) {
      throw new Problem(503, 'read-behind', 'Which local areas are registered cannot be read yet. Ask again in a few seconds.');
    }
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.readStore.find(localAreaJourney, { orderBy: 'name', limit: 1_000, ...(cursor !== undefined && { cursor }) });
      ids.push(...page.rows.map(({ key }) => key));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    return ids;
  }
}

async function layoutIn({ path }: ReceivedFile, kind: FileKind): Promise<Layout> {
  for await (const line of linesOf(path)) {
    try {
      return layoutOf(kind, headingsOf(line));
    } catch (error) {
      if (error instanceof LayoutUnknown) throw new Problem(422, 'layout-unknown', error.message);
      throw error;
    }
  }
  throw new Problem(400, 'file-empty', 'The file is empty.');
}

async function* lines(file: ReceivedFile, first: ImportEvent, events: AsyncIterable<ImportEvent>): AsyncGenerator<string> {
  try {
    yield `${JSON.stringify(first)}\n`;
    for await (const event of events) yield `${JSON.stringify(event)}\n`;
  } finally {
    await file.throwAway();
  }
}
