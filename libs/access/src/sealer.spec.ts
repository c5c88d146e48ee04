import { createHash, createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Confidential, FreeText, Nested, Personal, type Actor } from '@app/event-sourcing';
import type { JsonObject } from '@app/event-store';
import canonicalize from 'canonicalize';
import { openKeys } from './key-shelves';
import type { Keys } from './keys';
import { Sealer, streamKey, subjectKey, SubjectWasErased, type Envelope } from './sealer';

class Attendee {
  subject!: string;
  @Personal('subject', 'la-personnel') name!: string;
  @FreeText() remark?: string;
}
class Meeting {
  heldOn!: string;
  @FreeText() notes!: string;
  @FreeText() lines?: string[];
  @Confidential('management-information') sufficient?: boolean;
  @Nested(() => Attendee, { each: true }) attendees!: Attendee[];
  @Nested(() => Attendee) chair?: Attendee;
  @Confidential('unpublished-dsg') @Nested(() => Attendee) source?: Attendee;
}
class MeetingRow {
  @FreeText('free-text') words?: string;
  @Personal('subject', 'la-personnel') chair?: string;
  unmarked?: unknown;
}
class Open {
  what!: string;
}

const meeting = {
  heldOn: '2024-03-01',
  notes: 'Words of a meeting',
  lines: ['first', 'second'],
  sufficient: false,
  attendees: [
    { subject: 's_1', name: 'Name One', remark: 'late' },
    { subject: 's_2', name: 'Name Two' },
  ],
  chair: { subject: 's_1', name: 'Name One' },
  source: { subject: 's_3', name: 'Name Three' },
};
const stream = 'improvementCase-931~inspection';
const lead: Actor = { who: 'u-1', role: 'case-lead' };
const contact: Actor = { who: 'u-2', role: 'la-contact' };
const reader: Actor = { who: 'u-3', role: 'dashboard-reader' };

