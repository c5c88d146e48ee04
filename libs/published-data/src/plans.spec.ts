import type { DomainEvent } from '@app/event-sourcing';
import { stateAfter } from '@app/event-sourcing/testing';
import {
  DsgPositionPublished,
  DsgPositionRecorded,
  InspectionRecorded,
  LocalAreaRegistered,
  RevisitRecorded,
} from '@app/domain/local-area/local-area.events';
import { localAreaStream } from '@app/domain/local-area/local-area.stream';
import { NationalDsgRecorded } from '@app/domain/national-dsg/national-dsg.events';
import { nationalDsgStream } from '@app/domain/national-dsg/national-dsg.stream';
import { TimelinessRecorded } from '@app/domain/timeliness/timeliness.events';
import { timelinessStream } from '@app/domain/timeliness/timeliness.stream';
import {
  CodesInFile,
  LAYOUTS,
  placeOf,
  planCodes,
  planDsg,
  planInspection,
  planRevisit,
  planTimeliness,
  sourceOf,
  type CodesFact,
  type DsgFact,
  type InspectionFact,
  type Plan,
  type Publication,
  type RevisitFact,
  type TimelinessFact,
} from './index';

const publication = (name: string, sha256 = 'b'.repeat(64), publishedOn = '2023-06-08'): Publication => ({
  layout: LAYOUTS.find((layout) => layout.name === name)!,
  sha256,
  publishedOn,
});
const onRecord = (stream: any, happened: readonly DomainEvent<string, any>[], id = '931') => ({
  state: stateAfter(stream, happened as never, id) as never,
  said: (revision: number) => happened[revision]!.data,
});
const told = (plan: Plan): unknown => ('because' in plan ? plan.because : [plan.step.command.name, plan.step.id, plan.step.body]);
const on = { name: 'Oxfordshire', on: '2022-12-31', column: 'la_name' };

describe('a figure of timeliness of a file (J7)', () => {
  const source = { publisher: 'Department for Education', title: 'Reporting year 2023' };
  const recorded = (figure: object, publishedOn = '2023-06-08', publisher = 'Department for Education') =>
    TimelinessRecorded({
      area: '931',
      year: 2022,
      basis: 'no-exceptions',
      standing: '4.0',
      rate: '4.0',
      source: { ...source, publisher },
      publishedOn,
      ...figure,
    });
  const fact = (figure: TimelinessFact['figure']): TimelinessFact => ({
    kind: 'timeliness',
    area: on,
    year: 2022,
    basis: 'no-exceptions',
    figure,
    columns: {},
  });
  const plan = (figure: TimelinessFact['figure'], happened: readonly DomainEvent<string, any>[] = [], publishedOn?: string) =>
    told(
      planTimeliness(fact(figure), '931', onRecord(timelinessStream, happened, '931~2022'), publication('sen2', undefined, publishedOn)),
    );
  const counts = { issued: 667, withinTwentyWeeks: 27 };
  const of = sourceOf(publication('sen2'));

  it('carries publisher, title and the hash of its file', () =>
    expect(of).toEqual({
      publisher: 'Department for Education',
      title: `Education, health and care plans (SEN2), Explore Education Statistics; file sha256:${'b'.repeat(64)}`,
    }));

  it('is recorded where none of its publisher is', () => {
    const body = { area: '931', year: 2022, basis: 'no-exceptions', ...counts, source: of, publishedOn: '2023-06-08' };
    expect(plan(counts)).toEqual(['RecordTimeliness', '931~2022', body]);
    expect(plan(counts, [recorded({}, '2023-06-08', 'The council')])).toEqual(['RecordTimeliness', '931~2022', body]);
  });

  it.each([
    ['the same counts', counts, counts],
    ['the rate of the counts, without them', counts, { rate: '4.0' }],
    ['the same rate, to fewer decimals', { published: '46.400000000000' }, { rate: '46.4' }],
    ['the same marker', { published: 'x' }, { rate: 'x' }],
  ] as const)('is already so where %s stand', (_what, figure, known) =>
    expect(plan(figure, [recorded(known)])).toBe('Already so: timeliness-931~2022@0.'),
  );

  it.each([
    ['other counts', counts, { issued: 668, withinTwentyWeeks: 27, rate: '4.0' }],
    ['another rate', { published: '46.5' }, { rate: '46.4' }],
    ['a marker', { published: '46.5' }, { rate: 'x' }],
    ['a rate that the counts do not give', counts, { rate: '4.1' }],
  ] as const)('is a revision where %s stand; what stood stays on record', (_what, figure, known) =>
    expect(plan(figure, [recorded(known)])).toEqual([
      'ReviseTimeliness',
      '931~2022',
      { revises: 0, ...figure, source: of, publishedOn: '2023-06-08' },
    ]),
  );

  it('is left alone where its publisher said something later; on the same day it is a revision', () => {
    expect(plan({ published: '5.0' }, [recorded({}, '2023-06-09')])).toBe(
      'timeliness-931~2022@0 is what its publisher said later, on 2023-06-09.',
    );
    expect(plan({ published: '5.0' }, [recorded({}, '2023-06-08')])).toMatchObject(['ReviseTimeliness', '931~2022', {}]);
  });
});

