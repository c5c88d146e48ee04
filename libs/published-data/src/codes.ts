import type { LocalAreaState } from '@app/domain/local-area/local-area.state';
import { localAreaStream } from '@app/domain/local-area/local-area.stream';
import { RecodeLocalArea } from '@app/domain/local-area/recode-local-area/recode-local-area.command';
import { RegisterLocalArea } from '@app/domain/local-area/register-local-area/register-local-area.command';
import type { CodesFact } from './facts';
import type { Step } from './plan';
import { sourceOf, type Publication } from './publication';

/** The local areas that a file knows by both codes, each with its codes over the years. */
export class CodesInFile {
  private readonly areas = new Map<string, Map<string, CodesFact & { readonly line: number }>>();

  /** Keeps the earliest year of each pair of codes, and the name of its latest row. */
  add(fact: CodesFact, line: number): void {
    const ofArea = this.areas.get(fact.laCode) ?? new Map<string, CodesFact & { readonly line: number }>();
    this.areas.set(fact.laCode, ofArea);
    const known = ofArea.get(fact.onsCode);
    if (!known || fact.from < known.from) ofArea.set(fact.onsCode, { ...fact, line });
  }

  /** By DfE code, each area's codes in the order of their first years. */
  *inOrder(): Generator<{ readonly laCode: string; readonly line: number; readonly codes: readonly CodesFact[] }> {
    for (const [laCode, ofArea] of this.areas) {
      const found = [...ofArea.values()].sort((one, other) => (one.from < other.from ? -1 : 1));
      yield { laCode, line: Math.min(...found.map(({ line }) => line)), codes: found };
    }
  }
}

/**
 * Registers a local area that is not, under the DfE code that the file has for it and from the first year of its codes there; other codes
 * that follow later in the file become recodings. Codes before those on record are left to people (J1).
 */
export function planCodes(
  area: Pick<LocalAreaState, 'registered' | 'codes'>,
  laCode: string,
  codes: readonly CodesFact[],
  publication: Publication,
): Step[] {
  const source = sourceOf(publication);
  const known = area.codes.map(({ onsCode }) => onsCode);
  const lastKnown = codes.findLastIndex(({ onsCode }) => known.includes(onsCode));
  const lastFrom = area.codes.at(-1)?.from ?? '';
  return codes
    .slice(lastKnown + 1)
    .filter(({ from }) => !area.registered || from > lastFrom)
    .map((fact, index): Step => {
      const said = { name: fact.name, laCode, onsCode: fact.onsCode, region: fact.region, from: fact.from, source };
      if (!area.registered && index === 0) return { stream: localAreaStream, id: laCode, command: RegisterLocalArea, body: said };
      const reason = `The file has ${fact.onsCode} from ${fact.from.slice(0, 4)} on`;
      return { stream: localAreaStream, id: laCode, command: RecodeLocalArea, body: { ...said, reason } };
    });
}
