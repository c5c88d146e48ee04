import { shownIn } from './noted-reads';

const closed = { field: 'summary', category: 'free-text' };

describe('how much an answer shows (P2, P5)', () => {
  it.each([
    ['one record', { key: 'k', data: {}, redacted: [closed] }, { rows: 1, redacted: 1 }],
    ['a page', { rows: [{ redacted: [closed, closed] }, { redacted: [] }] }, { rows: 2, redacted: 2 }],
    ['a page without rows', { rows: [] }, { rows: 0, redacted: 0 }],
    ['a page that withholds nothing', { rows: [{}, {}] }, { rows: 2, redacted: 0 }],
    ['a journey: the area and its entries', { area: { redacted: [closed] }, entries: [{ redacted: [closed] }] }, { rows: 2, redacted: 2 }],
    ['events', [{ redacted: [closed] }, { redacted: [] }], { rows: 2, redacted: 1 }],
    ['a comparison', { changes: [{ redacted: [closed] }], events: [{}, {}] }, { rows: 1, redacted: 1 }],
  ])('is counted for %s', (_what, body, shown) => expect(shownIn(body)).toEqual(shown));
});
