import { make, specFor } from '@app/event-sourcing/testing';
import { TimelinessCorrected, TimelinessRevised } from '../timeliness.events';
import { caseLead, council, counted, published, sen2, sen2Revised } from '../timeliness.stories';
import { timelinessStream } from '../timeliness.stream';
import { CorrectTimeliness, correctTimeliness } from './correct-timeliness.command';

const given = specFor(timelinessStream, correctTimeliness, { now: '2024-07-01', actor: caseLead, id: '931~2022' });
const body = { issued: 667, withinTwentyWeeks: 72, source: sen2, publishedOn: '2023-06-08' };
const reason = 'Digits had been exchanged';
const command = (change: object = {}) => make(CorrectTimeliness, { ...body, corrects: 0, reason, ...change });
const year = { area: '931', year: 2022, basis: 'no-exceptions' as const };
const corrected = TimelinessCorrected({ ...year, ...body, rate: '10.8', corrects: 0, standing: '10.8', reason });
const revised = TimelinessRevised({
  ...counted.data,
  rate: '4.5',
  withinTwentyWeeks: 30,
  source: sen2Revised,
  publishedOn: '2024-06-13',
  previousRate: '4.0',
  revises: 0,
  standing: '4.5',
});

describe('a figure that was recorded wrongly (J7)', () => {
  it('is stood in for, with a reason', () => given(counted).when(command()).then(corrected));

  it('can be corrected where it has been revised since: the revision still stands', () =>
    given(counted, revised)
      .when(command())
      .then(TimelinessCorrected({ ...corrected.data, standing: '4.5' })));

  it('of a source that is not preferred does not change what the year goes by (reading 20)', () =>
    given(counted, published)
      .when(make(CorrectTimeliness, { published: '2.5', source: council, publishedOn: '2023-03-01', corrects: 1, reason }))
      .then(
        TimelinessCorrected({
          ...year,
          rate: '2.5',
          source: council,
          publishedOn: '2023-03-01',
          corrects: 1,
          standing: '4.0',
          reason,
        }),
      ));

  it('changes nothing where it says so already', () =>
    given(counted)
      .when(command({ withinTwentyWeeks: 27 }))
      .thenNothing());

  it('can put right where it stands', () => {
    const source = { ...sen2, url: 'https://www.gov.uk/sen2' };
    given(counted)
      .when(command({ withinTwentyWeeks: 27, source }))
      .then(TimelinessCorrected({ ...corrected.data, withinTwentyWeeks: 27, rate: '4.0', standing: '4.0', source }));
  });

  it('is refused in the name of another source that is on record', () =>
    given(counted, published)
      .when(command({ source: council }))
      .thenRefused('timeliness-already-recorded', 'source'));

  it.each([
    { ...council, title: 'Another publication' },
    { ...council, publisher: 'Another publisher' },
  ])('is taken in the name of a source that is not on record, $publisher: $title', (source) =>
    given(counted, published)
      .when(command({ source }))
      .then(TimelinessCorrected({ ...corrected.data, source })),
  );

  it('keeps the publisher and the order of what was revised', () => {
    given(counted, revised)
      .when(command({ source: council }))
      .thenRefused('timeliness-publisher-differs', 'source');
    given(counted, revised)
      .when(command({ publishedOn: '2024-06-14' }))
      .thenRefused('timeliness-revisions-out-of-order', 'publishedOn');
    given(counted, revised)
      .when(command({ publishedOn: '2024-06-13' }))
      .then(TimelinessCorrected({ ...corrected.data, publishedOn: '2024-06-13', standing: '4.5' }));
    given(counted, revised)
      .when(command({ corrects: 1, publishedOn: '2023-06-07' }))
      .thenRefused('timeliness-revisions-out-of-order', 'publishedOn');
  });

  it('is refused of a record that does not stand, and holds what a record holds', () => {
    given().when(command()).thenRefused('timeliness-not-on-record', 'corrects');
    given(counted, corrected)
      .when(command({ withinTwentyWeeks: 28 }))
      .thenRefused('timeliness-not-on-record', 'corrects');
    given(counted)
      .when(command({ withinTwentyWeeks: 668 }))
      .thenRefused('timeliness-counts-impossible', 'withinTwentyWeeks');
    given(counted)
      .when(command({ publishedOn: '2022-12-30' }))
      .thenRefused('timeliness-published-too-early', 'publishedOn');
  });
});