describe('sealing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'casework-sealer-'));
  let keys: Keys;
  let sealer: Sealer;
  beforeEach(async () => {
    keys = await openKeys({ sqlite: join(folder, `${randomBytes(6).toString('hex')}.db`), masterKey: randomBytes(32) });
    sealer = new Sealer(keys);
  });
  afterEach(() => keys.close());
  afterAll(() => rmSync(folder, { recursive: true }));

  const sealed = async (data: object = meeting): Promise<typeof meeting & JsonObject> =>
    (await sealer.seal(Meeting, data as JsonObject, stream)) as never;
  const envelope = (value: unknown): Envelope => value as Envelope;

  it('closes personal data and free words wherever they stand, and leaves the rest as it is (P2)', async () => {
    const stored = await sealed();
    expect(Object.keys(stored)).toEqual(Object.keys(meeting));
    expect(stored).toMatchObject({ heldOn: '2024-03-01', sufficient: false, attendees: [{ subject: 's_1' }, { subject: 's_2' }] });
    const literal = { $sealed: 1, alg: 'A256GCM', iv: expect.stringMatching(/^[A-Za-z0-9+/]{16}$/), ct: expect.any(String) };
    expect(stored.notes).toEqual({ ...literal, key: streamKey(stream) });
    expect(stored.lines).toEqual({ ...literal, key: streamKey(stream) });
    expect(stored.attendees.map(({ name }) => name)).toEqual([
      { ...literal, key: subjectKey('s_1') },
      { ...literal, key: subjectKey('s_2') },
    ]);
    expect(stored.attendees[0]!.remark).toEqual({ ...literal, key: streamKey(stream) });
    expect('remark' in stored.attendees[1]!).toBe(false);
    expect(stored.chair.name).toEqual({ ...literal, key: subjectKey('s_1') });
    expect(stored.source.name).toEqual({ ...literal, key: subjectKey('s_3') });
    expect(JSON.stringify(stored)).not.toMatch(/Name|Words|first|late/);
    expect(JSON.parse(JSON.stringify(stored))).toEqual(stored);
  });

  it('leaves what was given untouched, and hands back the same object where nothing is sealed', async () => {
    const given = structuredClone(meeting);
    await sealed(given);
    expect(given).toEqual(meeting);
    const open = { what: 'nothing closed' };
    expect(sealer.seal(Open, open, stream)).toBe(open);
  });

  it('is done at once when the keys are at hand, never twice alike', async () => {
    const first = await sealed();
    const again = sealer.seal(Meeting, meeting as unknown as JsonObject, stream) as typeof first;
    expect(again).not.toBeInstanceOf(Promise);
    expect(envelope(again.notes).iv).not.toBe(envelope(first.notes).iv);
    expect(envelope(again.notes).ct).not.toBe(envelope(first.notes).ct);
  });

  it('leaves optional fields out, and null as it is', async () => {
    const { lines: _lines, chair: _chair, source: _source, ...least } = meeting;
    expect(Object.keys(await sealed(least))).toEqual(Object.keys(least));
    expect(await sealed({ ...least, notes: null, lines: null, chair: null, attendees: [] })).toEqual({
      ...least,
      notes: null,
      lines: null,
      chair: null,
      attendees: [],
    });
  });

  it('refuses personal data that does not say whose it is', async () => {
    for (const subject of [undefined, null, '', 7]) {
      await expect(async () => sealed({ ...meeting, attendees: [{ subject, name: 'Name' }] })).rejects.toThrow('without its subject');
    }
  });

  describe('and opening', () => {
    it('gives everything back to whoever has the clearance', async () => {
      expect(await sealer.present(Meeting, await sealed(), lead)).toEqual({ data: meeting, redacted: [] });
    });

    it('gives the rest to others and says which fields are withheld, and why (P2)', async () => {
      const stored = await sealed();
      const forContact = await sealer.present(Meeting, stored, contact);
      expect(forContact.data).toEqual({
        ...meeting,
        attendees: [
          { subject: 's_1', name: null, remark: 'late' },
          { subject: 's_2', name: null },
        ],
        chair: { subject: 's_1', name: null },
        source: { subject: 's_3', name: null },
      });
      expect(forContact.redacted).toEqual(
        ['attendees.0.name', 'attendees.1.name', 'chair.name', 'source.name'].map((field) => ({ field, category: 'la-personnel' })),
      );
      const forReader = await sealer.present(Meeting, stored, reader);
      expect(forReader.data).toMatchObject({ heldOn: '2024-03-01', notes: null, lines: null, sufficient: null, source: null });
      expect(forReader.redacted.map(({ field }) => field)).toEqual([
        'notes',
        'lines',
        'sufficient',
        'attendees.0.name',
        'attendees.0.remark',
        'attendees.1.name',
        'chair.name',
        'source',
      ]);
      expect(JSON.stringify(forReader)).not.toMatch(/\$sealed|Name|Words/);
    });

    it('reads an envelope from any row that it was copied to', async () => {
      const stored = await sealed();
      const row = { words: stored.notes, subject: 's_9', chair: stored.chair.name };
      expect(await sealer.present(MeetingRow, row, lead)).toEqual({
        data: { words: meeting.notes, subject: 's_9', chair: 'Name One' },
        redacted: [],
      });
    });

    it('does not read one that was moved to another category, key, or was touched', async () => {
      const stored = await sealed();
      const notes = envelope(stored.notes);
      const turned = Buffer.from(notes.ct, 'base64');
      turned[0]! ^= 1;
      const cut = Buffer.from(notes.ct, 'base64').subarray(0, 12).toString('base64');
      const misplaced: [Envelope, string][] = [
        [envelope(stored.chair.name), 'words'],
        [notes, 'chair'],
        [{ ...notes, key: subjectKey('s_1') }, 'words'],
        [{ ...notes, ct: turned.toString('base64') }, 'words'],
        [{ ...notes, iv: randomBytes(12).toString('base64') }, 'words'],
        [{ ...notes, iv: '' }, 'words'],
        [{ ...notes, ct: cut }, 'words'],
        [{ ...notes, ct: '' }, 'words'],
      ];
      for (const [moved, field] of misplaced) {
        const { data, redacted } = await sealer.present(MeetingRow, { [field]: moved } as unknown as JsonObject, lead);
        expect(data).toEqual({ [field]: null });
        expect(redacted).toEqual([{ field, category: expect.any(String), unreadable: true }]);
      }
    });

    it('never shows an envelope where a view forgot to say what it holds', async () => {
      const stored = await sealed();
      const { data, redacted } = await sealer.present(MeetingRow, { unmarked: [{ deep: stored.chair.name }] }, lead);
      expect(data).toEqual({ unmarked: [{ deep: null }] });
      expect(redacted).toEqual([{ field: 'unmarked.0.deep', category: 'free-text', unreadable: true }]);
      expect((await sealer.present(MeetingRow, { unmarked: stored.notes }, lead)).data).toEqual({ unmarked: meeting.notes });
      expect((await sealer.present(MeetingRow, { unmarked: stored.notes }, reader)).data).toEqual({ unmarked: null });
    });

    it('says that data was erased once the key of its subject is destroyed, to those alone who could have read it (P3)', async () => {
      const stored = await sealed();
      await keys.destroy(subjectKey('s_1'));
      const { data, redacted } = await sealer.present(Meeting, stored, lead);
      expect(data).toMatchObject({
        notes: meeting.notes,
        attendees: [{ name: null, remark: 'late' }, { name: 'Name Two' }],
        chair: { name: null },
      });
      expect(redacted).toEqual([
        { field: 'attendees.0.name', category: 'la-personnel', erased: true },
        { field: 'chair.name', category: 'la-personnel', erased: true },
      ]);
      const other = await sealer.present(Meeting, stored, contact);
      expect(other.redacted).toContainEqual({ field: 'chair.name', category: 'la-personnel' });
      await expect(sealed()).rejects.toThrow(SubjectWasErased);
    });

    it('tells a key that was lost from one that was destroyed', async () => {
      const stored = await sealed();
      const others = await openKeys({ sqlite: join(folder, 'others.db'), masterKey: randomBytes(32) });
      await others.destroy(subjectKey('s_2'));
      const { redacted } = await new Sealer(others).present(Meeting, stored, lead);
      expect(redacted).toContainEqual({ field: 'attendees.0.name', category: 'la-personnel', unreadable: true });
      expect(redacted).toContainEqual({ field: 'attendees.1.name', category: 'la-personnel', erased: true });
      await others.close();
    });

    it('one envelope under a key that is damaged does not close the rest of the record', async () => {
      const stored = await sealed();
      const broken = new Sealer({
        key: async (id: string, options: { create: boolean }) => {
          if (id === subjectKey('s_2')) return randomBytes(32);
          return keys.key(id, options);
        },
      } as Keys);
      const { data, redacted } = await broken.present(Meeting, stored, lead);
      expect(data).toEqual({ ...meeting, attendees: [meeting.attendees[0], { subject: 's_2', name: null }] });
      expect(redacted).toEqual([{ field: 'attendees.1.name', category: 'la-personnel', unreadable: true }]);
    });
  });

  describe('the digest of a body', () => {
    it('is the SHA-256 of its RFC 8785 form where nothing in it is personal', async () => {
      const body = { what: 'é\u20ac', when: { b: 1, a: [1e21, 0.1] } };
      const expected = createHash('sha256').update('{"what":"é€","when":{"a":[1e+21,0.1],"b":1}}').digest('hex');
      expect(sealer.digest(Open, body)).toBe(expected);
      expect(sealer.digest(Open, { when: { a: [1e21, 0.1], b: 1 }, what: 'é€' })).toBe(expected);
    });

    it('is keyed by the subjects whose personal data it holds: a plain hash of a name is the name (P3)', async () => {
      const text = canonicalize(meeting)!;
      let expected = text;
      for (const subject of ['s_1', 's_2', 's_3']) {
        expected = createHmac('sha256', (await keys.key(subjectKey(subject), { create: true }))!)
          .update(expected)
          .digest('hex');
      }
      expect(await sealer.digest(Meeting, meeting)).toBe(expected);
      expect(await sealer.digest(Meeting, { ...meeting, heldOn: '2024-03-02' })).not.toBe(expected);
      expect(expected).not.toBe(createHash('sha256').update(text).digest('hex'));
    });

    it('cannot be made again once the subject is erased', async () => {
      await sealer.digest(Meeting, meeting);
      await keys.destroy(subjectKey('s_2'));
      await expect(sealer.digest(Meeting, meeting)).rejects.toThrow(SubjectWasErased);
    });
  });
});
