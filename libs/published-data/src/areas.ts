import type { Day } from '@app/calendar';
import type { LocalAreaState } from '@app/domain/local-area/local-area.state';
import aliases from './area-aliases.json';
import { CellRefused } from './cells';
import type { AreaNamed } from './facts';

/** A name or a former code as some publisher writes it, with the DfE code that is meant, in the days from `from` until before `until`. */
export interface Alias {
  readonly written: string;
  readonly laCode: string;
  readonly from?: Day;
  readonly until?: Day;
}

export interface Aliases {
  /** Raised whenever an alias is added, moved or taken away. */
  readonly version: string;
  readonly names: readonly Alias[];
  readonly onsCodes: readonly Alias[];
}

/** What `area-aliases.json` says: names and codes that are no registered ones and are known all the same. */
export const AREA_ALIASES: Aliases = aliases;

/** Case and spaces tell no two names apart; anything else does, and needs an alias. */
const plainly = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

const added = (map: Map<string, Set<string>>, key: string, id: string): void => void map.set(key, (map.get(key) ?? new Set()).add(id));

/** The registered local areas, to be found as files name them: by a code, or by a name or its alias, and never by likeness (J1). */
export class Areas {
  private readonly byLaCode = new Map<string, Set<string>>();
  private readonly byOnsCode = new Map<string, Set<string>>();
  private readonly byName = new Map<string, Set<string>>();

  constructor(private readonly known: Aliases = AREA_ALIASES) {}

  /** Takes a local area in with every code and name that it has had. */
  add({ id, codes }: Pick<LocalAreaState, 'id' | 'codes'>): void {
    for (const { laCode, onsCode, name } of codes) {
      added(this.byLaCode, laCode, id);
      added(this.byOnsCode, onsCode, id);
      added(this.byName, plainly(name), id);
    }
  }

  /** Id of the local area with a DfE code. */
  withLaCode(laCode: string): string | undefined {
    const [id, other] = this.byLaCode.get(laCode) ?? [];
    return other === undefined ? id : undefined;
  }

  /** Id of the local area that a row names. @throws CellRefused where there is none, or more than one */
  find(named: AreaNamed): string {
    if (named.laCode !== undefined) return this.one(named, named.laCode, this.byLaCode.get(named.laCode));
    if (named.onsCode !== undefined) {
      return this.one(named, named.onsCode, this.byOnsCode.get(named.onsCode) ?? this.meant(this.known.onsCodes, named.onsCode, named.on));
    }
    return this.one(named, named.name, this.meant(this.known.names, named.name, named.on) ?? this.byName.get(plainly(named.name)));
  }

  /** The area that an alias means; undefined where there is no alias, or it means none that is registered. */
  private meant(aliases: readonly Alias[], written: string, on: Day): ReadonlySet<string> | undefined {
    const alias = aliases.find(
      (one) => plainly(one.written) === plainly(written) && (one.from ?? '') <= on && (one.until === undefined || on < one.until),
    );
    return alias && this.byLaCode.get(alias.laCode);
  }

  private one({ name, column }: AreaNamed, written: string, ids: ReadonlySet<string> | undefined): string {
    const [id, ...others] = ids ?? [];
    const shown = written === name ? `"${name}"` : `"${name}" (${written})`;
    if (id === undefined) {
      throw new CellRefused(column, `${shown} is no registered local area, nor an alias of one (${this.known.version}).`);
    }
    if (others.length > 0) {
      throw new CellRefused(column, `${shown} are several local areas, ${[id, ...others].join(', ')}: an alias must say which is meant.`);
    }
    return id;
  }
}
