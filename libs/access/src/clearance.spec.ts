import { ROLES } from '@app/domain/roles';
import { CATEGORIES, mayRead } from './clearance';

/** `+` reads the category, `-` does not; columns as in the heading. */
const matrix = `
  role              management-information department-personnel la-personnel employment adviser-contact unpublished-dsg designated personnel free-text
  case-lead         +                      +                    +            +          +               +               +          +         +
  contract-manager  +                      +                    +            +          +               +               +          +         +
  grant-manager     +                      +                    +            +          +               +               +          +         +
  team-leader       +                      +                    +            +          +               +               +          +         +
  deputy-director   +                      +                    +            +          +               +               +          +         +
  auditor           +                      +                    +            +          +               +               +          +         +
  adviser           +                      -                    -            -          -               -               -          -         +
  la-contact        +                      -                    -            -          -               +               -          -         +
  administrator     -                      -                    -            -          -               -               -          -         -
  dashboard-reader  -                      -                    -            -          -               -               -          -         -
  system            -                      -                    -            -          -               -               -          -         -
`;
const [heading, ...lines] = matrix
  .trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));
const cells = lines.flatMap(([role, ...marks]) => marks.map((mark, index) => [role!, heading![index + 1]!, mark === '+'] as const));

describe('who may read what (P1, P2, P4)', () => {
  it('the matrix has every role and every category', () => {
    expect(lines.map(([role]) => role).sort()).toEqual([...ROLES, 'system'].sort());
    expect(heading!.slice(1)).toEqual([...CATEGORIES]);
  });
  it.each(cells)('%s, %s: %s', (role, category, may) => expect(mayRead(role, category)).toBe(may));
  it.each(['', 'minister', 'constructor', '__proto__', 'toString'])('the unknown role "%s" reads nothing', (role) => {
    for (const category of CATEGORIES) expect(mayRead(role, category)).toBe(false);
  });
  it.each(ROLES)('an unknown category is closed to %s', (role) => {
    expect(mayRead(role, 'secret')).toBe(false);
    expect(mayRead(role, 'constructor')).toBe(false);
  });
});
