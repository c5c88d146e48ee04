import { layoutOf } from '@app/read-store/layout';
import { filterExamples } from './filter-examples';
import { readModels } from './read-models';

describe('a read model', () => {
  it.each(readModels.map((model) => [model.path, model] as const))(
    '%s is read in its own order by an index, and names its fields',
    (_path, model) => {
      const { columns, indexes } = layoutOf(model.projection);
      expect(columns.map(({ name }) => name)).toContain(model.order.by);
      expect([...indexes.map(([first]) => first)]).toContain(model.order.by);
      expect(model.projection.fields!.length).toBeGreaterThan(0);
      expect(new Set(model.projection.fields).size).toBe(model.projection.fields!.length);
      expect(model.projection.fields).toEqual(expect.arrayContaining(Object.keys(model.projection.columns!)));
    },
  );

  it('says by an example what each column of text holds', () => {
    const texts = readModels.flatMap(({ projection }) =>
      Object.entries(projection.columns!).flatMap(([name, type]) => (type === 'text' || type === 'texts' ? [name] : [])),
    );
    expect([...new Set(texts)].filter((name) => filterExamples[name] === undefined)).toEqual([]);
  });

  it('that is owed, of areas or of somebody’s own is so by columns that it has', () => {
    for (const { projection, owed, areas, own } of readModels) {
      const columns = Object.keys(projection.columns!);
      if (owed) expect(columns).toEqual(expect.arrayContaining([owed.by, 'status']));
      for (const by of [areas, ...Object.values(own ?? {}).flatMap((ties) => ties.map((tie) => tie.by))]) {
        if (by !== undefined && by !== 'key') expect(columns).toContain(by);
      }
      for (const status of owed?.while ?? []) expect(projection.columns!['status']).toContain(status);
    }
  });
});
