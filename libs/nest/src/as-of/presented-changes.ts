import type { Actor, EventMetadata } from '@app/event-sourcing';
import type { JsonObject, JsonValue, RecordedEvent } from '@app/event-store';
import type { RedactedField } from '../http/command-answer.view';
import type { Presenter } from '../http/presenter';
import type { Change, ChangingEvent } from './comparison.view';
import type { Difference, Place } from './differences';

/** A row as its reader may see it. */
export interface Presented {
  readonly data: JsonObject;
  readonly redacted: readonly RedactedField[];
}

/** What differs, as its reader may see it now: what is withheld of it is said. */
export const presentedChanges = (
  differences: readonly (Difference & { readonly events: readonly number[] })[],
  was: Presented | undefined,
  is: Presented | undefined,
): Change[] =>
  differences.flatMap(({ path, before, after, events }): Change[] => {
    const redacted = [...redactedAt(was, before), ...redactedAt(is, after)];
    const [one, other] = [valueAt(was, before), valueAt(is, after)];
    // What is sealed anew is other bytes, and may be the same words.
    if (redacted.length === 0 && JSON.stringify(one) === JSON.stringify(other)) return [];
    return [
      {
        path,
        ...(one !== undefined && { before: one }),
        ...(other !== undefined && { after: other }),
        redacted: redacted.filter(({ field }, index) => redacted.findIndex((another) => another.field === field) === index),
        events: [...events],
      },
    ];
  });

/** An event that changed something, as its reader may see it. */
export async function changingEvent(presenter: Presenter, event: RecordedEvent, reader: Actor): Promise<ChangingEvent> {
  const { stream, revision, type, says, data } = await presenter.event(event, event.stream, reader);
  const { who, role, onBehalfOf, recordedAt, effectiveOn } = event.metadata as unknown as EventMetadata;
  const { reason } = data as { reason?: string | null };
  return {
    type,
    says,
    link: `/v1/events/${stream}/${revision}`,
    who,
    role,
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    recordedAt,
    effectiveOn,
    ...(reason !== undefined && { reason }),
  };
}

function valueAt(row: Presented | undefined, place: Place | undefined): JsonValue | undefined {
  if (!row || !place) return undefined;
  return place.reduce<JsonValue | undefined>((value, name) => (value as Record<string | number, JsonValue> | undefined)?.[name], row.data);
}

/** What is withheld there, by its path from there on; the place itself has none. */
function redactedAt(row: Presented | undefined, place: Place | undefined): RedactedField[] {
  if (!row || !place) return [];
  const at = place.join('.');
  return row.redacted
    .filter(({ field }) => field === at || field.startsWith(`${at}.`))
    .map(({ field, ...why }) => ({ field: field.slice(at.length + 1), ...why }));
}
