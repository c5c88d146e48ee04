import { randomUUID } from 'node:crypto';
import { describeEventStore } from '@app/event-store/conformance/event-store.conformance';
import { openEventStoreDb } from '@app/event-store/eventstoredb/event-store';
import type { EventStore } from '@app/event-store';

const url = process.env['EVENTSTORE_URL'];
const streamPrefix = `run${randomUUID().slice(0, 8)}-`;
let store: EventStore;

if (url === undefined) throw new Error('EVENTSTORE_URL names no server: esdb://127.0.0.1:2113?tls=false');

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
});
