import {
  DsgPositionCorrected,
  DsgPositionPublished,
  DsgPositionRecorded,
  FactWithdrawn,
  LocalAreaCodesCorrected,
  LocalAreaRecoded,
  LocalAreaRegistered,
  NationalDsgCorrected,
  NationalDsgRecorded,
  NationalDsgWithdrawn,
  SourcePreferred,
  TimelinessCorrected,
  TimelinessRecorded,
  TimelinessRevised,
  TimelinessSourcePreferred,
  TimelinessWithdrawn,
} from '@app/domain/events';
import { fieldsOf } from '@app/event-sourcing';
import { recorded, specForProjection } from '@app/event-sourcing/testing';
import { publishedFigures } from './published-figures';
import { PublishedBalance, type PublishedFigures, type TimelinessYear } from './published-figures.view';

const given = specForProjection(publishedFigures);
const source = { publisher: 'Department', title: 'SEN2' };
const why = { reason: 'r' };
const codes = { name: 'Oxfordshire', laCode: '931', onsCode: 'E10000025', region: 'South East' as const, from: '2009-04-01', source };
const area = { stream: 'localArea-931' };
const registered = recorded(LocalAreaRegistered(codes), { ...area, revision: 0 });
const row: PublishedFigures = {
  name: 'Oxfordshire',
  region: 'South East',
  names: [{ name: 'Oxfordshire', region: 'South East', from: '2009-04-01', record: 0 }],
  timeliness: [],
  preferences: [],
  dsg: [],
};

describe('the names of published figures (J1)', () => {
  it('are the latest ones, corrected and withdrawn', () => {
    const later = { ...codes, name: 'Oxon', from: '2026-04-01' };
    const recoded = recorded(LocalAreaRecoded({ ...later, ...why }), { ...area, revision: 1 });
    const names = [row.names[0]!, { name: 'Oxon', region: 'South East', from: '2026-04-01', record: 1 }];
    given(registered, recoded).rows({ '931': { ...row, name: 'Oxon', names } });
    given(
      registered,
      recoded,
      recorded(FactWithdrawn({ kind: 'codes', corrects: 1, effectiveOn: '2026-04-01', ...why }), { ...area, revision: 2 }),
    ).rows({ '931': row });
    given(registered, recorded(LocalAreaCodesCorrected({ ...later, corrects: 0, ...why }), { ...area, revision: 1 })).rows({
      '931': { ...row, name: 'Oxon', names: [names[1]!] },
    });
    given(recoded).rows({});
  });
});

describe('published balances of the schools grant (P1, P4)', () => {
  const publishing = { year: '2021-22', position: 1, balance: '-4.26', publishedOn: '2022-12-01', source };
  const published = recorded(DsgPositionPublished(publishing), { ...area, revision: 2 });
  const balance = { year: '2021-22', balance: '-4.26', publisher: 'Department', publishedOn: '2022-12-01', preferred: true, record: 1 };

  it('are here from their publication on, and not before', () => {
    const figure = DsgPositionRecorded({ year: '2021-22', yearEndsOn: '2022-03-31', balance: '-4.26', source });
    given(registered, recorded(figure, { ...area, revision: 1 })).rows({ '931': row });
    given(registered, recorded(figure, { ...area, revision: 1 }), published).rows({ '931': { ...row, dsg: [balance] } });
    given(published).rows({});
    expect(fieldsOf(PublishedBalance).size).toBe(0);
  });
  it('are gone when what was published is corrected or withdrawn', () => {
    const corrected = { year: '2021-22', yearEndsOn: '2022-03-31', balance: '-4.30', source, corrects: 1, ...why };
    given(registered, published, recorded(DsgPositionCorrected(corrected), { ...area, revision: 3 })).rows({ '931': row });
    const withdrawn = (kind: 'dsg-position' | 'inspection') =>
      recorded(FactWithdrawn({ kind, corrects: 1, effectiveOn: '2022-03-31', ...why }), { ...area, revision: 3 });
    given(registered, published, withdrawn('dsg-position')).rows({ '931': row });
    given(registered, published, withdrawn('inspection')).rows({ '931': { ...row, dsg: [balance] } });
  });
  it('of two sources say which one is preferred (reading 20)', () => {
    const other = { ...publishing, position: 3, balance: '-4.20', source: { publisher: 'Other', title: 't' } };
    const both = [registered, published, recorded(DsgPositionPublished(other), { ...area, revision: 4 })];
    const second = { ...balance, balance: '-4.20', publisher: 'Other', preferred: false, record: 3 };
    given(...both).rows({ '931': { ...row, dsg: [balance, second] } });
    const prefers = { figure: 'dsg-position' as const, year: '2021-22', yearEndsOn: '2022-03-31', prefers: 3, publisher: 'Other', ...why };
    given(...both, recorded(SourcePreferred(prefers), { ...area, revision: 5 })).rows({
      '931': {
        ...row,
        preferences: [{ year: '2021-22', record: 3 }],
        dsg: [
          { ...balance, preferred: false },
          { ...second, preferred: true },
        ],
      },
    });
    const { folded } = given(registered, recorded(SourcePreferred(prefers), { ...area, revision: 2 }), ...both.slice(1));
    expect(folded['931']?.dsg.map((one) => [one.record, one.preferred])).toEqual([
      [1, false],
      [3, true],
    ]);
  });
});

