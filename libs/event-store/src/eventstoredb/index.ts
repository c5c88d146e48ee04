import type { EventStore } from '../port';

export async function openEventStoreDb(_url: string): Promise<EventStore> {
  throw new Error('not yet');
}
