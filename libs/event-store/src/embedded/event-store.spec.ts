import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeEventStore } from '../conformance/event-store.conformance';
import { EventStore } from '../port';
import { openEmbeddedEventStore } from './event-store';

const folder = mkdtempSync(join(tmpdir(), 'events-'));
let store: EventStore;

describeEventStore('the embedded event store', {
  open: async () => (store = openEmbeddedEventStore(folder)),
  reopen: async () => {
    await store.close();
    return (store = openEmbeddedEventStore(folder));
  },
  close: async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  },
});
