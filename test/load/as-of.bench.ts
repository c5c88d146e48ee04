import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '@app/event-store';
import { openLogToWrite } from '@app/event-store/embedded/log-file';
import { LogWriter } from '@app/event-store/embedded/log-writer';
import { issueLocalToken } from '@app/access';
import { makeLogger } from '../../apps/casework/src/logging';
import { openRuntime, type Runtime } from '../../apps/casework/src/runtime';
import { makeServer } from '../../apps/casework/src/server';
import { settingsFrom } from '../../apps/casework/src/settings';
import { Country } from './country';
import { medianOf, quantile, table } from './measuring';

/** What the log holds in all: an answer reads the streams of one case, however long the log is beside them. */
const EVENTS = 20_000;
/** Events of the largest case: half as much again as 1 M events over 150 local areas come to on average. */
const LARGEST = 10_000;
const ASKED = 10;
const WARMING = 3;

const AREA = '931';
const CONTRACT = 'CON_22889';
const LONG = new Set([`improvementCase-${AREA}~inspection`, `contract-${CONTRACT}`]);
const OWN_STREAMS = /^(requirement|escalation|risk)-/;
/** Happens again and again while a case goes on, each time under an id of its own. */
const AGAIN =
  /^(DeepDive|Stocktake|BoardMeeting|NextStep|FormalReview|Progress|Action(Added|Completed)|HealthAdviser|AdviceDay|Report|Narrative|Invoice|Meeting|Issue|Diagnostic|ManagementInformation)/;
const IDS = /"(deepDive|stocktake|meeting|step|review|action|contact|invoice|issue|request|diagnostic)":"([^"]+)"/g;

const opened = (folder: string): Promise<Runtime> =>
  openRuntime(settingsFrom({ CASEWORK_DATA: folder, CASEWORK_REQUESTS_PER_MINUTE: '0' }, []));

/** Goes on with Oxfordshire's case, over and over, until its history is the largest. */
async function lengthen(folder: string): Promise<number> {
  const runtime = await opened(folder);
  const all = await runtime.store.readAll({ limit: 2_000 });
  const revisions = new Map<string, number>();
  for (const stream of LONG) revisions.set(stream, (await runtime.store.readStream(stream)).length);
  await runtime.close();
  const concerns = ({ stream, data }: RecordedEvent): boolean =>
    OWN_STREAMS.test(stream) && (stream.includes(AREA) || stream.includes(CONTRACT) || JSON.stringify(data).includes(`"${AREA}"`));
  const again = all.filter((event) => concerns(event) || (LONG.has(event.stream) && AGAIN.test(event.type)));
  const log = openLogToWrite(join(folder, 'events.db'), 4_000);
  log.pragma('synchronous = OFF');
  const writer = new LogWriter(log);
  let length = again.length;
  for (let copy = 1; length < LARGEST; copy += 1, length += again.length) {
    const requests = again.map(({ stream, revision, type, schemaVersion, data, metadata }): Parameters<LogWriter['commit']>[0][number] => {
      const own = LONG.has(stream) ? stream : `${stream}_again${copy}`;
      const expected = LONG.has(stream) ? revisions.get(stream)! : revision;
      if (LONG.has(stream)) revisions.set(stream, expected + 1);
      const told = JSON.stringify(data).replace(IDS, (_all, name: string, id: string) => `"${name}":"${id}_again${copy}"`);
      return [own, expected - 1, [randomUUID(), type, schemaVersion, told, JSON.stringify(metadata)]];
    });
    const failed = writer.commit(requests).find(({ kind }) => kind !== 'appended');
    if (failed) throw new Error(`The log did not take it: ${JSON.stringify(failed)}`);
  }
  writer.checkpoint();
  log.close();
  return length;
}

type Ask = (path: string) => Promise<Response>;

/** Every answer is asked for after the one before it has come. */
async function milliseconds(ask: Ask, path: string): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < ASKED + WARMING; turn += 1) {
    const started = performance.now();
    const answer = await ask(path);
    const text = await answer.text();
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`);
    if (turn >= WARMING) taken.push(performance.now() - started);
  }
  return taken;
}

/** What is asked of the case, in words and as it is put. */
const area = `/v1/local-areas/${AREA}`;
const questions: readonly [string, string][] = [
  ['where the area stood', `${area}?recordedAt=2025-03-31`],
  ['the same by what was true', `${area}?effectiveAt=2024-06-30`],
  ['its journey', `${area}/journey?recordedAt=2025-03-31`],
  ['its contract', `/v1/contracts/${CONTRACT}?recordedAt=2025-03-31`],
  ['a page of its duties', `/v1/requirements?areas=${AREA}&recordedAt=2025-03-31&count=true`],
  ['a page of its outcomes', `/v1/outcomes?area=${AREA}&recordedAt=2025-03-31&count=true`],
  ['a page of its timeline', `/v1/timeline?subjects=localArea-${AREA}&recordedAt=2025-03-31&count=true`],
  ['a month of the area compared', `${area}/compare?from=2024-05-31&to=2024-06-30`],
  ['a year of the area compared', `${area}/compare?from=2024-03-31&to=2025-03-31`],
];

/** The read models are folded, and no process acts on what was repeated. */
export async function askedOf(folder: string): Promise<(string | number)[][]> {
  const runtime = await opened(folder);
  await runtime.foldRunner.start();
  while (!(await runtime.foldRunner.caughtUp(600_000)));
  const app = await makeServer(runtime, makeLogger('silent'));
  await app.listen(0, '127.0.0.1');
  const token = await issueLocalToken(folder, { role: 'auditor' });
  const ask: Ask = async (path) => fetch(`${await app.getUrl()}${path}`, { headers: { authorization: `Bearer ${token}` } });
  const rows: (string | number)[][] = [];
  for (const [what, path] of questions) {
    const taken = await milliseconds(ask, path);
    rows.push([what, medianOf(taken), quantile(taken, 0.99)]);
  }
  await app.close();
  await runtime.foldRunner.stop();
  await runtime.close();
  return rows;
}

/** One case as of a moment, and two moments of it compared, over HTTP on the embedded store. */
export async function asOfBench(): Promise<void> {
  const country = await Country.found();
  const largest = await lengthen(country.folder);
  country.growTo(EVENTS);
  table(
    `Milliseconds for an answer as of a moment (a case of about ${largest} events in a log of ${EVENTS} besides, over HTTP)`,
    ['', 'median', 'p99'],
    await askedOf(country.folder),
  );
  rmSync(country.folder, { recursive: true, force: true });
}
