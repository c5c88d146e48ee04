import { AREA_ALIASES, Areas, CellRefused, type Aliases } from './index';

const codes = (name: string, laCode: string, onsCode: string) => ({
  name,
  laCode,
  onsCode,
  region: 'South West' as const,
  from: '2009-04-01',
  revision: 0,
});

const aliases: Aliases = {
  version: 'of-the-spec',
  names: [
    { written: 'Dorset', laCode: '835', until: '2019-04-01' },
    { written: 'Dorset', laCode: '838', from: '2019-04-01' },
    { written: 'Bournemouth, Poole & Christchurch', laCode: '839' },
    { written: 'Poole', laCode: '836' },
  ],
  onsCodes: [{ written: 'E10000002', laCode: '825' }],
};

const areas = new Areas(aliases);
areas.add({ id: '835', codes: [codes('Dorset', '835', 'E10000009')] });
areas.add({ id: '838', codes: [codes('Dorset', '838', 'E06000059')] });
areas.add({ id: '839', codes: [codes('Bournemouth, Christchurch and Poole', '839', 'E06000058')] });
areas.add({ id: '825', codes: [codes('Buckinghamshire', '825', 'E06000060')] });
areas.add({ id: '1a', codes: [codes('Norton', '990', 'E06000990')] });
areas.add({ id: '1b', codes: [codes('Norton', '991', 'E06000991')] });

const find = (named: { name: string; laCode?: string; onsCode?: string; on?: string }): string => {
  try {
    return areas.find({ on: '2022-03-31', column: 'la_name', ...named });
  } catch (error) {
    if (error instanceof CellRefused) return `${error.column}: ${error.message}`;
    throw error;
  }
};

describe('a local area as a file names it (J1)', () => {
  it('is found by a code before its name', () => {
    expect(find({ name: 'Whatever', laCode: '839' })).toBe('839');
    expect(find({ name: 'Dorset', onsCode: 'E10000009' })).toBe('835');
  });

  it('is found by a former code that the table of aliases has', () =>
    expect(find({ name: 'Buckinghamshire', onsCode: 'E10000002' })).toBe('825'));

  it('is not found by its name where the code beside it is no known one', () =>
    expect(find({ name: 'Buckinghamshire', onsCode: 'E10000003' })).toBe(
      'la_name: "Buckinghamshire" (E10000003) is no registered local area, nor an alias of one (of-the-spec).',
    ));

  it('is found by its name, however it is spaced and capitalised', () =>
    expect(find({ name: 'bournemouth,  Christchurch And Poole' })).toBe('839'));

  it('is found by an alias of its name, and not by a likeness', () => {
    expect(find({ name: 'Bournemouth, Poole & Christchurch' })).toBe('839');
    expect(find({ name: 'Bournemouth, Poole and Christchurch' })).toBe(
      'la_name: "Bournemouth, Poole and Christchurch" is no registered local area, nor an alias of one (of-the-spec).',
    );
  });

  it('is the one that had the name on that day', () => {
    expect(find({ name: 'Dorset', on: '2019-03-31' })).toBe('835');
    expect(find({ name: 'Dorset', on: '2019-04-01' })).toBe('838');
  });

  it('is not guessed where several have the name', () =>
    expect(find({ name: 'Norton' })).toBe('la_name: "Norton" are several local areas, 1a, 1b: an alias must say which is meant.'));

  it('is not found where an alias means one that is not registered', () =>
    expect(find({ name: 'Poole' })).toMatch(/"Poole" is no registered local area/));
});

describe('the table of aliases', () => {
  it('means one local area by a name or a code at a time', () => {
    for (const list of [AREA_ALIASES.names, AREA_ALIASES.onsCodes]) {
      for (const [index, one] of list.entries()) {
        const other = list.slice(index + 1).find(({ written }) => written.toLowerCase() === one.written.toLowerCase());
        if (other && other.laCode !== one.laCode) expect(one.until ?? 'no end').toBe(other.from);
      }
    }
  });

  it('has DfE codes of three digits, and a version', () => {
    const wrong = [...AREA_ALIASES.names, ...AREA_ALIASES.onsCodes].filter(({ laCode }) => !/^\d{3}$/.test(laCode));
    expect(wrong).toEqual([]);
    expect(AREA_ALIASES.version).toMatch(/^england-\d{4}-v\d+$/);
  });
});
