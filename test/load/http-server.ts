import 'reflect-metadata';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueLocalToken, openAuthenticator } from '@app/access';
import { feature } from '@app/event-sourcing';
import { openEmbeddedEventStore } from '@app/event-store';
import {
  ActorGuard,
  Authentication,
  commandControllers,
  commandHandlers,
  Commands,
  Decider,
  Metrics,
  Presenter,
  ProblemFilter,
  takeJsonOnly,
} from '@app/nest';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { benchCatalogue, benchFeature, benchStream, NoteDown, noteDown } from './bench-stream';
import { deciderOver } from './bus';

/** Two routes: a command on the embedded store, and the same class and guard with a handler that keeps nothing. */
async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'casework-bench-'));
  const decider = deciderOver(openEmbeddedEventStore(folder), 5_000);
  const inMemory = feature(class InMemory extends NoteDown {}, { ...benchStream, collection: 'in-memory' }, noteDown, {
    roles: benchFeature.roles,
    rules: benchFeature.rules,
    says: benchFeature.says,
  });
  Object.defineProperty(inMemory.command, 'name', { value: 'NoteDown' });
  const features = [benchFeature, inMemory];
  const forgetful: Pick<Decider, 'handle'> = {
    handle: (request) =>
      request.feature === inMemory ? Promise.resolve({ stream: `bench-${request.id}`, revision: 0, events: [] }) : decider.handle(request),
  };
  const authenticator = await openAuthenticator({ localIssuer: folder });
  const redaction = { mayRead: () => true, present: async (_shape: unknown, data: object) => ({ data: data as never, redacted: [] }) };
  @Module({
    imports: [CqrsModule.forRoot()],
    controllers: commandControllers(features),
    providers: [
      ...commandHandlers(features),
      Commands,
      Metrics,
      ActorGuard,
      { provide: Decider, useValue: forgetful },
      { provide: Authentication, useValue: authenticator },
      { provide: Presenter, useFactory: () => new Presenter(benchCatalogue, redaction) },
    ],
  })
  class BenchModule {}
  const adapter = new FastifyAdapter();
  const app = await NestFactory.create<NestFastifyApplication>(BenchModule, adapter, { bodyParser: false, logger: false });
  takeJsonOnly(adapter.getInstance() as never);
  app.useGlobalFilters(new ProblemFilter());
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  process.send!({ port, token: await issueLocalToken(folder, { role: 'case-lead' }) });
}

void main();
