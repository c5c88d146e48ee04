import { csvHead, csvLines } from './csv';

const line = (data: Readonly<Record<string, unknown>>, redacted = [] as Parameters<typeof csvLines>[1][number]['redacted']): string =>
  csvLines(['a', 'b'], [{ key: 'k', data, redacted }]);

describe('rows as CSV', () => {
  it('begin with the key, the fields of the view, and what was withheld', () => expect(csvHead(['a', 'b'])).toBe('key,a,b,redacted\r\n'));

  it.each([
    ['text and numbers', { a: 'x', b: -5 }, 'k,x,-5,\r\n'],
    ['nothing', { a: null }, 'k,,,\r\n'],
    ['yes and no', { a: true, b: false }, 'k,true,false,\r\n'],
    ['commas, quotes and lines', { a: 'x, "y"', b: 'one\r\ntwo' }, 'k,"x, ""y""","one\r\ntwo",\r\n'],
    ['a list and a part', { a: ['931', '887'], b: { c: 1 } }, 'k,"[""931"",""887""]","{""c"":1}",\r\n'],
    ['letters of every alphabet', { a: 'Ærø', b: '😀' }, 'k,Ærø,😀,\r\n'],
  ])('hold %s', (_what, data, expected) => expect(line(data)).toBe(expected));

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1'])('hold %p as text, so that no spreadsheet runs it', (text) => {
    expect(line({ a: text })).toContain(`'${text}`);
    expect(csvLines([], [{ key: text, data: {}, redacted: [] }])).toContain(`'${text}`);
  });

  it('say what was withheld, and why', () =>
    expect(
      line({ a: null, b: null }, [
        { field: 'a', category: 'unpublished-dsg' },
        { field: 'b', category: 'personnel', erased: true },
        { field: 'c', category: 'free-text', unreadable: true },
      ]),
    ).toBe('k,,,a (unpublished-dsg); b (erased); c (unreadable)\r\n'));
});
