import { preferred } from './acceptance';

describe('what an Accept header likes best (RFC 9110)', () => {
  const offered = ['application/json', 'text/csv'] as const;
  it.each([
    [undefined, 'application/json'],
    ['', 'application/json'],
    ['*/*', 'application/json'],
    ['application/json', 'application/json'],
    ['text/csv', 'text/csv'],
    ['TEXT/CSV', 'text/csv'],
    ['text/*', 'text/csv'],
    ['text/html, */*;q=0.8', 'application/json'],
    ['text/csv, application/json', 'application/json'],
    ['application/json;q=0.5, text/csv;q=0.6', 'text/csv'],
    ['application/json;q=0.6, text/csv;q=0.5', 'application/json'],
    ['*/*;q=0.9, application/json;q=0.1', 'text/csv'],
    ['text/csv;header=present;q=1.0', 'text/csv'],
    ['*/*, application/json;q=0', 'text/csv'],
    ['text/*;q=0, */*;q=0.1', 'application/json'],
    ['text/html', undefined],
    ['application/*;q=0', undefined],
    ['*/*;q=0.000', undefined],
    ['text/csv;q=2', undefined],
    ['text/csv;q=-1', undefined],
    ['csv', undefined],
    ['text/csv/x', undefined],
  ])('%p is answered by %p', (accept, type) => expect(preferred(accept, offered)).toBe(type));
});
