import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDay } from '@app/calendar';
import { features } from '@app/domain';
import type { Feature } from '@app/event-sourcing';
import { getMetadataStorage } from 'class-validator';
import { parse } from 'yaml';

/** One line of the script: on a day, somebody does something, because a source says so or as an illustration. */
export interface ScriptEntry {
  /** London day. */
  readonly day: string;
  /** London time, by default 09:00; entries of one day are in order. */
  readonly at: string;
  readonly do: Feature;
  /** Id of the stream. */
  readonly to: string;
  readonly as: string;
  readonly who: string;
  /** Subject id, for an adviser. */
  readonly subject?: string;
  readonly with: Readonly<Record<string, unknown>>;
  /** Where the fact is on public record; absent: illustrative. Where an entry has both, the day is on record and the rest illustrates. */
  readonly source?: Source;
}

export interface Script {
  readonly entries: readonly ScriptEntry[];
  /** London day on whose morning the clock stands when the script has been played. */
  readonly ends: string;
}

/** A publication on public record. */
export interface Source {
  readonly publisher: string;
  readonly title: string;
  readonly url?: string;
}

interface RawEntry {
  readonly day: string;
  readonly at?: string;
  readonly do: string;
  readonly to: string;
  readonly as: string;
  readonly who?: string;
  readonly subject?: string;
  readonly source?: string;
  readonly illustrative?: boolean;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Raw {
  readonly ends: string;
  readonly sources: Readonly<Record<string, Source>>;
  readonly entries: readonly RawEntry[];
}

const byName = new Map(features.map((feature) => [feature.command.name, feature]));

/** An illustrative fact about a local area says so where it would name its source. */
const ILLUSTRATION: Source = { publisher: 'None: an illustration', title: 'An illustrative fact of the example' };

/** The example as written; `installation` is put where an entry is about the installation itself. @throws Error naming the entry that cannot be played */
export function readScript(installation: string, file = join(__dirname, 'script.yaml')): Script {
  const { entries, sources, ends } = parse(readFileSync(file, 'utf8')) as Raw;
  return {
    ends,
    entries: entries.map((raw, index) => entryFrom(raw, sources, installation, `Entry ${index + 1} (${raw.do} on ${raw.day})`)),
  };
}

function entryFrom(raw: RawEntry, sources: Raw['sources'], installation: string, where: string): ScriptEntry {
  const { day, at = '09:00', as, who = raw.as, subject } = raw;
  const feature = byName.get(raw.do);
  if (!feature) throw new Error(`${where} is no command`);
  if (!isDay(day)) throw new Error(`${where} is on no day`);
  if (raw.source === undefined && raw.illustrative !== true) throw new Error(`${where} must have a source or be illustrative`);
  const source = raw.source === undefined ? undefined : sources[raw.source];
  if (raw.source !== undefined && !source) throw new Error(`${where} names a source that is not in the list`);
  return {
    day,
    at,
    do: feature,
    to: raw.to.replace('{installation}', installation),
    as,
    who,
    with: { ...raw.with, ...(asksForSource(feature) && { source: source ?? ILLUSTRATION }) },
    ...(subject !== undefined && { subject }),
    ...(source !== undefined && { source }),
  };
}

const asksForSource = ({ command }: Feature): boolean =>
  getMetadataStorage()
    .getTargetValidationMetadatas(command, '', false, false)
    .some(({ propertyName }) => propertyName === 'source');