describe("England's balances, to hold those of areas against (J9)", () => {
  const said = { area: 'england' as const, year: '2021-22', yearEndsOn: '2022-03-31', balance: '-2.26', publishedOn: '2022-09-29', source };
  const on = (year: string, revision = 0) => ({ stream: `nationalDsg-${year}`, revision });
  const first = recorded(NationalDsgRecorded(said), on('2021_22'));
  const before = recorded(NationalDsgRecorded({ ...said, year: '2020-21', yearEndsOn: '2021-03-31', balance: 'x' }), on('2020_21'));
  const england: PublishedFigures = { name: 'England', names: [], timeliness: [], preferences: [], dsg: [] };
  const shown = { year: '2021-22', balance: '-2.26', publisher: source.publisher, publishedOn: '2022-09-29', preferred: true, record: 0 };
  const suppressed = { ...shown, year: '2020-21', balance: 'x' };

  it('stand year by year, a marker too, beside those of areas', () => {
    given(registered, first, before).rows({
      '931': row,
      england: { ...england, dsg: [suppressed, shown] },
    });
  });
  it('are as corrected, and gone where they are withdrawn; those of other years stay', () => {
    const corrected = NationalDsgCorrected({ ...said, balance: '-2.30', publishedOn: '2022-12-15', corrects: 0, ...why });
    given(first, before, recorded(corrected, on('2021_22', 1))).rows({
      england: { ...england, dsg: [suppressed, { ...shown, balance: '-2.30', publishedOn: '2022-12-15', record: 1 }] },
    });
    const { area: country, year, yearEndsOn } = said;
    const withdrawn = NationalDsgWithdrawn({ area: country, year, yearEndsOn, corrects: 0, ...why });
    given(first, before, recorded(withdrawn, on('2021_22', 1))).rows({ england: { ...england, dsg: [suppressed] } });
    given(recorded(corrected, on('2021_22', 1))).rows({});
    given(recorded(withdrawn, on('2021_22', 1))).rows({});
  });
});

describe('EHC plan timeliness, year by year (J7)', () => {
  const figure = {
    area: '931',
    year: 2022,
    basis: 'no-exceptions' as const,
    rate: '4.0',
    standing: '4.0',
    issued: 667,
    withinTwentyWeeks: 27,
    publishedOn: '2023-06-08',
    source,
  };
  const on = { stream: 'timeliness-931~2022', revision: 0 };
  const first = recorded(TimelinessRecorded(figure), on);
  const shown = { rate: '4.0', issued: 667, withinTwentyWeeks: 27, publisher: 'Department', publishedOn: '2023-06-08', record: 0 };
  const year: TimelinessYear = { year: 2022, basis: 'no-exceptions', rate: '4.0', figures: [shown] };

  it('stands beside England', () => {
    const { issued: _issued, withinTwentyWeeks: _within, ...alone } = figure;
    const england = recorded(TimelinessRecorded({ ...alone, area: 'england', rate: '49.2', standing: '49.2' }), {
      stream: 'timeliness-england~2022',
      revision: 0,
    });
    const of = { rate: '49.2', publisher: 'Department', publishedOn: '2023-06-08', record: 0 };
    given(registered, first, england).rows({
      '931': { ...row, timeliness: [year] },
      england: { name: 'England', names: [], timeliness: [{ ...year, rate: '49.2', figures: [of] }], preferences: [], dsg: [] },
    });
    given(first).rows({});
  });
  it('is in the order of years and bases', () => {
    const next = recorded(TimelinessRecorded({ ...figure, year: 2023 }), { stream: 'timeliness-931~2023', revision: 0 });
    const all = recorded(TimelinessRecorded({ ...figure, basis: 'with-exceptions' }), { ...on, revision: 1 });
    const { folded } = given(registered, next, all, first);
    expect(folded['931']?.timeliness.map((one) => [one.year, one.basis])).toEqual([
      [2022, 'no-exceptions'],
      [2022, 'with-exceptions'],
      [2023, 'no-exceptions'],
    ]);
  });
  it('keeps what was published before a revision, and takes corrections', () => {
    const revised = TimelinessRevised({ ...figure, rate: '4.1', standing: '4.1', previousRate: '4.0', revises: 0 });
    given(registered, first, recorded(revised, { ...on, revision: 1 })).rows({
      '931': { ...row, timeliness: [{ ...year, rate: '4.1', figures: [shown, { ...shown, rate: '4.1', record: 1 }] }] },
    });
    const corrected = TimelinessCorrected({ ...figure, rate: '5.0', standing: '5.0', corrects: 0, ...why });
    given(registered, first, recorded(corrected, { ...on, revision: 1 })).rows({
      '931': { ...row, timeliness: [{ ...year, rate: '5.0', figures: [{ ...shown, rate: '5.0', record: 1 }] }] },
    });
  });
  it('goes by the preferred source, and is gone with its last figure', () => {
    const said = { area: '931', year: 2022, basis: 'no-exceptions' as const, ...why };
    const second = recorded(TimelinessRecorded({ ...figure, rate: '6.0' }), { ...on, revision: 1 });
    const other = { ...shown, rate: '6.0', record: 1 };
    const preferred = TimelinessSourcePreferred({ ...said, prefers: 1, publisher: 'p', standing: '6.0' });
    given(registered, first, second, recorded(preferred, { ...on, revision: 2 })).rows({
      '931': { ...row, timeliness: [{ ...year, rate: '6.0', figures: [shown, other] }] },
    });
    const one = recorded(TimelinessWithdrawn({ ...said, corrects: 0, standing: '6.0' }), { ...on, revision: 2 });
    given(registered, first, second, one).rows({ '931': { ...row, timeliness: [{ ...year, rate: '6.0', figures: [other] }] } });
    const last = recorded(TimelinessWithdrawn({ ...said, corrects: 0 }), { ...on, revision: 1 });
    given(registered, first, last).rows({ '931': row });
  });
});
