import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { StoreUnavailable } from '../port';
import { openLogToRead, openLogToWrite } from './log-file';
import { Answer, LogWriter, Request } from './log-writer';
import { openSqlite, Sqlite } from './sqlite';

describe('the log file', () => {
  let folder: string;
  let file: string;
  let log: Sqlite;
  let writer: LogWriter;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
    file = join(folder, 'events.db');
    log = openLogToWrite(file, 1_000);
    writer = new LogWriter(log);
  });
  afterEach(() => {
    log.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const request = (stream: string, after: number, text = ''): Request => [
    stream,
    after,
    [randomUUID(), 'CaseOpened', 1, JSON.stringify({ text }), '{}'],
  ];
  const stored = () => log.prepare('SELECT stream, revision FROM events ORDER BY position').raw().all();
  const kinds = (answers: Answer[]) => answers.map(({ kind }) => kind);

  it('takes requests together and judges each for itself, also by those before it', () => {
    const first = request('risk-1', -1);
    const answers = writer.commit([first, request('risk-1', 5), request('risk-1', 0), request('risk-2', 0), first, request('risk-2', -1)]);
    expect(answers).toEqual([
      { kind: 'appended', revision: 0, position: 1 },
      { kind: 'conflict', actual: 0 },
      { kind: 'appended', revision: 1, position: 2 },
      { kind: 'conflict', actual: -1 },
      { kind: 'appended', revision: 0, position: 1 },
      { kind: 'appended', revision: 0, position: 3 },
    ]);
    expect(stored()).toEqual([
      ['risk-1', 0],
      ['risk-1', 1],
      ['risk-2', 0],
    ]);
  });

  it('on a full disk stores nothing of what goes together, says so, and goes on when there is room', () => {
    expect(kinds(writer.commit([request('risk-1', -1)]))).toEqual(['appended']);
    const [[pages]] = log.prepare('PRAGMA page_count').raw().all() as [[number]];
    log.pragma(`max_page_count = ${pages + 4}`);
    const answers = writer.commit([request('risk-2', -1), request('risk-3', -1, 'x'.repeat(50_000))]);
    expect(answers).toEqual(answers.map(() => ({ kind: 'failed', certainlyNotStored: true, message: expect.stringMatching(/full/) })));
    expect(answers).toHaveLength(2);
    expect(stored()).toEqual([['risk-1', 0]]);
    log.pragma(`max_page_count = ${pages + 400}`);
    expect(kinds(writer.commit([request('risk-2', -1), request('risk-3', -1, 'x'.repeat(50_000))]))).toEqual(['appended', 'appended']);
  });

  it('while another holds it stores nothing, says so, and goes on afterwards', () => {
    log.pragma('busy_timeout = 1');
    const other = openSqlite(file);
    other.exec('BEGIN IMMEDIATE');
    expect(writer.commit([request('risk-1', -1)])).toEqual([
      { kind: 'failed', certainlyNotStored: true, message: expect.stringMatching(/locked/) },
    ]);
    other.exec('ROLLBACK');
    other.close();
    expect(kinds(writer.commit([request('risk-1', -1)]))).toEqual(['appended']);
  });

  it('is probed by a commit that leaves no event', () => {
    writer.commit([['', -1, []]]);
    expect(stored()).toEqual([]);
    log.pragma('query_only = ON');
    expect(kinds(writer.commit([['', -1, []]]))).toEqual(['failed']);
  });

  it('lets nobody delete or edit an event', () => {
    writer.commit([request('risk-1', -1)]);
    expect(() => log.exec('DELETE FROM events')).toThrow('events are never deleted');
    expect(() => log.exec("UPDATE events SET data = '{}'")).toThrow('events are never edited');
    expect(stored()).toHaveLength(1);
  });

  it('is not opened where it is no log, or a later build’s', () => {
    const other = join(folder, 'other.db');
    writeFileSync(other, 'this is no database, it is a text that is a little longer than a header would be');
    expect(() => openLogToWrite(other, 1_000)).toThrow(StoreUnavailable);
    expect(() => openLogToRead(join(folder, 'absent.db'))).toThrow('the event log has format 0, this build knows format 1');
    log.pragma('user_version = 2');
    expect(() => openLogToWrite(file, 1_000)).toThrow('the event log has format 2, this build knows format 1');
  });
});
