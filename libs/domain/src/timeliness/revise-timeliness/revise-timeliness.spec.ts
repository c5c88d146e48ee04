import { make, specFor } from '@app/event-sourcing/testing';
import { TimelinessRevised } from '../timeliness.events';
import { caseLead, council, counted, published, sen2, sen2Revised } from '../timeliness.stories';
import { timelinessStream } from '../timeliness.stream';
import { ReviseTimeliness, reviseTimeliness } from './revise-timeliness.command';

const given = specFor(timelinessStream, reviseTimeliness, { now: '2024-07-01', actor: caseLead, id: '931~2022' });
const body = { issued: 670, withinTwentyWeeks: 30, source: sen2Revised, publishedOn: '2024-06-13' };
const command = (change: object = {}) => make(ReviseTimeliness, { revises: 0, ...body, ...change });
const year = { area: '931', year: 2022, basis: 'no-exceptions' as const };
const revised = TimelinessRevised({ ...year, ...body, rate: '4.5', previousRate: '4.0', revises: 0, standing: '4.5' });

describe('a figure that its publisher revised (J7)', () => {
  it('stands instead of the one before, which stays on record', () => given(counted).when(command()).then(revised));

  it('of a source that is not preferred does not change what the year goes by (reading 20)', () => {
    const restated = { source: council, publishedOn: '2023-09-01' };
    given(counted, published)
      .when(make(ReviseTimeliness, { revises: 1, published: '5.0', ...restated }))
      .then(TimelinessRevised({ ...year, rate: '5.0', ...restated, previousRate: '5.2', revises: 1, standing: '4.0' }));
  });

  it('is done once; the same figure is revised by one record alone', () => {
    given(counted, revised).when(command()).thenNothing();
    given(counted, revised)
      .when(command({ withinTwentyWeeks: 31 }))
      .thenRefused('timeliness-already-revised', 'revises');
  });

  it('can be revised again', () =>
    given(counted, revised)
      .when(command({ revises: 1, withinTwentyWeeks: 31, publishedOn: '2024-06-14' }))
      .then(
        TimelinessRevised({
          ...revised.data,
          withinTwentyWeeks: 31,
          rate: '4.6',
          previousRate: '4.5',
          revises: 1,
          standing: '4.6',
          publishedOn: '2024-06-14',
        }),
      ));

  it('says nothing new where the publication is the one on record', () =>
    given(counted)
      .when(command({ issued: 667, withinTwentyWeeks: 27, source: sen2, publishedOn: '2023-06-08' }))
      .thenNothing());

  it('is refused of another publisher, whose figure is a second one', () =>
    given(counted)
      .when(command({ source: council }))
      .thenRefused('timeliness-publisher-differs', 'source'));

  it('is refused where it is older than what it revises, and taken on the same day', () => {
    given(counted)
      .when(command({ publishedOn: '2023-06-07' }))
      .thenRefused('timeliness-revisions-out-of-order', 'publishedOn');
    given(counted)
      .when(command({ publishedOn: '2023-06-08' }))
      .then(TimelinessRevised({ ...revised.data, publishedOn: '2023-06-08' }));
  });

  it('is refused in the name of a publication that stands for another figure', () => {
    const beside = { ...published, data: { ...published.data, source: sen2Revised } };
    given(counted, beside).when(command()).thenRefused('timeliness-already-recorded', 'source');
  });

  it('is refused of a record without a figure, and holds what a record holds', () => {
    given().when(command()).thenRefused('timeliness-not-on-record', 'revises');
    given(counted)
      .when(command({ revises: 1 }))
      .thenRefused('timeliness-not-on-record', 'revises');
    given(counted)
      .when(command({ published: '4.5' }))
      .thenRefused('timeliness-figure-twice', 'published');
    given(counted)
      .when(command({ publishedOn: '2024-07-02' }))
      .thenRefused('timeliness-published-in-future', 'publishedOn');
  });
});
