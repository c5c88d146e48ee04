import { ChainCheck, chained, digestIn, eventIdOf, GENESIS } from './envelope';
import type { JsonObject, Position, RecordedEvent } from './port';

const provenance = {
  v: 1 as const,
  who: 'u-1',
  role: 'case-lead',
  recordedAt: '2023-10-12T09:00:00.000Z',
  effectiveOn: '2023-10-12',
  commandId: '0b6d1f54-5d0e-5f5e-8d8f-2f9f5c2c1a11',
  bodyDigest: 'd',
  $correlationId: 'c',
  $causationId: 'c',
  schemaVersion: 1,
  build: 'spec',
};

function history(count: number): RecordedEvent[] {
  let prev = GENESIS;
  return Array.from({ length: count }, (_none, revision) => {
    const stream = 'contract-CON_22889';
    const { event, digest } = chained({ prev, stream, revision, type: 'Noted', data: { text: `note ${revision}` }, metadata: provenance });
    prev = digest;
    return { ...event, stream, revision, schemaVersion: 1, position: String(revision) as Position };
  });
}

const faults = (events: readonly RecordedEvent[]): string[] => {
  const chain = new ChainCheck();
  return events.flatMap((event) => {
    const fault = chain.follow(event);
    return fault ? [`${fault.revision}: ${fault.says}`] : [];
  });
};

describe('the hash chain of a stream (P6)', () => {
  it('is literally SHA-256 over the RFC 8785 form, from 64 zeros on, and the id is made from it', () => {
    const [first] = history(1);
    expect(first!.metadata.hash).toBe('sha256:bd78f599399987db5ee8f1e22e8b7960dd59b0e1691e8f9d494bc90326c96586');
    expect(first!.id).toBe(eventIdOf(digestIn(first!.metadata)));
    expect(first!.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
  it('holds for what was recorded, whatever order its keys come back in', () => {
    expect(faults(history(4))).toEqual([]);
    const turned = history(2).map((event) => ({
      ...event,
      metadata: Object.fromEntries(Object.entries(event.metadata).reverse()) as JsonObject,
    }));
    expect(faults(turned)).toEqual([]);
  });
  it('shows an edit of the data or of who did it', () => {
    const [first, second, third] = history(3) as [RecordedEvent, RecordedEvent, RecordedEvent];
    expect(faults([first, { ...second, data: { text: 'another' } }, third])).toEqual([
      '1: the event or the one before it is not what was recorded',
    ]);
    expect(faults([first, { ...second, metadata: { ...second.metadata, who: 'u-2' } }, third])).toHaveLength(1);
  });
  it('shows a swap, an insertion and a gap', () => {
    const [first, second, third] = history(3) as [RecordedEvent, RecordedEvent, RecordedEvent];
    expect(faults([first, { ...third, revision: 1 }, { ...second, revision: 2 }])).not.toEqual([]);
    expect(faults([first, first, second, third])).not.toEqual([]);
    expect(faults([first, third])).toEqual(['2: revision 1 was expected here']);
  });
  it('shows an id that is not of the bytes', () => {
    const [first] = history(1) as [RecordedEvent];
    expect(faults([{ ...first, id: '00000000-0000-8000-8000-000000000000' }])).toEqual(['0: the event does not have the id of its hash']);
  });
  it('does not show a cut tail', () => expect(faults(history(3).slice(0, 2))).toEqual([]));
});
