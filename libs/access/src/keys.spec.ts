import { randomBytes } from 'node:crypto';
import { chmodSync, copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '@app/event-store';
import { openPostgresPool } from '@app/read-store';
import { openKeys } from './key-shelves';
import { Keys, KeysUnavailable, KeyUnreadable } from './keys';
import { masterKeyFrom, masterKeyIn, MasterKeyInvalid } from './master-key';
import { keepSecret, secretIn } from './secret-file';

const masterKey = randomBytes(32);
const create = { create: true };
const folder = mkdtempSync(join(tmpdir(), 'casework-keys-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Place {
  open(master?: Buffer): Promise<Keys>;
  /** The key as it rests. */
  wrapped(id: string): Promise<Buffer | null | undefined>;
  /** Every byte that is kept of the keys. */
  bytes(): Promise<Buffer>;
  damage(id: string): Promise<void>;
}

const inFile = (name: string): Place => {
  const path = join(folder, name);
  const withDatabase = <T>(work: (database: ReturnType<typeof openSqlite>) => T): T => {
    const database = openSqlite(path);
    try {
      return work(database);
    } finally {
      database.close();
    }
  };
  return {
    open: (master = masterKey) => openKeys({ sqlite: path, masterKey: master }),
    wrapped: async (id) => {
      const row = withDatabase((database) => database.prepare('SELECT wrapped FROM keys WHERE id = ?').get(id)) as {
        wrapped: Buffer | null;
      };
      return row?.wrapped && Buffer.from(row.wrapped);
    },
    bytes: async () =>
      Buffer.concat(
        readdirSync(folder)
          .filter((file) => file.startsWith(name))
          .map((file) => readFileSync(join(folder, file))),
      ),
    damage: async (id) => void withDatabase((database) => database.prepare('UPDATE keys SET wrapped = zeroblob(60) WHERE id = ?').run(id)),
  };
};

const postgres = process.env['CASEWORK_TEST_POSTGRES'];

/** A database of its own: what another spec's transaction can still see is not swept away in its database. */
const inSchema = async (): Promise<Place & { end(): Promise<void>; clear(): Promise<void> }> => {
  const server = openPostgresPool(postgres!, { max: 1 });
  const name = `keys_${process.pid}`;
  await server.query(`CREATE DATABASE ${name}`);
  const own = new URL(postgres!);
  own.pathname = `/${name}`;
  const pool = openPostgresPool(own.href, { max: 2 });
  return {
    open: (master = masterKey) => openKeys({ postgres: own.href, masterKey: master }),
    wrapped: async (id) => (await pool.query('SELECT wrapped FROM keys.keys WHERE id = $1', [id])).rows[0]?.wrapped,
    bytes: async () => {
      await pool.query('CHECKPOINT');
      const { rows } = await pool.query(
        `SELECT pg_read_binary_file(pg_relation_filepath('keys.keys')) AS rows, pg_read_binary_file(pg_relation_filepath('keys.keys_pkey')) AS index`,
      );
      return Buffer.concat([rows[0].rows, rows[0].index]);
    },
    damage: async (id) => void (await pool.query('UPDATE keys.keys SET wrapped = $2 WHERE id = $1', [id, Buffer.alloc(60)])),
    clear: async () => void (await pool.query('DROP SCHEMA IF EXISTS keys CASCADE')),
    end: async () => {
      await pool.end();
      await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.end();
    },
  };
};

function keyStore(place: () => Place): void {
  it('a key is made once and is the same for everybody who opens the store', async () => {
    const [first, second] = await Promise.all([place().open(), place().open()]);
    expect(await first.key('subject-a', { create: false })).toBeUndefined();
    const made = await first.key('subject-a', create);
    expect(made).toHaveLength(32);
    expect(first.atHand('subject-a')).toEqual(made);
    expect(second.atHand('subject-a')).toBeUndefined();
    expect(await second.key('subject-a', { create: false })).toEqual(made);
    expect(await second.key('subject-b', create)).not.toEqual(made);
    await Promise.all([first.close(), second.close()]);
  });

  it('two that race to open the store and to make one key get the same', async () => {
    for (let round = 0; round < 20; round += 1) {
      const openers = await Promise.all(Array.from({ length: 4 }, () => place().open()));
      const made = await Promise.all(openers.map((keys) => keys.key(`subject-race~${round}`, create)));
      for (const key of made) expect(key).toEqual(made[0]);
      await Promise.all(openers.map((keys) => keys.close()));
    }
  });

  it('rests wrapped: its own bytes are nowhere', async () => {
    const keys = await place().open();
    const key = (await keys.key('subject-wrapped', create))!;
    await keys.close();
    expect((await place().bytes()).includes(key)).toBe(false);
    expect((await place().wrapped('subject-wrapped'))!.includes(key)).toBe(false);
  });

  it('is not opened with another master key, and says so when the store is opened', async () => {
    const keys = await place().open();
    await keys.key('subject-a', create);
    await keys.close();
    await expect(place().open(randomBytes(32))).rejects.toThrow(KeyUnreadable);
  });

  it('a key that was damaged, or put under another id, does not open', async () => {
    const keys = await place().open();
    await keys.key('subject-damaged', create);
    await keys.close();
    await place().damage('subject-damaged');
    const again = await place().open();
    await expect(again.key('subject-damaged', create)).rejects.toMatchObject({ code: 'key-unreadable', status: 503 });
    await again.close();
  });

  it('once destroyed its id never gets another key, here, elsewhere, or after a restart (P3)', async () => {
    const [here, elsewhere] = await Promise.all([place().open(), place().open()]);
    await here.key('subject-gone', create);
    await elsewhere.key('subject-gone', create);
    await here.destroy('subject-gone');
    expect(here.atHand('subject-gone')).toBeUndefined();
    expect(await here.key('subject-gone', create)).toBeUndefined();
    elsewhere.forget('subject-gone');
    expect(await elsewhere.key('subject-gone', create)).toBeUndefined();
    await here.destroy('subject-gone');
    await here.destroy('subject-never-made');
    expect(await here.key('subject-never-made', create)).toBeUndefined();
    await Promise.all([here.close(), elsewhere.close()]);
    const later = await place().open();
    expect(await later.key('subject-gone', create)).toBeUndefined();
    expect(await later.key('subject-never-made', create)).toBeUndefined();
    expect(await place().wrapped('subject-gone')).toBeNull();
    await later.close();
  });

  it('after a destruction no byte of the key is left where keys are kept, while the others open as before (P3)', async () => {
    const keys = await place().open();
    const ids = Array.from({ length: 400 }, (_none, index) => `subject-of-many~${index}`);
    const made = new Map<string, { key: Buffer; wrapped: Buffer }>();
    for (const id of ids) made.set(id, { key: (await keys.key(id, create))!, wrapped: (await place().wrapped(id))! });
    const before = await place().bytes();
    expect(ids.every((id) => before.includes(made.get(id)!.wrapped))).toBe(true);
    const destroyed = ids.filter((_id, index) => index % 67 === 5 || index > ids.length - 4);
    for (const id of destroyed) {
      await keys.destroy(id);
      const { key, wrapped } = made.get(id)!;
      const bytes = await place().bytes();
      for (const secret of [wrapped, wrapped.subarray(12, 24), wrapped.subarray(32, 44), key]) expect(bytes.includes(secret)).toBe(false);
    }
    await keys.close();
    const again = await place().open();
    for (const id of ids) expect(await again.key(id, { create: false })).toEqual(destroyed.includes(id) ? undefined : made.get(id)!.key);
    await again.close();
  }, 30_000);

  it('belongs to one installation, also when two claim it at once', async () => {
    const [one, other] = await Promise.all([place().open(), place().open()]);
    const claims = await Promise.allSettled([one.claim('installation-1'), other.claim('installation-2')]);
    expect(claims.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = claims[0].status === 'fulfilled' ? 'installation-1' : 'installation-2';
    await other.claim(winner);
    await expect(one.claim('installation-3')).rejects.toThrow(`belong to the installation ${winner}`);
    await Promise.all([one.close(), other.close()]);
  });

  it('remembers up to where erasures were carried out', async () => {
    const keys = await place().open();
    expect(await keys.erasedUpTo()).toBeUndefined();
    await keys.noteErasedUpTo('00000000000000000007');
    await keys.noteErasedUpTo('00000000000000000009');
    await keys.close();
    const again = await place().open();
    expect(await again.erasedUpTo()).toBe('00000000000000000009');
    await again.close();
  });

  it('says that it does not answer when it is gone', async () => {
    const keys = await place().open();
    await keys.close();
    await expect(keys.key('subject-a', create)).rejects.toMatchObject({ code: 'keys-unavailable', status: 503 });
    await expect(keys.destroy('subject-a')).rejects.toThrow(KeysUnavailable);
  });
}

describe('keys in a file', () => {
  let file = 0;
  beforeEach(() => (file += 1));
  keyStore(() => inFile(`keys-${file}.db`));

  it('a key that a killed process left in the log is gone once the file is opened again (P3)', async () => {
    const place = inFile('killed.db');
    const path = join(folder, 'killed.db');
    const keys = await place.open();
    await keys.key('subject-killed', create);
    const wrapped = (await place.wrapped('subject-killed'))!;
    const database = openSqlite(path, { secureDelete: true });
    database.prepare(`INSERT INTO keys (id, wrapped) VALUES (?, ?)`).run('subject-later', wrapped);
    database.prepare(`UPDATE keys SET wrapped = NULL WHERE wrapped IS NOT NULL`).run();
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, join(folder, `restarted.db${suffix}`));
    database.close();
    await keys.close();
    const restarted = inFile('restarted.db');
    expect((await restarted.bytes()).includes(wrapped)).toBe(true);
    const again = await restarted.open();
    expect((await restarted.bytes()).includes(wrapped)).toBe(false);
    await again.close();
  });

  it('a destruction whose log cannot be emptied is not called done', async () => {
    const place = inFile('busy.db');
    const keys = await place.open();
    await keys.key('subject-busy', create);
    const reading = openSqlite(join(folder, 'busy.db'));
    reading.exec('BEGIN');
    reading.prepare('SELECT count(*) FROM keys').get();
    await expect(keys.destroy('subject-busy')).rejects.toThrow(KeysUnavailable);
    expect(await keys.key('subject-busy', create)).toBeUndefined();
    reading.exec('COMMIT');
    reading.close();
    await keys.destroy('subject-busy');
    await keys.close();
  }, 15_000);

  it('a file that is no key store is refused', async () => {
    writeFileSync(join(folder, 'letter.db'), 'Dear reader, this is no database at all. '.repeat(100));
    await expect(inFile('letter.db').open()).rejects.toThrow(KeysUnavailable);
  });
});

describe('keys in PostgreSQL', () => {
  if (!postgres) {
    it('PostgreSQL was not found on this machine: this half did not run', () => expect(postgres).toBeUndefined());
    return;
  }
  let place: Awaited<ReturnType<typeof inSchema>>;
  beforeAll(async () => (place = await inSchema()));
  beforeEach(() => place.clear());
  afterAll(async () => {
    await place.clear();
    await place.end();
  });
  keyStore(() => place);
});

describe('keys in memory', () => {
  it('a read that was under way while its key was destroyed does not bring it back (P3)', async () => {
    const kept = new Map<string, Buffer | null>();
    let answer: (() => void) | undefined;
    const slow = {
      read: async (id: string) => {
        const found = kept.get(id);
        await new Promise<void>((resolve) => (answer = resolve));
        return found;
      },
      add: async (id: string, wrapped: Buffer) => {
        kept.set(id, wrapped);
        return wrapped;
      },
      destroy: async (id: string) => void kept.set(id, null),
      note: async () => undefined,
      putNote: async () => undefined,
      noteOnce: async (_name: string, value: string) => value,
      close: async () => undefined,
    };
    const asking = async (keys: Keys, meanwhile: () => Promise<void>): Promise<Buffer | undefined> => {
      const asked = keys.key('subject-a', create);
      await meanwhile();
      answer!();
      return asked;
    };
    const made = await asking(new Keys(slow, masterKey), async () => undefined);
    expect(made).toHaveLength(32);
    const keys = new Keys(slow, masterKey);
    expect(await asking(keys, () => keys.destroy('subject-a'))).toBeUndefined();
    expect(keys.atHand('subject-a')).toBeUndefined();
  });
});

describe('the master key', () => {
  it('of a folder is made once, and is for its owner only', () => {
    const made = masterKeyIn(folder);
    expect(made).toHaveLength(32);
    expect(masterKeyIn(folder)).toEqual(made);
    expect(statSync(join(folder, 'master.key')).mode & 0o777).toBe(0o600);
    expect(masterKeyFrom(readFileSync(join(folder, 'master.key'), 'utf8'))).toEqual(made);
  });

  it.each([
    undefined,
    '',
    'short',
    'A'.repeat(43),
    `${'A'.repeat(43)}!`,
    Buffer.alloc(31).toString('base64'),
    Buffer.alloc(33).toString('base64'),
  ])('is not %s', (text) => expect(() => masterKeyFrom(text)).toThrow(MasterKeyInvalid));

  it('is 32 bytes in base64, blanks around it set aside', () => {
    const key = randomBytes(32);
    expect(masterKeyFrom(` ${key.toString('base64')}\n`)).toEqual(key);
  });
});

describe('a secret in a file', () => {
  it('stays the first one, and no draft remains', () => {
    const file = join(folder, 'secret');
    expect(secretIn(file)).toBeUndefined();
    expect(keepSecret(file, 'first')).toBe('first');
    expect(keepSecret(file, 'second')).toBe('first');
    expect(secretIn(file)).toBe('first');
    expect(readdirSync(folder).filter((name) => name.startsWith('secret'))).toEqual(['secret']);
  });

  it('that cannot be read is not taken for none', () => {
    expect(() => secretIn(folder)).toThrow('EISDIR');
    chmodSync(folder, 0o700);
  });
});
