import type { Day, Instant } from '@app/calendar';
import type { EscalationLevel, EscalationNeed, EscalationRole } from '@app/domain/escalation/escalation.parts.command';

export type TellingKind = 'raised' | 'raised-to-next-level' | 'told-again' | 'reopened' | 'reminder';

/** What somebody is told, in open facts only, since it leaves the system (E7, P1). */
export interface Telling {
  /** Names it for ever: the id of the escalation's event; of a reminder, the requirement and the day. */
  readonly id: string;
  readonly kind: TellingKind;
  /** Stream to look at: `escalation-…`, or `requirement-…` for a reminder. */
  readonly about: string;
  /** Absent for a reminder. */
  readonly level?: EscalationLevel;
  /** Who is told: the role, and the person where one is assigned or covers. */
  readonly role: EscalationRole;
  readonly person?: string;
  /** How often the highest level has been told again, this time included. */
  readonly time?: number;
  /** Rule id that asks for what is owed. */
  readonly rule: string;
  /** What happened or is due, in a sentence of open facts. */
  readonly because: string;
  /** Stream that it concerns. */
  readonly what: string;
  /** Local areas that it concerns, by id. */
  readonly areas: readonly string[];
  readonly need?: EscalationNeed;
  /** London day of the cause; of a reminder, the due day. */
  readonly day: Day;
  /** When it came to be told: the recording of the event, or the moment for reminding. */
  readonly at: Instant;
}
