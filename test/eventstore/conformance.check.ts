import { randomUUID } from 'node:crypto';
import { describeEventStore } from '@app/event-store/conformance/event-store.conformance';
import { openEventStoreDb } from '@app/event-store/eventstoredb/event-store';
import type { EventStore } from '@app/event-store';
import { command, RealServer } from './real-server';
import { writeDoomed } from './scavenging';

const given = process.env['EVENTSTORE_URL'];
if (given === undefined && command === undefined)
  throw new Error('EVENTSTORE_URL names no server (esdb://127.0.0.1:2113?tls=false), and EVENTSTORE_COMMAND starts none');

const streamPrefix = `run${randomUUID().slice(0, 8)}-`;
let own: RealServer | undefined;
let url: string;
let store: EventStore;

beforeAll(async () => {
  if (given === undefined) own = await RealServer.start();
  url = given ?? own!.url;
}, 60_000);
afterAll(() => own?.stop());

describeEventStore('an EventStoreDB server', {
  open: async () => (store = openEventStoreDb(url, { streamPrefix })),
  reopen: async () => {
    await store.close();
    return (store = openEventStoreDb(url, { streamPrefix }));
  },
  close: () => store.close(),
  writeForeign: async () => {
    const others = openEventStoreDb(url, { streamPrefix: `others-${streamPrefix}` });
    await others.append(`somebody-${randomUUID().slice(0, 8)}`, 'no-stream', [
      { id: randomUUID(), type: 'SomethingElse', data: {}, metadata: {} },
    ]);
    await others.close();
  },
  // On a server of its own only: a scavenge is the operator's.
  ...(given === undefined && { writeDoomed: () => writeDoomed(url) }),
});
