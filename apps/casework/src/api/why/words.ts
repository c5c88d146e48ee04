import { londonDay } from '@app/calendar';

/** An event as it is read to be explained. */
export interface Told {
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: object;
  readonly says: string;
  readonly recordedAt: string;
  readonly effectiveOn: string;
  readonly who: string;
  readonly role: string;
}

/** A message about an event or a day, as the outbox has it. */
export interface Sent {
  /** Id of the event; of a reminder, the requirement and the day. */
  readonly telling: string;
  readonly recipient: string;
  readonly channel: 'email' | 'webhook' | 'mailbox';
  readonly state: 'queued' | 'delivered' | 'parked';
  readonly queuedAt: string;
  readonly deliveredAt?: string;
}

/** What was sent for one day on which whoever must act was to be reminded. */
export interface Reminded {
  /** London day. */
  readonly on: string;
  readonly sent: readonly Sent[];
}

/** Reminders by their day, the first one first. */
export function remindersOf(sent: readonly Sent[]): Reminded[] {
  const days = new Map<string, Sent[]>();
  for (const one of sent) {
    const on = one.telling.slice(one.telling.lastIndexOf('@') + 1);
    days.set(on, [...(days.get(on) ?? []), one]);
  }
  return [...days].sort(([one], [other]) => (one < other ? -1 : 1)).map(([on, messages]) => ({ on, sent: messages }));
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'Europe/London' });

/** `12 April 2024`. */
export const dayInWords = (of: string): string => day.format(new Date(`${of}T00:00:00.000Z`));

/** `13 April 2024 at 00:00:59`, London time. */
export const instantInWords = (at: string): string => `${dayInWords(londonDay(at))} at ${time.format(new Date(at))}`;

/** `one`, `one and two`, `one, two and three`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const ROLES: Readonly<Record<string, string>> = { system: 'the system' };

/** `the team leader (u-30)`; of the automation, `the system`. */
export function personInWords(role: string, person?: string): string {
  const known = ROLES[role] ?? `the ${role.replaceAll('-', ' ')}`;
  return person === undefined || role === 'system' ? known : `${known} (${person})`;
}

/** An ending that does not double a full stop. */
export const sentence = (words: string): string => (/[.!?”]$/.test(words) ? words : `${words}.`);

/** What became of the messages of a step: when they were delivered, and which were not. */
export function sentInWords(sent: readonly Sent[]): string {
  if (sent.length === 0) return '';
  const words = sent.map(({ recipient, channel, state, deliveredAt }) => {
    const to = `${recipient.slice(recipient.indexOf('/') + 1)} by ${channel}`;
    if (state === 'delivered') return `${to}${deliveredAt === undefined ? '' : ` on ${instantInWords(deliveredAt)}`}`;
    return state === 'queued' ? `${to}, not delivered yet` : `${to}, which could not be delivered`;
  });
  return ` Told: ${listed(words)}.`;
}
