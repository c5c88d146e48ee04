import { make, specFor } from '@app/event-sourcing/testing';
import { caseLead, rated, registered } from '../local-area.stories';
import { localAreaStream } from '../local-area.stream';
import { RecordCareRating, recordCareRating } from './record-care-rating.command';

const given = specFor(localAreaStream, recordCareRating, { now: '2021-09-02', actor: caseLead, id: '931' });
const good = rated('good', '2021-09-02');
const command = (change: Partial<RecordCareRating> = {}) => make(RecordCareRating, { ...good.data, ...change });

describe('recording the rating of children’s social care (G14)', () => {
  it('keeps the rating from its publication, which can lie before a later one', () => {
    given(registered).when(command()).then(good);
    given(registered, good)
      .when(command({ rating: 'inadequate', publishedOn: '2018-01-01' }))
      .then(rated('inadequate', '2018-01-01'));
  });
  it('is done once; another rating from the same day is refused', () => {
    given(registered, good).when(command()).thenNothing();
    given(registered, good)
      .when(command({ rating: 'outstanding' }))
      .thenRefused('care-rating-already-recorded', 'publishedOn');
  });
  it('is refused ahead of time, and of an area that is not registered', () => {
    given(registered)
      .when(command({ publishedOn: '2021-09-03' }))
      .thenRefused('fact-in-future', 'publishedOn');
    given().when(command()).thenRefused('local-area-not-registered');
  });
});
