import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedEventStore, type EventStore } from '@app/event-store';
import { commandHandlers, Commands, Decider, Metrics, systemClock } from '@app/nest';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import canonicalize from 'canonicalize';
import { benchCatalogue, benchFeature, type NoteDown } from './bench-stream';

export interface Bus {
  send(stream: string, command: NoteDown): Promise<unknown>;
  close(): Promise<void>;
}

/** The decider of the system, with bodies digested and nothing to seal, as a command without classified fields has it. */
export const deciderOver = (store: EventStore, keptStates: number): Decider =>
  new Decider({
    store,
    catalogue: benchCatalogue,
    clock: systemClock,
    sealing: {
      seal: (_shape, data) => data,
      digest: (_shape, body) => createHash('sha256').update(canonicalize(body)!).digest('hex'),
    },
    build: 'bench',
    keptStates,
  });

/** Commands through the CommandBus, on a store of its own or one that is handed in. */
export async function busFor(keptStates: number, store?: EventStore): Promise<Bus> {
  const folder = mkdtempSync(join(tmpdir(), 'casework-bench-'));
  const used = store ?? openEmbeddedEventStore(folder);
  @Module({
    imports: [CqrsModule.forRoot()],
    providers: [...commandHandlers([benchFeature]), Commands, Metrics, { provide: Decider, useValue: deciderOver(used, keptStates) }],
  })
  class BenchModule {}
  const app = await NestFactory.createApplicationContext(BenchModule, { logger: false });
  const commands = app.get(Commands);
  const actor = { who: 'u-4711', role: 'case-lead' };
  return {
    send: (id, command) => commands.send({ feature: benchFeature, command, id, actor }),
    close: async () => {
      await app.close();
      if (!store) await used.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
