import { openSqlite } from '@app/event-store';

interface Pending {
  row: [stream: string, revision: number, type: string, data: string];
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** What one would write by hand: a plain log, commits grouped, no metadata, no validation, no ids, no replays. The yardstick of the bench. */
export function openPlainLog(file: string) {
  const log = openSqlite(file);
  log.exec('CREATE TABLE IF NOT EXISTS log (position INTEGER PRIMARY KEY, stream TEXT, revision INTEGER, type TEXT, data TEXT)');
  log.exec('CREATE UNIQUE INDEX IF NOT EXISTS log_stream ON log (stream, revision)');
  const insert = log.prepare('INSERT INTO log (stream, revision, type, data) VALUES (?, ?, ?, ?)');
  const select = log.prepare('SELECT revision, type, data FROM log WHERE stream = ? ORDER BY revision');
  const page = log.prepare('SELECT position, type, data FROM log WHERE position > ? ORDER BY position LIMIT ?');
  let pending: Pending[] = [];

  function commit(): void {
    const batch = pending;
    pending = [];
    log.exec('BEGIN IMMEDIATE');
    const refused = new Map<Pending, unknown>();
    for (const one of batch) {
      try {
        insert.run(...one.row);
      } catch (error) {
        refused.set(one, error);
      }
    }
    log.exec('COMMIT');
    for (const one of batch) {
      if (refused.has(one)) one.reject(refused.get(one));
      else one.resolve();
    }
  }

  return {
    load: (stream: string) =>
      (select.all(stream) as { revision: number; type: string; data: string }[]).map((row) => ({
        ...row,
        data: JSON.parse(row.data) as unknown,
      })),
    replay: (after: number, limit: number) =>
      (page.all(after, limit) as { position: number; type: string; data: string }[]).map((row) => ({
        ...row,
        data: JSON.parse(row.data) as unknown,
      })),
    append: (stream: string, revision: number, type: string, data: unknown) =>
      new Promise<void>((resolve, reject) => {
        if (pending.length === 0) setImmediate(commit);
        pending.push({ row: [stream, revision, type, JSON.stringify(data)], resolve, reject });
      }),
    close: () => log.close(),
  };
}
