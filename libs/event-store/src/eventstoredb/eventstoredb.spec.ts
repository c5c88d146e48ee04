import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { ProtocolDouble, startProtocolDouble } from '../../../../test/protocol-double/protocol-double';
import { describeEventStore } from '../conformance/event-store.conformance';
import { EventStore } from '../port';
import { openEventStoreDb } from './event-store';

let double: ProtocolDouble;
let store: EventStore;

describeEventStore('the EventStoreDB adapter, on the protocol double,', {
  open: async () => {
    double = await startProtocolDouble();
    return (store = openEventStoreDb(double.url));
  },
  reopen: async () => {
    await store.close();
    await double.restart();
    return (store = openEventStoreDb(double.url));
  },
  close: async () => {
    await store.close();
    await double.stop();
  },
  vanish: () => double.kill(),
  comeBack: () => double.restart(),
  writeForeign: async () => {
    double.writeSystemEvents();
    const others = openEventStoreDb(double.url, { streamPrefix: 'others-' });
    await others.append(`somebody-${randomUUID().slice(0, 8)}`, 'no-stream', [
      { id: randomUUID(), type: 'SomethingElse', data: {}, metadata: {} },
    ]);
    await others.close();
  },
  writeDoomed: async () => {
    const others = openEventStoreDb(double.url, { streamPrefix: 'others-' });
    const stream = `doomed-${randomUUID().slice(0, 8)}`;
    await others.append(stream, 'no-stream', [{ id: randomUUID(), type: 'SomethingElse', data: {}, metadata: {} }]);
    await others.close();
    return async () => double.scavenge(`others-${stream}`);
  },
  deleteStream: async (stream) => {
    const client = EventStoreDBClient.connectionString(double.url);
    await client.tombstoneStream(stream);
    await client.dispose();
  },
});
