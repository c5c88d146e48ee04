import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordedEvent } from '@app/event-store';
import { openLogToWrite } from '@app/event-store/embedded/log-file';
import { LogWriter } from '@app/event-store/embedded/log-writer';
import { startInstallation, type Installation } from '../e2e/installation';
import { Country } from './country';
import { medianOf, quantile, table } from './measuring';

/** What the log holds in all: an answer reads the streams of one case, however long the log is beside them. */
const EVENTS = 30_000;
/** Events of the largest case: half as much again as 1 M events over 150 local areas come to on average. */
const LARGEST = 10_000;
const ASKED = 20;

const AREA = '931';
const CONTRACT = 'CON_22889';
const LONG = new Set([`improvementCase-${AREA}~inspection`, `contract-${CONTRACT}`]);
const OWN_STREAMS = /^(requirement|escalation|risk)-/;
/** Happens again and again while a case goes on, each time under an id of its own. */
const AGAIN =
  /^(DeepDive|Stocktake|BoardMeeting|NextStep|FormalReview|Progress|Action(Added|Completed)|HealthAdviser|AdviceDay|Report|Narrative|Invoice|Meeting|Issue|Diagnostic|ManagementInformation)/;
const IDS = /"(deepDive|stocktake|meeting|step|review|action|contact|invoice|issue|request|diagnostic)":"([^"]+)"/g;

/** Goes on with Oxfordshire's case, over and over, until its history is the largest. */
async function lengthen(folder: string): Promise<number> {
  const installation = await startInstallation({ folder });
  const all = await installation.runtime.store.readAll({ limit: 2_000 });
  const revisions = new Map<string, number>();
  for (const stream of LONG) revisions.set(stream, (await installation.runtime.store.readStream(stream)).length);
  await installation.stop();
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

async function milliseconds(installation: Installation, path: string): Promise<number[]> {
  const taken: number[] = [];
  for (let turn = 0; turn < ASKED + 3; turn += 1) {
    const started = performance.now();
    const { status, text } = await installation.get(path, { role: 'auditor' });
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    if (turn >= 3) taken.push(performance.now() - started);
  }
  return taken;
}

/** One case as of a moment, and two moments of it compared, over HTTP on the embedded store. */
export async function asOfBench(): Promise<void> {
  const country = await Country.found();
  const largest = await lengthen(country.folder);
  country.growTo(EVENTS);
  const installation = await startInstallation({ folder: country.folder });
  while (!(await installation.runtime.foldRunner.caughtUp(600_000)));
  const area = `/v1/local-areas/${AREA}`;
  const questions: [string, string][] = [
    ['where the area stood', `${area}?recordedAt=2025-03-31`],
    ['where the area stood, by what was true', `${area}?effectiveAt=2024-06-30`],
    ['its journey', `${area}/journey?recordedAt=2025-03-31`],
    ['its contract', `/v1/contracts/${CONTRACT}?recordedAt=2025-03-31`],
    ['a month of the area compared', `${area}/compare?from=2024-05-31&to=2024-06-30`],
    ['a year of the area compared', `${area}/compare?from=2024-03-31&to=2025-03-31`],
    ['all of the area compared', `${area}/compare?from=2021-09-01&to=2025-03-31`],
  ];
  const rows: (string | number)[][] = [];
  for (const [what, path] of questions) {
    const taken = await milliseconds(installation, path);
    rows.push([what, medianOf(taken), quantile(taken, 0.99)]);
  }
  table(
    `Milliseconds for an answer as of a moment (a case of about ${largest} events in a log of ${EVENTS}, over HTTP)`,
    ['', 'median', 'p99'],
    rows,
  );
  await installation.stop();
  rmSync(country.folder, { recursive: true, force: true });
}
