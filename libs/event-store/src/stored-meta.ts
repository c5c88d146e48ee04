import type { EventMeta, EventMetadata } from '@app/event-sourcing';
import type { Position, RecordedEvent } from './port';

type Stored = Omit<RecordedEvent, 'position'> & { readonly position?: Position };

/** An event's provenance as a fold may see it, read from the stored metadata when it is asked for. */
export class StoredMeta implements EventMeta {
  constructor(private readonly stored: Stored) {}

  private get metadata(): EventMetadata {
    return this.stored.metadata as unknown as EventMetadata;
  }
  get stream(): string {
    return this.stored.stream;
  }
  get category(): string {
    return this.stored.stream.slice(0, this.stored.stream.indexOf('-'));
  }
  get streamId(): string {
    return this.stored.stream.slice(this.stored.stream.indexOf('-') + 1);
  }
  get revision(): number {
    return this.stored.revision;
  }
  get eventId(): string {
    return this.stored.id;
  }
  get position(): string | undefined {
    return this.stored.position;
  }
  get who(): string {
    return this.metadata.who;
  }
  get role(): string {
    return this.metadata.role;
  }
  get onBehalfOf(): string | undefined {
    return this.metadata.onBehalfOf;
  }
  get recordedAt(): string {
    return this.metadata.recordedAt;
  }
  get effectiveOn(): string {
    return this.metadata.effectiveOn;
  }
  get commandId(): string {
    return this.metadata.commandId;
  }
  get correlationId(): string {
    return this.metadata.$correlationId;
  }
  get causationId(): string {
    return this.metadata.$causationId;
  }
}
