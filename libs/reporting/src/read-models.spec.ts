import { readModels } from './read-models';

describe('every read model', () => {
  it.each(readModels)('lists $path in its order by an index, however many rows there are', ({ projection, order }) =>
    expect((projection.indexes ?? []).map(([first]) => first)).toContain(order.by),
  );
});
