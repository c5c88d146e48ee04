import { FreeText } from '@app/event-sourcing';

/** One thing that happened, as it stands in the history of what it concerns (J9, P5). */
export class TimelineEntry {
  /** What it concerns: its stream, other streams, and local areas as `localArea-{id}`. */
  subjects!: string[];
  /** One sentence of open facts. */
  says!: string;
  /** Event type, e.g. `DeepDiveRecorded`. */
  type!: string;
  /** Stream and revision of the event: `GET /v1/events/{stream}/{revision}` opens it. */
  stream!: string;
  revision!: number;
  eventId!: string;
  /** Who recorded it, as an opaque id, and in which role; the automation is `process:{name}`. */
  who!: string;
  role!: string;
  /** On whose behalf, where it was recorded for somebody else. */
  onBehalfOf?: string;
  /** When it was recorded. */
  recordedAt!: string;
  /** London day from which it is true. */
  effectiveOn!: string;
  /** Why, where a reason was asked. */
  @FreeText() reason?: string;
  /** Why, where the reason is itself management information on the local area (P1). */
  @FreeText('management-information') managementReason?: string;
  /** Ids that say what caused it; `causationId` is the id of an event, or of the command where a person acted. */
  correlationId!: string;
  causationId!: string;
}