const registered = LocalAreaRegistered({
  name: 'Oxfordshire',
  laCode: '931',
  onsCode: 'E10000025',
  region: 'South East',
  from: '2009-04-01',
  source: { publisher: 'ONS', title: 'Codes' },
});

describe('an inspection of a file (G12)', () => {
  const file = publication('inspections-2016-2022');
  const earlier = sourceOf(publication('inspections-2016-2022', 'a'.repeat(64)));
  const byHand = { publisher: 'Ofsted', title: 'A letter' };
  const said = {
    framework: '2016',
    outcome: 'wsoa-required',
    weaknesses: 5,
    visitedFrom: '2017-09-25',
    publishedOn: '2017-12-04',
  } as const;
  const fact: InspectionFact = { kind: 'inspection', area: on, ...said, columns: {} };
  const recorded = (change: object, source: object) => InspectionRecorded({ inspection: '2017', ...said, source, ...change } as never);
  const plan = (happened: readonly DomainEvent<string, any>[], change: object = {}) =>
    told(planInspection({ ...fact, ...change }, '931', onRecord(localAreaStream, [registered, ...happened]), file));

  it('is recorded under the year and month of its first day', () =>
    expect(plan([])).toEqual(['RecordInspection', '931', { inspection: '2017_09', ...said, source: sourceOf(file) }]));

  it('is already so where it is on record, whatever it is called there and whatever else is known', () =>
    expect(plan([recorded({ visitedTo: '2017-09-29' }, byHand)])).toBe('Already so: localArea-931@1.'));

  it('is recorded beside one of another day, and beside one of the other framework', () => {
    expect(plan([recorded({ visitedFrom: '2016-05-01', publishedOn: '2016-07-01' }, byHand)])).toMatchObject([
      'RecordInspection',
      '931',
      {},
    ]);
    const later = { framework: '2023', outcome: 'inconsistent', weaknesses: undefined };
    expect(plan([recorded(later, byHand)])).toMatchObject(['RecordInspection', '931', {}]);
  });

  it('corrects what an earlier file said, and keeps what a person added', () =>
    expect(plan([recorded({ weaknesses: 4, visitedTo: '2017-09-29' }, earlier)])).toEqual([
      'CorrectInspection',
      '931',
      {
        inspection: '2017',
        ...said,
        visitedTo: '2017-09-29',
        source: sourceOf(file),
        corrects: 1,
        reason: 'Published otherwise in a later file of the same publisher',
      },
    ]));

  it('takes away what belonged to the outcome that is corrected', () => {
    const [, , body] = plan([recorded({}, earlier)], { outcome: 'wsoa-not-required', weaknesses: undefined }) as [string, string, object];
    expect(body).toMatchObject({ outcome: 'wsoa-not-required', corrects: 1 });
    expect(body).not.toHaveProperty('weaknesses');
  });

  it('is left to people where a person recorded it otherwise', () =>
    expect(plan([recorded({ publishedOn: '2017-12-05' }, byHand)])).toBe(
      'A person recorded localArea-931@1 otherwise: publishedOn is 2017-12-05 there and 2017-12-04 in the file. Correct it there if the file is right.',
    ));

  describe('and its revisit', () => {
    const revisit = { visitedFrom: '2019-10-14', publishedOn: '2019-12-23', sufficient: 3, notSufficient: 2 };
    const again: RevisitFact = { kind: 'revisit', area: on, after: said, ...revisit, columns: {} };
    const planned = (happened: readonly DomainEvent<string, any>[]) =>
      told(planRevisit(again, '931', onRecord(localAreaStream, [registered, recorded({}, byHand), ...happened]), file));
    const known = (change: object, source: object) =>
      RevisitRecorded({ revisit: '2019', inspection: '2017', ...revisit, source, ...change } as never);

    it('is recorded of the inspection on record, whatever it is called', () =>
      expect(planned([])).toEqual([
        'RecordRevisit',
        '931',
        { revisit: '2019_10', inspection: '2017', ...revisit, source: sourceOf(file) },
      ]));

    it('is already so, corrected, or left to people', () => {
      expect(planned([known({}, byHand)])).toBe('Already so: localArea-931@2.');
      expect(planned([known({ sufficient: 2, notSufficient: 3 }, earlier)])).toMatchObject([
        'CorrectRevisit',
        '931',
        { revisit: '2019', sufficient: 3, corrects: 2 },
      ]);
      expect(planned([known({ sufficient: 2, notSufficient: 3 }, byHand)])).toMatch(/^A person recorded localArea-931@2 otherwise/);
    });
  });
});

