import { features } from '@app/domain';
import {
  collectRoutes,
  correlationIdOf,
  KnownParameters,
  Metrics,
  noteReads,
  ProblemFilter,
  refuseUnreadable,
  takeJsonOnly,
  takeStreamed,
} from '@app/nest';
import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { CaseworkModule } from './casework.module';
import { registerGauges } from './gauges';
import { nestLogger } from './logging';
import { CSV, IMPORTS } from './api/imports/received-file';
import { withIntegers } from './api/openapi-integers';
import { withProblemTypes } from './api/openapi-problems';
import { isPublished } from './api/published-paths';
import type { Runtime } from './runtime';

/** The HTTP server over what a process has open; not listening yet. */
export async function makeServer(runtime: Runtime, logger: Logger): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: 1_048_576,
    frameworkErrors: (error: unknown, request: unknown, reply: unknown) =>
      problems.answer(error, request as FastifyRequest, reply as FastifyReply),
    clientErrorHandler: refuseUnreadable,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 400, ignoreTrailingSlash: true },
    trustProxy: false,
  });
  const app = await NestFactory.create<NestFastifyApplication>(CaseworkModule.over(runtime), adapter, {
    bodyParser: false,
    logger: nestLogger(logger),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  takeJsonOnly(fastify as never);
  takeStreamed(fastify as never, CSV, IMPORTS);
  const problems = new ProblemFilter(collectRoutes(fastify as never));
  app.useGlobalFilters(problems);
  app.useGlobalInterceptors(new KnownParameters());
  await app.register(helmet, {
    contentSecurityPolicy: { directives: { 'style-src': ["'self'", "'unsafe-inline'"], 'img-src': ["'self'", 'data:'] } },
  });
  logRequests(fastify as never, logger, app.get(Metrics));
  noteReads(fastify as never, runtime.readLog, isPublished);
  registerGauges(runtime);
  SwaggerModule.setup('docs', app, () => openApiOf(app), { jsonDocumentUrl: 'docs/openapi.json', customSiteTitle: 'Casework API' });
  await app.init();
  return app;
}

/** Parts of the API in the order in which people look for them: what is read, what is recorded, what is run. */
const TAGS: readonly (readonly [name: string, description: string])[] = [
  ['reading', 'Registers and journeys, as they are and as they were, with who, when and why'],
  ['dashboards', 'Views that are polled by position'],
  ['imports', 'Published files, taken through the ordinary commands'],
  ...[...new Set(features.map(({ stream }) => stream.collection))].map((name) => [name, 'What is recorded'] as const),
  ['operations', 'Whether it runs, and how to go on where it does not'],
];

/** The OpenAPI document, as it is in `docs/openapi.json`. */
export function openApiOf(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Casework')
    .setDescription(
      'Event-sourced case management for the improvement of SEND services. Every command names the rules that it holds; every error is problem+json with a stable code.',
    )
    .setVersion('1')
    .addBearerAuth();
  for (const [name, description] of TAGS) config.addTag(name, description);
  return withProblemTypes(withIntegers(SwaggerModule.createDocument(app, config.build()), features));
}

function logRequests(
  fastify: { addHook(name: 'onResponse', hook: (request: FastifyRequest, reply: FastifyReply, done: () => void) => void): void },
  logger: Logger,
  metrics: Metrics,
): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    const milliseconds = Math.round(reply.elapsedTime * 1_000) / 1_000;
    metrics.request(request.method, route, reply.statusCode, milliseconds / 1_000);
    logger.info(
      { correlationId: correlationIdOf(request), method: request.method, route, status: reply.statusCode, milliseconds },
      'request',
    );
    done();
  });
}
