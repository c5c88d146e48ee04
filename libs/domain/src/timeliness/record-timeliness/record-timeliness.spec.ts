import { make, specFor } from '@app/event-sourcing/testing';
import { TimelinessRecorded, TimelinessRevised } from '../timeliness.events';
import { caseLead, council, counted, nowhere, oxfordshire, published, sen2, sen2Revised } from '../timeliness.stories';
import { timelinessStream } from '../timeliness.stream';
import { RecordTimeliness, recordTimeliness } from './record-timeliness.command';

const given = specFor(timelinessStream, recordTimeliness, { now: '2023-07-01', actor: caseLead, id: '931~2022', found: oxfordshire });
const year = { area: '931', year: 2022, basis: 'no-exceptions' as const };
const source = { source: sen2, publishedOn: '2023-06-08' };
const counts = (change: object = {}) => make(RecordTimeliness, { ...year, issued: 667, withinTwentyWeeks: 27, ...source, ...change });
const asPublished = (rate: string, change: object = {}) => make(RecordTimeliness, { ...year, published: rate, ...source, ...change });
const judged = { judgedBy: 'localArea-931@0' };

describe('recording the timeliness of EHC plans (J7, A3)', () => {
  it('computes the rate where the counts are known', () => given().when(counts()).then(counted));

  it.each([
    [90, 133, '67.7'],
    [188, 209, '90.0'],
    [0, 133, '0.0'],
    [133, 133, '100.0'],
    [1, 3, '33.3'],
    [2, 3, '66.7'],
    [1, 2000, '0.1'],
    [1, 2001, '0.0'],
    [0, 0, 'z'],
  ])('of %i within 20 weeks of %i makes %s, exactly', (withinTwentyWeeks, issued, rate) =>
    given()
      .when(counts({ issued, withinTwentyWeeks }))
      .then(TimelinessRecorded({ ...year, issued, withinTwentyWeeks, rate, standing: rate, ...source, ...judged })),
  );

  it.each(['4.0', '4', '0', '100', '100.00', 'x', 'z'])('keeps %s as published where the source gives no counts', (rate) =>
    given()
      .when(asPublished(rate))
      .then(TimelinessRecorded({ ...year, rate, standing: rate, ...source, ...judged })),
  );

  it('takes the figure of England, which is no local area', () =>
    given()
      .when(asPublished('49.2', { area: 'england' }), { id: 'england~2022', found: {} })
      .then(TimelinessRecorded({ ...year, area: 'england', rate: '49.2', standing: '49.2', ...source })));

  it('keeps a second source beside the first, which stands (reading 20)', () =>
    given(counted)
      .when(asPublished('5.2', { source: council, publishedOn: '2023-03-01' }))
      .then(published));

  it.each([
    ['another publication of its publisher', { ...sen2, title: 'Another publication' }],
    ['a publication of that title by another publisher', { ...sen2, publisher: 'Another publisher' }],
  ])('keeps %s as a source of its own (reading 20)', (_what, other) =>
    given(counted)
      .when(asPublished('4.1', { source: other }))
      .then(TimelinessRecorded({ ...year, rate: '4.1', standing: '4.0', ...source, source: other, ...judged })),
  );

  it('is nothing where it was recorded so, although it was revised since', () => {
    const revised = TimelinessRevised({
      ...counted.data,
      withinTwentyWeeks: 30,
      rate: '4.5',
      source: sen2Revised,
      publishedOn: '2023-06-20',
      previousRate: '4.0',
      revises: 0,
      standing: '4.5',
    });
    given(counted, revised).when(counts()).thenNothing();
    given(counted, revised)
      .when(counts({ issued: 668 }))
      .thenRefused('timeliness-already-recorded', 'source');
  });

  it('keeps the two bases apart', () =>
    given(counted)
      .when(asPublished('3.9', { basis: 'with-exceptions' }))
      .then(TimelinessRecorded({ ...year, basis: 'with-exceptions', rate: '3.9', standing: '3.9', ...source, ...judged })));

  it('is done once for a publication; another figure is no second record', () => {
    given(counted).when(counts()).thenNothing();
    given(counted, published).when(counts()).thenNothing();
    given(counted)
      .when(counts({ issued: 668 }))
      .thenRefused('timeliness-already-recorded', 'source');
    given(counted).when(asPublished('4.0')).thenRefused('timeliness-already-recorded', 'source');
  });

  it('is refused without a figure, with half the counts, or with both forms of it', () => {
    given()
      .when(make(RecordTimeliness, { ...year, ...source }))
      .thenRefused('timeliness-figure-missing', 'published');
    given()
      .when(counts({ issued: undefined }))
      .thenRefused('timeliness-counts-incomplete', 'issued');
    given()
      .when(counts({ withinTwentyWeeks: undefined }))
      .thenRefused('timeliness-counts-incomplete', 'withinTwentyWeeks');
    given()
      .when(counts({ published: '4.0' }))
      .thenRefused('timeliness-figure-twice', 'published');
  });

  it('is refused where the figure cannot be: more in time than issued, a rate outside 0 to 100', () => {
    given()
      .when(counts({ issued: 27, withinTwentyWeeks: 28 }))
      .thenRefused('timeliness-counts-impossible', 'withinTwentyWeeks');
    given().when(asPublished('100.1')).thenRefused('timeliness-rate-impossible', 'published');
    given().when(asPublished('-0.1')).thenRefused('timeliness-rate-impossible', 'published');
  });

  it.each(['c', '4,0', '4.', '1e1', ''])('does not take "%s" for a figure', (wrong) =>
    expect(() => given().when(asPublished(wrong)).happened()).toThrow(/decimal number/),
  );

  it('is refused before the year has ended, and of a publication before that or ahead', () => {
    const early = { publishedOn: '2022-12-31' };
    given()
      .when(counts({ publishedOn: '2022-12-30' }), { now: '2022-12-30' })
      .thenRefused('timeliness-year-not-ended', 'year');
    given()
      .when(counts(early), { now: '2022-12-31' })
      .then(TimelinessRecorded({ ...counted.data, ...early }));
    given()
      .when(counts({ publishedOn: '2022-12-30' }))
      .thenRefused('timeliness-published-too-early', 'publishedOn');
    given()
      .when(counts({ publishedOn: '2023-07-01' }))
      .then(TimelinessRecorded({ ...counted.data, publishedOn: '2023-07-01' }));
    given()
      .when(counts({ publishedOn: '2023-07-02' }))
      .thenRefused('timeliness-published-in-future', 'publishedOn');
  });

  it('is refused of an area that is not registered (J1), or on the stream of another year', () => {
    given().when(counts(), { found: nowhere }).thenRefused('timeliness-area-unknown', 'area');
    given().when(counts(), { id: '931~2023' }).thenRefused('timeliness-id-mismatch', 'area');
    given().when(counts(), { id: '887~2022' }).thenRefused('timeliness-id-mismatch', 'area');
  });

  it('says what was published, in open words', () => {
    const { says, effective } = TimelinessRecorded;
    expect(says(counted.data)).toBe(
      'EHC plans issued within 20 weeks in 2022, exceptions excluded: 4.0 per cent (27 of 667), Department for Education',
    );
    expect(says({ ...year, area: 'england', rate: 'x', standing: 'x', ...source })).toBe(
      'EHC plans issued within 20 weeks in 2022 in England, exceptions excluded: suppressed (x), Department for Education',
    );
    expect(effective(counted.data)).toBe('2022-12-31');
  });
});