describe('a balance of a file (G13, P1)', () => {
  const file = publication('dsg', 'b'.repeat(64), '2022-09-29');
  const source = { publisher: 'Department for Education', title: 'Outturn' };
  const year = '2021-22';
  const position = (balance: string, publisher = source.publisher) =>
    DsgPositionRecorded({ year, balance, yearEndsOn: '2022-03-31', source: { ...source, publisher } });
  const published = (balance: string, publishedOn: string) => DsgPositionPublished({ year, position: 1, balance, publishedOn, source });
  const plan = (happened: readonly DomainEvent<string, any>[], balance = '-4.26') => {
    const fact: DsgFact = { kind: 'dsg', area: on, year, balance, columns: {} };
    return told(planDsg(fact, '931', onRecord(localAreaStream, [registered, ...happened]), file));
  };
  const body = { year, balance: '-4.26', publishedOn: '2022-09-29', source: sourceOf(file) };

  it('is recorded and open where none of its publisher is', () => {
    expect(plan([])).toEqual(['RecordDsgPosition', '931', body]);
    expect(plan([position('-4.26', 'The council')])).toEqual(['RecordDsgPosition', '931', body]);
  });

  it('is already so where the same number is published, however many noughts it has', () =>
    expect(plan([position('-4.260'), published('-4.260', '2022-08-01')])).toBe('Already so: localArea-931@1.'));

  it('is a publication where the same number is still confidential', () =>
    expect(plan([position('-4.26')])).toEqual([
      'PublishDsgPosition',
      '931',
      { year, position: 1, publishedOn: '2022-09-29', source: sourceOf(file) },
    ]));

  it('is a correction with its reason where another number stands, and nothing where that was published later', () => {
    expect(plan([position('-4.25'), published('-4.25', '2022-09-29')])).toEqual([
      'CorrectDsgPosition',
      '931',
      {
        ...body,
        corrects: 1,
        reason: 'Published otherwise in a file of 2022-09-29: -4.26 per cent of income instead of what record 1 says',
      },
    ]);
    expect(plan([position('-4.25'), published('-4.25', '2022-09-30')])).toBe(
      'localArea-931@1 is what its publisher said later, on 2022-09-30.',
    );
  });

  it('is a marker like a number: already so, or a correction either way (J7)', () => {
    expect(plan([], 'x')).toEqual(['RecordDsgPosition', '931', { ...body, balance: 'x' }]);
    expect(plan([position('x'), published('x', '2022-09-29')], 'x')).toBe('Already so: localArea-931@1.');
    const reason = (says: string) => `Published otherwise in a file of 2022-09-29: ${says} instead of what record 1 says`;
    expect(plan([position('x'), published('x', '2022-09-29')])).toEqual([
      'CorrectDsgPosition',
      '931',
      { ...body, corrects: 1, reason: reason('-4.26 per cent of income') },
    ]);
    expect(plan([position('-4.26'), published('-4.26', '2022-09-29')], 'z')).toEqual([
      'CorrectDsgPosition',
      '931',
      { ...body, balance: 'z', corrects: 1, reason: reason('not applicable (z)') },
    ]);
  });
});

