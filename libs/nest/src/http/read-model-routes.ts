import { Readable } from 'node:stream';
import type { ReadModel } from '@app/event-sourcing';
import { Controller, Get, Param, Query, Req, Res, StreamableFile, UseGuards, type Type } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AsOf, notFoundAt } from '../as-of/as-of';
import { dayOfMoment } from '../as-of/moment';
import { PastLists } from '../as-of/past-lists';
import { countShown } from '../reads/noted-reads';
import { preferred } from './acceptance';
import { ActorGuard, actorOf, Roles } from './actor.guard';
import { Currency } from './currency';
import { ListReader } from './list-reader';
import { Problem } from './problem';
import { DocumentedList, DocumentedReading, DocumentedRow } from './read-model-documents';

/** Values of parameters as the API's readers know them, by the name of the column. */
export type FilterExamples = Readonly<Record<string, string>>;

/** `GET /v1/{path}` and `GET /v1/{path}/{key}` of every read model. */
export const readModelControllers = (models: readonly ReadModel[], examples: FilterExamples): Type[] =>
  models.map((model) => controllerOf(model, examples));

const JSON_TYPE = 'application/json';
const CSV_TYPE = 'text/csv';

/** @throws Problem `not-acceptable` */
function typeFor<T extends string>(request: FastifyRequest, reply: FastifyReply, offered: readonly T[]): T {
  void reply.header('vary', 'accept');
  const type = preferred(request.headers.accept, offered);
  if (type === undefined) throw new Problem(406, 'not-acceptable', `This comes as ${offered.join(' or ')}.`, { field: 'Accept' });
  return type;
}

function controllerOf(model: ReadModel, examples: FilterExamples): Type {
  const { projection, path, roles } = model;

  @DocumentedReading(model)
  @UseGuards(ActorGuard)
  @Roles(roles)
  @Controller(`v1/${path}`)
  class ReadModelController {
    constructor(
      private readonly lists: ListReader,
      private readonly currency: Currency,
      private readonly asOf: AsOf,
      private readonly past: PastLists,
    ) {}

    @Get()
    @DocumentedList(model, examples)
    async list(
      @Query() question: Record<string, unknown>,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<object> {
      const type = typeFor(request, reply, [JSON_TYPE, CSV_TYPE]);
      const { actor } = actorOf(request);
      const moment = this.past.momentOf(question);
      const read = moment ? this.asOf.index : projection;
      await this.currency.wait(read, request);
      if (type === JSON_TYPE) {
        const asked = moment ? this.past.page(model, question, moment, actor) : this.lists.page(model, question, actor);
        const { position, ...page } = await asked;
        this.currency.tell(reply, position, read);
        return { ...page, ...(moment && { asOf: moment }) };
      }
      const shown = countShown(request);
      const { position, text } = await (moment
        ? this.past.csv(model, question, moment, actor, shown)
        : this.lists.csv(model, question, actor, shown));
      this.currency.tell(reply, position, read);
      return new StreamableFile(Readable.from(text), {
        type: `${CSV_TYPE}; charset=utf-8; header=present`,
        disposition: `attachment; filename="${path}-${moment ? `as-of-${dayOfMoment(moment)}` : this.lists.today}.csv"`,
      });
    }

    @Get(':key')
    @DocumentedRow(model)
    async one(
      @Param('key') key: string,
      @Query() question: Record<string, unknown>,
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) reply: FastifyReply,
    ): Promise<object> {
      typeFor(request, reply, [JSON_TYPE]);
      const { actor } = actorOf(request);
      const moment = this.asOf.momentOf(question);
      const read = moment ? this.asOf.index : projection;
      await this.currency.wait(read, request);
      const nowhere = new Problem(404, 'not-found', `There is no ${path} entry ${key.slice(0, 200)}.`);
      if (moment && !(await this.lists.reaches(model, key, actor))) throw nowhere;
      const { row, position } = moment ? await this.asOf.row(model, key, moment) : await this.lists.row(model, key, actor);
      this.currency.tell(reply, position, read);
      if (!row) throw moment ? notFoundAt(path, key, moment) : nowhere;
      return { ...(await this.lists.presented(model, key, row, actor)), ...(moment && { asOf: moment }) };
    }
  }

  Object.defineProperty(ReadModelController, 'name', {
    value: `${path.replace(/(^|-)(\w)/g, (_all, _dash, letter: string) => letter.toUpperCase())}Controller`,
  });
  return ReadModelController;
}
