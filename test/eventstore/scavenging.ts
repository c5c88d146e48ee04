import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { EventStoreDBClient, jsonEvent, type AllStreamRecordedEvent } from '@eventstore/db-client';

/** Writes an event to a stream that keeps its last one only; the function returned writes another and scavenges the first one away. */
export async function writeDoomed(url: string): Promise<() => Promise<void>> {
  const client = EventStoreDBClient.connectionString(url);
  const stream = `doomed-${randomUUID().slice(0, 8)}`;
  const write = (): Promise<unknown> => client.appendToStream(stream, jsonEvent({ type: 'SomethingElse', data: {} }));
  await client.setStreamMetadata(stream, { maxCount: 1 });
  await write();
  const [written] = await read(client);
  return async () => {
    await write();
    await fetch(`http://${/^esdb:\/\/([^?/]+)/.exec(url)![1]}/admin/scavenge`, { method: 'POST' });
    while ((await read(client, written!.position))[0]?.id === written!.id) await pause(100);
    await client.dispose();
  };
}

/** The event at a position, or the last one. */
async function read(client: EventStoreDBClient, fromPosition?: AllStreamRecordedEvent['position']): Promise<AllStreamRecordedEvent[]> {
  const events: AllStreamRecordedEvent[] = [];
  const from = fromPosition === undefined ? ({ direction: 'backwards', fromPosition: 'end' } as const) : { fromPosition };
  for await (const { event } of client.readAll({ ...from, maxCount: 1 })) events.push(event as AllStreamRecordedEvent);
  return events;
}
