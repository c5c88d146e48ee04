import { features } from '@app/domain';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readScript } from './script';

describe('the example', () => {
  it('uses every stream; duties are imposed by the automation alone', () => {
    const used = new Set(readScript('1').entries.map(({ do: { stream } }) => stream.category));
    const all = new Set(features.map(({ stream }) => stream.category));
    expect([...all].filter((category) => !used.has(category))).toEqual(['requirement']);
  });

  it('has no entry that neither names a source on public record nor says that it illustrates', () => {
    const folder = mkdtempSync(join(tmpdir(), 'casework-script-'));
    const written = (mark: string) => {
      const file = join(folder, 'script.yaml');
      writeFileSync(
        file,
        `ends: '2025-04-01'\nsources: { order: { publisher: P, title: T } }\nentries:\n  - { day: '2023-10-12', do: WithdrawOrder, to: CON_1, as: contract-manager, ${mark} with: { reason: R } }\n`,
      );
      return () => readScript('1', file);
    };
    expect(written('')).toThrow('must have a source or be illustrative');
    expect(written('source: nowhere,')).toThrow('names a source that is not in the list');
    expect(written('source: order,')().entries[0]?.source).toEqual({ publisher: 'P', title: 'T' });
    expect(written('illustrative: true,')().entries[0]?.source).toBeUndefined();
    rmSync(folder, { recursive: true });
  });
});
