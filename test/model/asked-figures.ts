import { among, ask, onRecordAt, reason, type Asked, type Asking, type Chance } from './asking';
import { AREA } from './scene';
import type { World } from './world';

const YEARS = [2020, 2021, 2022, 2023];
const PUBLISHERS = ['Department for Education', 'The local area'];
const RECORDED = ['TimelinessRecorded', 'TimelinessRevised', 'TimelinessCorrected'];

/** Rates beside each other by less and by no less than what counts (J7); a marker is no number. */
const RATES = ['90.0', '70.0', '70.1', '85.0', '75.1', '55.0', '55.1', '50.0', '35.1', 'x'];
const figure = (year: number, chance: number, publisher: string, edition: number): object => ({
  published: among(RATES, chance),
  publishedOn: `${year + 1}-0${6 + edition}-08`,
  source: { publisher, title: `Education, health and care plans, edition ${edition}` },
});

/** A publication has the figures of two years, and those of England. */
const published: Asking = (world, { a, b }) => {
  const year = among(YEARS, a);
  const publisher = among(PUBLISHERS, a + b);
  const basis = among(['no-exceptions', 'no-exceptions', 'no-exceptions', 'with-exceptions'], b);
  const figures = [
    [AREA, year],
    [AREA, year - 1],
    ['england', year],
  ] as const;
  return figures
    .map(([area, of], index) =>
      ask(world, 'RecordTimeliness', `${area}~${of}`, { area, year: of, basis, ...figure(of, b + a * index, publisher, 0) }),
    )
    .some((recorded) => recorded);
};

/** What is asked of one of the figures on record. */
const onFigure = (name: string, body: (year: number, chance: Chance, revision: number, said: any) => object): [string, Asking] => [
  name,
  (world: World, chance) => {
    const id = among(world.ids('timeliness'), chance.a);
    if (id === undefined) return false;
    const { revision, said } = onRecordAt(world, `timeliness-${id}`, RECORDED, chance.b);
    return ask(world, name, id, body(Number(id.split('~')[1]), chance, revision, said));
  },
];

/** What is published of the plans that are issued in time. */
export const askedOfFigures: Asked = Object.fromEntries([
  ['RecordTimeliness', published],
  [
    'RecordTimeliness of another source',
    (world, { a, b }) => {
      const id = among(world.ids('timeliness'), a);
      const { area, year, basis } = (id === undefined ? {} : onRecordAt(world, `timeliness-${id}`, RECORDED, b).said) as any;
      const body = { area, year, basis, ...figure(year, a + b, among(PUBLISHERS, b), 0) };
      return id !== undefined && ask(world, 'RecordTimeliness', id, body);
    },
  ],
  onFigure('ReviseTimeliness', (year, { a, b }, revises, { source }) => ({ ...figure(year, a + b, source?.publisher, 1), revises })),
  onFigure('CorrectTimeliness', (year, { a, b }, corrects, { source, publishedOn }) => ({
    ...figure(year, a + b, '', 0),
    source,
    publishedOn,
    corrects,
    reason,
  })),
  onFigure('WithdrawTimeliness', (_year, _chance, corrects) => ({ corrects, reason })),
  onFigure('PreferTimelinessSource', (_year, _chance, prefers) => ({ prefers, reason })),
] satisfies [string, Asking][]);
