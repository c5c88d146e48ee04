import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SettingsInvalid } from '../settings-invalid';
import { addressesOf, notificationSettingsFrom, recipientsOf } from './notification-settings';
import { DEFAULT_TEMPLATES, filled } from './templates';

const SECRET = Buffer.alloc(24, 1).toString('base64');
const AT = 'http://127.0.0.1:3000';
let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'casework-settings-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const from = (text: string, environment: NodeJS.ProcessEnv = {}) => {
  const file = join(folder, 'notifications.yaml');
  writeFileSync(file, text);
  return notificationSettingsFrom(file, environment, AT);
};
const email = 'email: { smtp: smtps://mail.example.org, from: Casework <casework@example.org> }';

describe('the settings of notifications (E7)', () => {
  it('are none at first: everything goes to the mailbox, with links to where the process listens', () => {
    const settings = notificationSettingsFrom(undefined, {}, AT);
    expect(settings).toEqual({
      link: AT,
      people: {},
      roles: {},
      templates: DEFAULT_TEMPLATES,
      retry: { firstSeconds: 5, longestSeconds: 900, answerWithinSeconds: 10 },
    });
    expect(recipientsOf(settings, { role: 'team-leader' })).toEqual([{ recipient: 'role/team-leader', channel: 'mailbox' }]);
    expect(recipientsOf(settings, { role: 'case-lead', person: 'u-7' })).toEqual([{ recipient: 'person/u-7', channel: 'mailbox' }]);
    expect(from('')).toEqual(settings);
  });

  it('name people before roles, and each way of theirs', () => {
    const hook = `{ url: https://hooks.example.org/in, secret: ${SECRET} }`;
    const settings = from(`${email}
people: { u-7: { email: seven@example.org, webhook: ${hook} } }
roles: { case-lead: { email: leads@example.org }, deputy-director: { webhook: ${hook} } }`);
    expect(recipientsOf(settings, { role: 'case-lead', person: 'u-7' })).toEqual([
      { recipient: 'person/u-7', channel: 'email' },
      { recipient: 'person/u-7', channel: 'webhook' },
    ]);
    expect(recipientsOf(settings, { role: 'case-lead', person: 'u-8' })).toEqual([{ recipient: 'role/case-lead', channel: 'email' }]);
    expect(recipientsOf(settings, { role: 'deputy-director' })).toEqual([{ recipient: 'role/deputy-director', channel: 'webhook' }]);
    expect(recipientsOf(settings, { role: 'team-leader', person: 'u-9' })).toEqual([{ recipient: 'person/u-9', channel: 'mailbox' }]);
    expect(addressesOf(settings, 'role/case-lead')).toEqual({ email: 'leads@example.org' });
    expect(addressesOf(settings, 'person/u-7').webhook).toEqual({ url: 'https://hooks.example.org/in', secret: Buffer.alloc(24, 1) });
    expect(addressesOf(settings, 'person/u-8')).toEqual({});
  });

  it('take secrets from the environment, in JSON as in YAML, and the words of a message', () => {
    const settings = from(
      JSON.stringify({
        link: 'https://casework.example.org/',
        email: { smtp: 'env:SMTP', from: 'casework@example.org' },
        roles: { auditor: { webhook: { url: 'http://localhost/in', secret: 'env:HOOK' } } },
        templates: { reminder: { subject: 'Soon: {because}' } },
        retry: { firstSeconds: 0.5 },
      }),
      { SMTP: 'smtp://user:word@mail.example.org:587', HOOK: `whsec_${SECRET}` },
    );
    expect(settings).toMatchObject({
      link: 'https://casework.example.org',
      mail: { smtp: 'smtp://user:word@mail.example.org:587', from: 'casework@example.org' },
      roles: { auditor: { webhook: { secret: Buffer.alloc(24, 1) } } },
      templates: {
        escalation: DEFAULT_TEMPLATES.escalation,
        reminder: { subject: 'Soon: {because}', text: DEFAULT_TEMPLATES.reminder.text },
      },
      retry: { firstSeconds: 0.5, longestSeconds: 900 },
    });
  });

  it.each([
    ['no file', undefined, /cannot be read/],
    ['no YAML', 'a: [', /cannot be read/],
    ['no fields', '- a', /must hold fields/],
    ['a field that is not known', 'rolls: {}', /knows link, email, people, roles, templates, retry, not rolls/],
    ['an address that is none', `${email}\nroles: { case-lead: { email: nobody } }`, 'roles.case-lead.email must be an e-mail address.'],
    ['two lines in an address', `${email}\nroles: { case-lead: { email: "a@b\\nBcc: c@d" } }`, /roles.case-lead.email/],
    ['an address and no server', 'roles: { case-lead: { email: a@example.org } }', /case-lead has an e-mail address/],
    ['a server that is none', 'email: { smtp: mail.example.org, from: a@example.org }', /smtp:\/\/ or smtps:\/\//],
    ['no sender', 'email: { smtp: smtp://mail.example.org }', 'email.from is missing.'],
    ['a variable that is not set', 'email: { smtp: env:SMTP, from: a@example.org }', 'email.smtp is in SMTP, which is not set.'],
    ['a webhook to a file', `roles: { case-lead: { webhook: { url: file:///etc/passwd, secret: ${SECRET} } } }`, /must begin with https/],
    ['a short secret', 'roles: { case-lead: { webhook: { url: https://a.example.org, secret: c2hvcnQ= } } }', /24 to 64 bytes/],
    ['an impossible pause', 'retry: { firstSeconds: 0 }', /retry.firstSeconds must be a number of seconds/],
    ['an empty text', 'templates: { escalation: { subject: "" } }', 'templates.escalation.subject must be a text.'],
  ])('with %s are refused in a sentence', (_what, text, says) => {
    const reading = () => (text === undefined ? notificationSettingsFrom(join(folder, 'missing'), {}, AT) : from(text));
    expect(reading).toThrow(SettingsInvalid);
    expect(reading).toThrow(says);
  });
});

describe('the words of a message (E7)', () => {
  it('leave out a line whose places are all empty, and what they do not know stays as it is written', () => {
    const template = { subject: '{references} {because}', text: '{because}.\n\nLegal basis: {legalBasis}\nSee {link}\n{unknown}' };
    expect(filled(template, { references: '', because: 'It is due', legalBasis: '', link: 'https://a' })).toEqual({
      subject: 'It is due',
      text: 'It is due.\n\nSee https://a\n{unknown}',
    });
  });

  it('do not fill a place that a value happens to hold', () =>
    expect(filled({ subject: '{because}', text: '{link}' }, { because: '{link}', link: 'l' })).toEqual({ subject: '{link}', text: 'l' }));
});
