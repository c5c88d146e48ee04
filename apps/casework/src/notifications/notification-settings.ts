import { readFileSync } from 'node:fs';
import type { Telling } from '@app/automation/notifications/telling';
import type { MessageTo } from '@app/nest';
import { parse } from 'yaml';
import { SettingsInvalid } from '../settings-invalid';
import { DEFAULT_TEMPLATES, type Template, type Templates } from './templates';

export interface WebhookAddress {
  readonly url: string;
  /** Key of the signature, 24 to 64 bytes. */
  readonly secret: Buffer;
}

/** How one recipient is reached; by each way that is given. */
export interface Addresses {
  readonly email?: string;
  readonly webhook?: WebhookAddress;
}

/** Where mail goes out. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server asks for them. */
  readonly smtp: string;
  readonly from: string;
}

export interface RetrySettings {
  /** Before the second try; doubled from try to try up to the longest. */
  readonly firstSeconds: number;
  readonly longestSeconds: number;
  /** How long the other side may take to answer. */
  readonly answerWithinSeconds: number;
}

/** To whom notifications go, by which way, in which words (E7). Addresses are here and nowhere else. */
export interface NotificationSettings {
  /** Begins every link; no slash at its end. */
  readonly link: string;
  readonly mail?: MailSettings;
  readonly people: Readonly<Record<string, Addresses>>;
  readonly roles: Readonly<Record<string, Addresses>>;
  readonly templates: Templates;
  readonly retry: RetrySettings;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the file that `CASEWORK_NOTIFICATIONS` names, YAML or JSON; without one everything goes to the mailbox. A value `env:NAME` stands in the
 * environment.
 * @throws SettingsInvalid
 */
export function notificationSettingsFrom(file: string | undefined, environment: NodeJS.ProcessEnv, servedAt: string): NotificationSettings {
  let content: unknown = {};
  if (file !== undefined) {
    try {
      content = parse(readFileSync(file, 'utf8')) ?? {};
    } catch (error) {
      throw new SettingsInvalid(`The settings of notifications cannot be read: ${(error as Error).message}`);
    }
  }
  const reader = new Reader(environment);
  const top = reader.fields(content, '', ['link', 'email', 'people', 'roles', 'templates', 'retry']);
  const mail = top.email === undefined ? undefined : mailFrom(reader, top.email);
  const settings = {
    link: (reader.text(top.link, 'link') ?? servedAt).replace(/\/+$/, ''),
    ...(mail && { mail }),
    people: addressesFrom(reader, top.people, 'people'),
    roles: addressesFrom(reader, top.roles, 'roles'),
    templates: templatesFrom(reader, top.templates),
    retry: retryFrom(reader, top.retry),
  };
  const withEmail = [...Object.entries(settings.people), ...Object.entries(settings.roles)].find(([, { email }]) => email !== undefined);
  if (withEmail && !mail) throw new SettingsInvalid(`${withEmail[0]} has an e-mail address, but email says no server to send by.`);
  return settings;
}

/** To whom a telling goes: the person where they have an entry, else the role; without any, the mailbox of the role or person. */
export function recipientsOf({ people, roles }: NotificationSettings, { person, role }: Pick<Telling, 'person' | 'role'>): MessageTo[] {
  const own = person === undefined ? undefined : people[person];
  const recipient = own || (person !== undefined && !roles[role]) ? `person/${person}` : `role/${role}`;
  const { email, webhook } = own ?? roles[role] ?? {};
  const ways: MessageTo[] = [
    ...(email === undefined ? [] : [{ recipient, channel: 'email' as const }]),
    ...(webhook === undefined ? [] : [{ recipient, channel: 'webhook' as const }]),
  ];
  return ways.length > 0 ? ways : [{ recipient, channel: 'mailbox' }];
}

/** Where a recipient is reached by now. */
export function addressesOf({ people, roles }: NotificationSettings, recipient: string): Addresses {
  const [kind, id = ''] = recipient.split('/');
  return (kind === 'person' ? people[id] : roles[id]) ?? {};
}

function mailFrom(reader: Reader, value: unknown): MailSettings {
  const { smtp, from } = reader.fields(value, 'email', ['smtp', 'from']);
  const url = reader.required(smtp, 'email.smtp');
  if (!/^smtps?:\/\//.test(url)) throw new SettingsInvalid('email.smtp must begin with smtp:// or smtps://.');
  return { smtp: url, from: reader.sender(reader.required(from, 'email.from'), 'email.from') };
}

function addressesFrom(reader: Reader, value: unknown, name: string): Readonly<Record<string, Addresses>> {
  return Object.fromEntries(
    Object.entries(reader.fields(value ?? {}, name)).map(([id, entry]) => {
      const at = `${name}.${id}`;
      const { email, webhook } = reader.fields(entry, at, ['email', 'webhook']);
      const address = reader.text(email, `${at}.email`);
      return [
        id,
        {
          ...(address !== undefined && { email: reader.address(address, `${at}.email`) }),
          ...(webhook !== undefined && { webhook: webhookFrom(reader, webhook, `${at}.webhook`) }),
        },
      ];
    }),
  );
}

function webhookFrom(reader: Reader, value: unknown, at: string): WebhookAddress {
  const { url, secret } = reader.fields(value, at, ['url', 'secret']);
  const where = reader.required(url, `${at}.url`);
  if (!URL.canParse(where) || !/^https?:$/.test(new URL(where).protocol)) {
    throw new SettingsInvalid(`${at}.url must begin with https:// or http://.`);
  }
  const key = Buffer.from(reader.required(secret, `${at}.secret`).replace(/^whsec_/, ''), 'base64');
  if (key.length < 24 || key.length > 64) throw new SettingsInvalid(`${at}.secret must be 24 to 64 bytes in base64.`);
  return { url: where, secret: key };
}

function templatesFrom(reader: Reader, value: unknown): Templates {
  const { escalation, reminder } = reader.fields(value ?? {}, 'templates', ['escalation', 'reminder']);
  const one = (given: unknown, fallback: Template, at: string): Template => {
    const { subject, text } = reader.fields(given ?? {}, at, ['subject', 'text']);
    return { subject: reader.text(subject, `${at}.subject`) ?? fallback.subject, text: reader.text(text, `${at}.text`) ?? fallback.text };
  };
  return {
    escalation: one(escalation, DEFAULT_TEMPLATES.escalation, 'templates.escalation'),
    reminder: one(reminder, DEFAULT_TEMPLATES.reminder, 'templates.reminder'),
  };
}

function retryFrom(reader: Reader, value: unknown): RetrySettings {
  const names = ['firstSeconds', 'longestSeconds', 'answerWithinSeconds'];
  const { firstSeconds, longestSeconds, answerWithinSeconds } = reader.fields(value ?? {}, 'retry', names);
  return {
    firstSeconds: reader.seconds(firstSeconds, 'retry.firstSeconds') ?? 5,
    longestSeconds: reader.seconds(longestSeconds, 'retry.longestSeconds') ?? 900,
    answerWithinSeconds: reader.seconds(answerWithinSeconds, 'retry.answerWithinSeconds') ?? 10,
  };
}

/** Reads values of the file and says of what it cannot use where it stands. */
class Reader {
  constructor(private readonly environment: NodeJS.ProcessEnv) {}

  fields(value: unknown, at: string, known?: readonly string[]): Fields {
    const where = at === '' ? 'The settings of notifications' : at;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SettingsInvalid(`${where} must hold fields.`);
    const unknown = known && Object.keys(value).find((name) => !known.includes(name));
    if (unknown !== undefined) throw new SettingsInvalid(`${where} knows ${known!.join(', ')}, not ${unknown}.`);
    return value as Fields;
  }

  text(value: unknown, at: string): string | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== 'string' || value.trim() === '') throw new SettingsInvalid(`${at} must be a text.`);
    const name = /^env:([A-Z][A-Z0-9_]*)$/.exec(value)?.[1];
    if (name === undefined) return value;
    const found = this.environment[name]?.trim();
    if (!found) throw new SettingsInvalid(`${at} is in ${name}, which is not set.`);
    return found;
  }

  required(value: unknown, at: string): string {
    const text = this.text(value, at);
    if (text === undefined) throw new SettingsInvalid(`${at} is missing.`);
    return text;
  }

  /** An address, which a name may stand before. */
  sender(text: string, at: string): string {
    const named = /^[^\r\n<>]*<([^<>]*)>$/.exec(text)?.[1];
    this.address(named ?? text, at);
    return text;
  }

  address(text: string, at: string): string {
    if (!/^[^\s@<>",;]+@[^\s@<>",;]+$/.test(text)) throw new SettingsInvalid(`${at} must be an e-mail address.`);
    return text;
  }

  seconds(value: unknown, at: string): number | undefined {
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || !(value > 0) || value > 86_400) {
      throw new SettingsInvalid(`${at} must be a number of seconds, at most 86400.`);
    }
    return value;
  }
}
