import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as events from '@app/domain/events';
import { declarationsIn, EventCatalogue } from '@app/event-sourcing';

const catalogue = new EventCatalogue(declarationsIn(events));
const stored = new Map(
  readdirSync(__dirname)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as object]),
);
const versions = catalogue.declarations.flatMap(({ type, version }) =>
  Array.from({ length: version }, (_none, index) => [type, index + 1] as const),
);

describe('events as they are stored', () => {
  it.each(versions)('%s in version %i is read as today, and stored as it was', (type, version) => {
    const data = stored.get(`${type}.v${version}.json`);
    expect(data).toBeDefined();
    const declaration = catalogue.declarationOf(type);
    const read = catalogue.read({ type, schemaVersion: version, data: data! });
    expect(() => declaration.assert(read.data)).not.toThrow();
    expect(declaration.says(read.data)).not.toMatch(/undefined|\[object|\{\w+\}/);
    if (version === declaration.version) expect(JSON.parse(JSON.stringify(declaration(data!).data))).toEqual(data);
  });

  it('holds no file of an event that nobody declares', () => {
    const known = new Set(versions.map(([type, version]) => `${type}.v${version}.json`));
    for (const { type, formerly, version } of catalogue.declarations) {
      for (const name of formerly) for (let step = 1; step <= version; step += 1) known.add(`${name}.v${step}.json`);
      expect(version).toBeGreaterThan(0);
      expect(type).not.toBe('');
    }
    expect([...stored.keys()].filter((name) => !known.has(name))).toEqual([]);
  });
});