describe('the codes of a file (J1)', () => {
  const codes = (onsCode: string, year: number): CodesFact => ({
    laCode: '825',
    onsCode,
    name: 'Buckinghamshire',
    region: 'South East',
    from: `${year}-01-01`,
  });
  const file = publication('sen2');
  const steps = (area: { registered: boolean; codes: readonly any[] }, found: readonly CodesFact[]) =>
    planCodes(area, '825', found, file).map(({ command, body }) => [command.name, body.onsCode, body.from]);
  const found = [codes('E10000002', 2014), codes('E06000060', 2020)];
  const known = (onsCode: string, from: string) => ({ registered: true, codes: [{ ...codes(onsCode, 2014), from, revision: 0 }] });

  it('are of the earliest year of each, in whatever order the rows stand', () => {
    const inFile = new CodesInFile();
    for (const [index, fact] of [
      codes('E06000060', 2021),
      codes('E10000002', 2015),
      codes('E06000060', 2020),
      codes('E10000002', 2014),
    ].entries())
      inFile.add(fact, index + 2);
    expect([...inFile.inOrder()]).toMatchObject([
      {
        laCode: '825',
        line: 4,
        codes: [
          { onsCode: 'E10000002', from: '2014-01-01' },
          { onsCode: 'E06000060', from: '2020-01-01' },
        ],
      },
    ]);
  });

  it('register an area with the first ones, and recode it to the others', () =>
    expect(steps({ registered: false, codes: [] }, found)).toEqual([
      ['RegisterLocalArea', 'E10000002', '2014-01-01'],
      ['RecodeLocalArea', 'E06000060', '2020-01-01'],
    ]));

  it('recode a registered area to those after its own, and never back to those before', () => {
    expect(steps(known('E10000002', '2009-04-01'), found)).toEqual([['RecodeLocalArea', 'E06000060', '2020-01-01']]);
    expect(steps(known('E06000060', '2009-04-01'), found)).toEqual([]);
    expect(steps(known('E06000999', '2021-01-01'), found)).toEqual([]);
  });
});

describe("England's balance of a year (J9)", () => {
  const file = publication('dsg', 'b'.repeat(64), '2022-09-29');
  const source = { publisher: 'Department for Education', title: 'Outturn' };
  const position = (balance: string, publishedOn = '2022-09-29') =>
    NationalDsgRecorded({ area: 'england', year: '2021-22', yearEndsOn: '2022-03-31', balance, publishedOn, source });
  const fact: DsgFact = { kind: 'dsg', area: 'england', year: '2021-22', balance: '-2.26', columns: {} };
  const plan = (happened: readonly DomainEvent<string, any>[], said: DsgFact = fact) => {
    const { stream, id, plan: planned } = placeOf(said, 'england');
    expect([stream.category, id]).toEqual(['nationalDsg', '2021_22']);
    return told(planned(onRecord(nationalDsgStream, happened), file));
  };
  const body = { balance: '-2.26', publishedOn: '2022-09-29', source: sourceOf(file) };

  it('is recorded where none is, a marker too', () => {
    expect(plan([])).toEqual(['RecordNationalDsg', '2021_22', { year: '2021-22', ...body }]);
    expect(plan([], { ...fact, balance: 'x' })).toEqual(['RecordNationalDsg', '2021_22', { year: '2021-22', ...body, balance: 'x' }]);
  });

  it('is already so where the same number is on record, however many noughts it has', () =>
    expect(plan([position('-2.260')])).toBe('Already so: nationalDsg-2021_22@0.'));

  it('is a correction with its reason where another one stands, and nothing where that was published later', () => {
    expect(plan([position('-2.25')])).toEqual([
      'CorrectNationalDsg',
      '2021_22',
      {
        ...body,
        corrects: 0,
        reason: 'Published otherwise in a file of 2022-09-29: -2.26 per cent of income instead of what record 0 says',
      },
    ]);
    expect(plan([position('-2.25', '2022-09-30')])).toBe('nationalDsg-2021_22@0 is what was published later, on 2022-09-30.');
  });
});
