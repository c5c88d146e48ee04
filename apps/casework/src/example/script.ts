import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDay } from '@app/calendar';
import { features } from '@app/domain';
import type { Feature } from '@app/event-sourcing';
import { parse } from 'yaml';

/** One line of the script: on a day, somebody does something, because a source says so or as an illustration. */
export interface ScriptEntry {
  /** London day. */
  readonly on: string;
  /** London time, by default 09:00; entries of one day are in order. */
  readonly at: string;
  readonly do: Feature;
  /** Id of the stream. */
  readonly to: string;
  readonly as: string;
  readonly who: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** Where the fact is on public record; absent: illustrative. */
  readonly source?: string;
}

export interface Script {
  readonly entries: readonly ScriptEntry[];
  /** London day on whose morning the clock stands when the script has been played. */
  readonly ends: string;
}

interface Raw {
  readonly ends: string;
  readonly sources: Readonly<Record<string, string>>;
  readonly entries: readonly (Record<string, unknown> & {
    on: string;
    do: string;
    to: string;
    as: string;
    source?: string;
    illustrative?: boolean;
  })[];
}

/** The example as written. @throws Error naming the line that cannot be played */
export function readScript(file = join(__dirname, 'script.yaml')): Script {
  const { entries, sources, ends } = parse(readFileSync(file, 'utf8')) as Raw;
  const byName = new Map(features.map((feature) => [feature.command.name, feature]));
  return {
    ends,
    entries: entries.map((raw, index) => {
      const where = `Entry ${index + 1} (${raw.do} on ${raw.on})`;
      const feature = byName.get(raw.do);
      if (!feature) throw new Error(`${where} is no command`);
      if (!isDay(raw.on)) throw new Error(`${where} is on no day`);
      if ((raw.source === undefined) === (raw.illustrative !== true)) throw new Error(`${where} must have a source or be illustrative`);
      if (raw.source !== undefined && !(raw.source in sources)) throw new Error(`${where} names a source that is not in the list`);
      const { at = '09:00', who = raw.as } = raw as { at?: string; who?: string };
      const body = (raw.with ?? {}) as Record<string, unknown>;
      const source = raw.source === undefined ? {} : { source: sources[raw.source]! };
      return { on: raw.on, at, do: feature, to: raw.to, as: raw.as, who, with: body, ...source };
    }),
  };
}
