import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { RecordedEvent } from '@app/event-store';
import { openLogToWrite } from '@app/event-store/embedded/log-file';
import { LogWriter } from '@app/event-store/embedded/log-writer';
import { playExample } from '../../apps/casework/src/example/player';
import { readScript } from '../../apps/casework/src/example/script';
import { startInstallation } from '../e2e/installation';

/** What tells the streams of one playing of the published cases from those of another. */
const OWN = /(?<![A-Za-z0-9])(?:931|851|887)(?![A-Za-z0-9])|CON_22889|project_5369|app_late/g;

/** Copies that go on side by side: with three local areas each about as many areas as England has. */
const SIDE_BY_SIDE = 50;
const APPENDED_TOGETHER = 2_000;

/** A text that holds names of its own: what stands between them, and the names. */
interface Template {
  readonly parts: readonly string[];
  readonly names: readonly string[];
}

interface TemplateEvent {
  readonly stream: Template;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: Template;
  readonly metadata: Template;
}

/**
 * A log as a whole country would make it: the published cases, played once through the commands, and the same events again for other
 * local areas, contracts and grants, as many playings side by side as there are areas. Hashes are those of the first playing.
 */
export class Country {
  /** How often the cases were repeated. */
  copies = 0;
  private written: number;

  private constructor(
    readonly folder: string,
    private readonly events: readonly TemplateEvent[],
  ) {
    this.written = events.length;
  }

  /** Plays the example into a data folder that a server can be started on. */
  static async found(): Promise<Country> {
    const installation = await startInstallation();
    const { commands, automation, runtime, folder } = installation;
    const { movable, kept, store, installation: own } = runtime;
    await playExample({ commands, automation, clock: movable!, kept, tell: () => undefined, script: readScript(own.id) });
    const events: RecordedEvent[] = [];
    for (
      let page = await store.readAll({ limit: 1_000 });
      page.length > 1;
      page = await store.readAll({ from: page.at(-1)!.position, limit: 1_000 })
    ) {
      events.push(...page.slice(events.length === 0 ? 0 : 1));
    }
    await installation.stop();
    return new Country(folder, events.map(templateOf));
  }

  get length(): number {
    return this.written;
  }

  /** What stands in a copy for a name of the cases. */
  named(name: string, copy: number): string {
    return renamed(name, copy);
  }

  /** Grows to at least so many events, whole playings at a time. */
  growTo(length: number): void {
    const log = openLogToWrite(join(this.folder, 'events.db'), 4_000);
    log.pragma('synchronous = OFF');
    const writer = new LogWriter(log);
    const repeated = this.events.filter(({ stream }) => stream.names.length > 0);
    while (this.written < length) {
      const more = Math.min(SIDE_BY_SIDE, Math.ceil((length - this.written) / repeated.length));
      for (let at = 0; at < repeated.length; at += APPENDED_TOGETHER / SIDE_BY_SIDE) {
        const some = repeated.slice(at, at + APPENDED_TOGETHER / SIDE_BY_SIDE);
        const requests = some.flatMap((event) => Array.from({ length: more }, (_none, copy) => requestOf(event, this.copies + copy)));
        const failed = writer.commit(requests).find(({ kind }) => kind !== 'appended');
        if (failed) throw new Error(`The log did not take its copy: ${JSON.stringify(failed)}`);
      }
      this.copies += more;
      this.written += more * repeated.length;
    }
    writer.checkpoint();
    log.close();
  }
}

function requestOf(
  { stream, revision, type, schemaVersion, data, metadata }: TemplateEvent,
  copy: number,
): Parameters<LogWriter['commit']>[0][number] {
  return [filled(stream, copy), revision - 1, [randomUUID(), type, schemaVersion, filled(data, copy), filled(metadata, copy)]];
}

const templateOf = ({ stream, revision, type, schemaVersion, data, metadata }: RecordedEvent): TemplateEvent => ({
  stream: template(stream),
  revision,
  type,
  schemaVersion,
  data: template(JSON.stringify(data)),
  metadata: template(JSON.stringify(metadata)),
});

const template = (text: string): Template => ({ parts: text.split(OWN), names: text.match(OWN) ?? [] });

/** Local areas keep names of digits, as many as there are of them. */
const renamed = (name: string, copy: number): string => (/^\d+$/.test(name) ? `${name}${copy + 1}` : `${name}_${copy + 1}`);

function filled({ parts, names }: Template, copy: number): string {
  let text = parts[0]!;
  for (const [index, name] of names.entries()) text += renamed(name, copy) + parts[index + 1]!;
  return text;
}
