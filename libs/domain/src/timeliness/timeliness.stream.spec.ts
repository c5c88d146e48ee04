import { stateAfter } from '@app/event-sourcing/testing';
import { example } from '../told.testing';
import * as events from './timeliness.events';
import type { TimelinessEvent } from './timeliness.events';
import { digestOf, figureOf, standingRate, timelinessStream, type TimelinessState } from './timeliness.stream';

const after = (...happened: TimelinessEvent[]): TimelinessState => stateAfter(timelinessStream, happened, '931~2022');
const department = example(events.TimelinessRecorded);
const council = example(events.TimelinessRecorded, {
  rate: '4.1',
  issued: 666,
  source: { publisher: 'Council', title: 'Board papers' },
  publishedOn: '2023-02-01',
});
const ofDepartment = figureOf(department.data, 0);
const ofCouncil = figureOf(council.data, 1);
const revised = example(events.TimelinessRevised, {
  basis: 'no-exceptions',
  revises: 0,
  rate: '4.2',
  source: { publisher: 'Department for Education', title: 'Reporting year 2024' },
  publishedOn: '2024-06-13',
});
const ofRevised = figureOf(revised.data, 2);

describe('what is known of a year’s figures (J7)', () => {
  it('is nothing before one is recorded', () => {
    expect(timelinessStream).toMatchObject({ category: 'timeliness', collection: 'timeliness' });
    expect(timelinessStream.initial()).toEqual({ area: '', year: 0, sources: { 'no-exceptions': [], 'with-exceptions': [] } });
  });

  it('is every source’s figures on each basis, the first one preferred', () => {
    expect(ofDepartment).toEqual({
      revision: 0,
      publisher: 'Department for Education',
      title: 'Education, health and care plans, reporting year 2023',
      publishedOn: '2023-06-08',
      rate: '4.0',
      digest: digestOf(department.data),
    });
    const withExceptions = example(events.TimelinessRecorded, { basis: 'with-exceptions' });
    const state = after(department, council, withExceptions);
    expect(state).toStrictEqual({
      area: '931',
      year: 2022,
      sources: { 'no-exceptions': [[ofDepartment], [ofCouncil]], 'with-exceptions': [[figureOf(withExceptions.data, 2)]] },
    });
    expect(standingRate(state.sources['no-exceptions'])).toBe('4.0');
    expect(standingRate([])).toBeUndefined();
  });

  it('is what a source revised, after what it had published', () => {
    const state = after(department, council, revised);
    expect(state.sources['no-exceptions']).toStrictEqual([[ofDepartment, ofRevised], [ofCouncil]]);
    expect(standingRate(state.sources['no-exceptions'])).toBe('4.2');
  });

  it('is a figure as corrected, in its place', () => {
    const corrected = example(events.TimelinessCorrected, { corrects: 0 });
    const right = figureOf(corrected.data, 3);
    expect(after(department, council, revised, corrected).sources['no-exceptions']).toStrictEqual([[right, ofRevised], [ofCouncil]]);
  });

  it('is what is left when a figure is withdrawn: what stood before, or the next source’s', () => {
    const withdrawn = (corrects: number) => example(events.TimelinessWithdrawn, { corrects });
    const left = (corrects: number) => after(department, council, revised, withdrawn(corrects)).sources['no-exceptions'];
    expect(left(2)).toStrictEqual([[ofDepartment], [ofCouncil]]);
    expect(left(0)).toStrictEqual([[ofRevised], [ofCouncil]]);
    expect(left(1)).toStrictEqual([[ofDepartment, ofRevised]]);
    expect(after(department, withdrawn(0)).sources['no-exceptions']).toStrictEqual([]);
  });

  it('is which source is preferred (reading 20)', () => {
    const preferred = (prefers: number) => example(events.TimelinessSourcePreferred, { prefers });
    expect(after(department, council, revised, preferred(1)).sources['no-exceptions']).toStrictEqual([
      [ofCouncil],
      [ofDepartment, ofRevised],
    ]);
    expect(after(department, council, revised, preferred(0)).sources['no-exceptions']).toStrictEqual([
      [ofDepartment, ofRevised],
      [ofCouncil],
    ]);
  });

  it.each([
    ['a rate', { rate: '4.1' }],
    ['plans issued', { issued: 668 }],
    ['plans in time', { withinTwentyWeeks: 28 }],
    ['a day', { publishedOn: '2023-06-09' }],
    ['a publisher', { source: { ...department.data.source, publisher: 'Council' } }],
    ['a title', { source: { ...department.data.source, title: 'Other' } }],
    ['an address', { source: { ...department.data.source, url: 'https://example.org/' } }],
  ])('says another thing by %s', (_what, change) =>
    expect(digestOf({ ...department.data, ...change })).not.toBe(digestOf(department.data)),
  );
});
